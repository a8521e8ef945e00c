package org.seprank.separation.interaction;

import java.util.Arrays;

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
        long needed = bytes(rows, columns);
        long limit = Math.min(Runtime.getRuntime().maxMemory(), 8L * Integer.MAX_VALUE);
        if (needed > limit) {
            throw new IllegalArgumentException("a grid of " + rows + " x " + columns + " values takes " + needed
                    + " bytes, more than the " + limit + " there can be; take fewer samples");
        }
    }

    /**
     * An estimate of the memory in bytes that a square grid takes.
     *
     * @param r the number of rows and of columns, at least 1
     */
    public static long bytes(int r) {
        if (r < 1) {
            throw new IllegalArgumentException("row count " + r + " is not positive");
        }
        return bytes(r, r);
    }

    private static long bytes(int rows, int columns) {
        return OVERHEAD + 8L * rows * columns;
    }

    /** R. */
    public int rows() {
        return rows;
    }

    /** C. */
    public int columns() {
        return columns;
    }

    /**
     * {@code F[a, b]}.
     *
     * @throws IllegalArgumentException if the row is not in 0..R-1 or the column not in 0..C-1
     */
    public double at(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IllegalArgumentException(
                    "(" + row + ", " + column + ") is not in a grid of " + rows + " rows and " + columns + " columns");
        }
        return values[row * columns + column];
    }

    /** F: [R, C], a copy. */
    public double[][] toArray() {
        double[][] copy = new double[rows][];
        Arrays.setAll(copy, a -> Arrays.copyOfRange(values, a * columns, (a + 1) * columns));
        return copy;
    }

    /** The values row by row. Read only. */
    double[] values() {
        return values;
    }

    /** The transposed grid: the sides change places. */
    public InteractionGrid transposed() {
        double[] turned = new double[values.length];
        for (int a = 0; a < rows; a++) {
            for (int b = 0; b < columns; b++) {
                turned[b * rows + a] = values[a * columns + b];
            }
        }
        return new InteractionGrid(columns, rows, turned);
    }

    /**
     * The grid without what depends on one side only: {@code F[a, b] - mean_b F[a, b] - mean_a F[a, b] + mean F}, the
     * interaction term of the two-way analysis of variance (Hoeffding's decomposition on the samples). Its rows and
     * columns sum to 0; it is 0 where F is a sum of a function of a and one of b. The error of an entry is a few units
     * in the last place of the largest |F|. Time O(R·C).
     *
     * @throws IllegalArgumentException if the differences overflow
     */
    public InteractionGrid centred() {
        double[] weightsOfRows = new double[rows];
        double[] weightsOfColumns = new double[columns];
        Arrays.fill(weightsOfRows, 1);
        Arrays.fill(weightsOfColumns, 1);
        // scaled, so that no sum overflows
        int exponent = Math.getExponent(largest());
        InteractionGrid scaled = scaled(-exponent);
        double[] centred = Means.of(scaled, weightsOfRows, weightsOfColumns).centred(scaled);
        return checked(rows, columns, new InteractionGrid(rows, columns, centred).scaled(exponent).values);
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
