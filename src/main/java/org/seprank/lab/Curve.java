package org.seprank.lab;

import java.util.Arrays;

/** Points in the order in which they were added. Not safe for use by several threads. */
public final class Curve {
    private final String name;
    private final boolean published;
    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private int size;

    private Curve(String name, boolean published) {
        this.name = name;
        this.published = published;
    }

    /** A curve without points. */
    public static Curve named(String name) {
        return new Curve(name, false);
    }

    /**
     * A curve from a paper, to compare with.
     *
     * @param coordinates x and y of the points by turns
     */
    public static Curve published(String name, double... coordinates) {
        if (coordinates.length % 2 != 0) {
            throw new IllegalArgumentException(coordinates.length + " coordinates are not x and y by turns");
        }
        Curve curve = new Curve(name, true);
        for (int i = 0; i < coordinates.length; i += 2) {
            curve.add(coordinates[i], coordinates[i + 1]);
        }
        return curve;
    }

    /** Whether it is not measured here but from a paper. */
    public boolean isPublished() {
        return published;
    }

    /** Adds a point. Amortized time O(1). */
    public void add(double x, double y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = x;
        ys[size++] = y;
    }

    /** In the legend. */
    public String name() {
        return name;
    }

    /** The number of points. */
    public int size() {
        return size;
    }

    /** The abscissa of point i. */
    public double x(int i) {
        return xs[checked(i)];
    }

    /** The ordinate of point i. */
    public double y(int i) {
        return ys[checked(i)];
    }

    /** The first abscissa at which y reaches a level from below; infinite if it never does. */
    public double firstReaching(double level) {
        for (int i = 0; i < size; i++) {
            if (ys[i] >= level) {
                return xs[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private int checked(int i) {
        if (i < 0 || i >= size) {
            throw new IllegalArgumentException("point " + i + " is not in 0.." + (size - 1));
        }
        return i;
    }
}
