package org.seprank.separation.interaction;

/**
 * Values of a function f of two groups of inputs on a grid: {@code F[a, b] = f(X_I of sample a, X_Iᶜ of sample b)}, a
 * matrix [R, C] of finite numbers (the matricized grid tensor of arXiv 2211.16494 on given samples). Its rank is a
 * lower bound on the separation rank of f: {@code f = sum_{r<=K} g_r(X_I) · h_r(X_Iᶜ)} makes F a sum of K matrices of
 * rank 1. Immutable. Takes 8·R·C bytes.
 */
public final class InteractionGrid {
    private static final int OVERHEAD = 64;

    private final int rows;
    private final int columns;
    private final double[] values; // row-major

    private InteractionGrid(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * The grid of these values, which are copied. Time O(R·C).
     *
     * @param values F: [R, C], R and C at least 1
     * @throws IllegalArgumentException if there is no value, rows differ in length, a value is not finite, or a copy
     *     does not fit into memory
     */
    public static InteractionGrid of(double[][] values) {
        if (values.length == 0 || values[0].length == 0) {
            throw new IllegalArgumentException("a grid needs at least one row and one column; it has " + values.length
                    + " rows" + (values.length == 0 ? "" : " and no column"));
        }
        int columns = values[0].length;
        checkMemory(values.length, columns);
        double[] flat = new double[values.length * columns];
        for (int a = 0; a < values.length; a++) {
            if (values[a].length != columns) {
                throw new IllegalArgumentException(
                        "row " + a + " has " + values[a].length + " columns, row 0 has " + columns);
            }
            System.arraycopy(values[a], 0, flat, a * columns, columns);
        }
        return checked(values.length, columns, flat);
    }

    /** Takes the array over. */
    static InteractionGrid checked(int rows, int columns, double[] flat) {
        for (int i = 0; i < flat.length; i++) {
            if (!Double.isFinite(flat[i])) {
                throw new IllegalArgumentException("row " + i / columns + ", column " + i % columns + " of the grid is "
                        + flat[i] + "; only finite values can be measured");
            }
        }
        return new InteractionGrid(rows, columns, flat);
    }

    private static void checkMemory(int rows, int columns) {
        long needed = OVERHEAD + 8L * rows * columns;
        long limit = Math.min(Runtime.getRuntime().maxMemory(), 8L * Integer.MAX_VALUE);
        if (needed > limit) {
            throw new IllegalArgumentException("a grid of " + rows + " x " + columns + " values takes " + needed
                    + " bytes, more than the " + limit + " there can be; take fewer samples");
        }
    }

    /** R. */
    public int rows() {
        return rows;
    }

    /** C. */
    public int columns() {
        return columns;
    }

    /** F[a, b]. */
    public double at(int a, int b) {
        return values[a * columns + b];
    }

    /** The values row by row. Read only. */
    double[] values() {
        return values;
    }

    /** The grid times 2^exponent, without a check. */
    InteractionGrid scaled(int exponent) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.scalb(values[i], exponent);
        }
        return new InteractionGrid(rows, columns, scaled);
    }

    /** The largest |F|. */
    double largest() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
