package org.seprank.dataset.image;

import org.seprank.dataset.Labels;

/** Grey images of one size with a class each. Immutable, one byte per pixel. */
public final class Images {
    private final int height;
    private final int width;
    private final byte[] pixels;
    private final Labels labels;

    private Images(int height, int width, byte[] pixels, Labels labels) {
        this.height = height;
        this.width = width;
        this.pixels = pixels;
        this.labels = labels;
    }

    /**
     * Images over {@code pixels}, image after image, row after row; the array becomes their own.
     *
     * @throws IllegalArgumentException if there is not one label per image
     */
    public static Images over(int height, int width, byte[] pixels, Labels labels) {
        if (height < 1 || width < 1 || (long) labels.size() * height * width != pixels.length) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels do not make " + labels.size() + " images of " + height + " x " + width);
        }
        return new Images(height, width, pixels, labels);
    }

    /** The number of images. */
    public int size() {
        return labels.size();
    }

    /** Rows per image. */
    public int height() {
        return height;
    }

    /** Pixels per row. */
    public int width() {
        return width;
    }

    /** Pixels per image. */
    public int area() {
        return height * width;
    }

    /** Pixel {@code k} of image {@code i}, counted row after row, in 0..255. */
    public int pixel(int i, int k) {
        if (k < 0 || k >= area()) {
            throw new IllegalArgumentException("pixel " + k + " is not in 0.." + (area() - 1));
        }
        return Byte.toUnsignedInt(pixels[i * area() + k]);
    }

    /** The classes. */
    public Labels labels() {
        return labels;
    }
}
