package org.seprank.lab.locality.image;

/** Images of one shape with labels 0 and 1. Not changed after it was made. */
public final class LabelledImages {
    private final Shape shape;
    private final double[][] values;
    private final int[] labels;

    private LabelledImages(Shape shape, double[][] values, int[] labels) {
        this.shape = shape;
        this.values = values;
        this.labels = labels;
    }

    /**
     * Wraps arrays that are then to be left alone.
     *
     * @param values of every image, in the order of channels, rows, columns
     * @param labels of every image, 0 or 1
     */
    public static LabelledImages over(Shape shape, double[][] values, int[] labels) {
        if (values.length != labels.length) {
            throw new IllegalArgumentException(values.length + " images have " + labels.length + " labels");
        }
        for (int i = 0; i < labels.length; i++) {
            if (values[i].length != shape.size() || (labels[i] & 1) != labels[i]) {
                throw new IllegalArgumentException("image " + i + " has " + values[i].length + " numbers and label "
                        + labels[i] + ", not " + shape.size() + " and 0 or 1");
            }
        }
        return new LabelledImages(shape, values, labels);
    }

    /** The number of images. */
    public int size() {
        return labels.length;
    }

    /** The shape of each. */
    public Shape shape() {
        return shape;
    }

    /** 0 or 1. */
    public int label(int image) {
        return labels[image];
    }

    /** The values of an image, live: to be read only. */
    public double[] values(int image) {
        return values[image];
    }

    /** The value of an image at a position of its first channel. */
    public double value(int image, int row, int column) {
        return values[image][row * shape.width() + column];
    }
}
