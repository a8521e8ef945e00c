package org.seprank.lab.locality.image;

/**
 * The extent of an image or of a layer's answer to it. A sequence has height 1.
 *
 * @param channels numbers per position, at least 1
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Shape(int channels, int height, int width) {
    /** Checks the ranges. */
    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "shape " + channels + " x " + height + " x " + width + " has a side that is not at least 1");
        }
        if ((long) channels * height * width > 1 << 24) {
            throw new IllegalArgumentException(
                    "shape " + channels + " x " + height + " x " + width + " has more than " + (1 << 24) + " numbers");
        }
    }

    /** A sequence of single numbers. */
    public static Shape sequence(int length) {
        return new Shape(1, 1, length);
    }

    /** An image of single numbers. */
    public static Shape grey(int height, int width) {
        return new Shape(1, height, width);
    }

    /** The number of positions. */
    public int area() {
        return height * width;
    }

    /** The number of numbers. */
    public int size() {
        return channels * area();
    }
}
