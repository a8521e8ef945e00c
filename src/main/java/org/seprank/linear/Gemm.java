package org.seprank.linear;

import java.util.Arrays;

/**
 * Products of dense matrices, given as arrays of rows. Four terms at a time are added to a row, a loop that the
 * compiler turns into vector instructions; every sum is taken in the same order on every machine. Time O(n·k·m) for [n,
 * k] times [k, m].
 */
public final class Gemm {
    private Gemm() {}

    /** {@code c = a b}; c is none of the others. */
    public static void multiply(double[][] a, double[][] b, double[][] c) {
        check(a[0].length == b.length && fits(c, a.length, b[0].length), a, b, c);
        multiplyRows(a, b, c);
    }

    /** {@code c = aᵀ b}; c is none of the others. */
    public static void transposedTimes(double[][] a, double[][] b, double[][] c) {
        check(a.length == b.length && fits(c, a[0].length, b[0].length), a, b, c);
        multiplyRows(Matrices.transposed(a), b, c);
    }

    /** {@code c = a bᵀ}; c is none of the others. */
    public static void timesTransposed(double[][] a, double[][] b, double[][] c) {
        check(a[0].length == b[0].length && fits(c, a.length, b.length), a, b, c);
        multiplyRows(a, Matrices.transposed(b), c);
    }

    private static void multiplyRows(double[][] a, double[][] b, double[][] c) {
        for (int i = 0; i < a.length; i++) {
            row(a[i], b, c[i]);
        }
    }

    private static void row(double[] a, double[][] b, double[] c) {
        Arrays.fill(c, 0);
        int k = 0;
        for (; k + 3 < b.length; k += 4) {
            addFour(c, b, k, a);
        }
        for (; k < b.length; k++) {
            Matrices.addScaled(a[k], b[k], c);
        }
    }

    private static void addFour(double[] c, double[][] b, int k, double[] a) {
        double[] b0 = b[k];
        double[] b1 = b[k + 1];
        double[] b2 = b[k + 2];
        double[] b3 = b[k + 3];
        double s0 = a[k];
        double s1 = a[k + 1];
        double s2 = a[k + 2];
        double s3 = a[k + 3];
        for (int j = 0; j < c.length; j++) {
            c[j] += s0 * b0[j] + s1 * b1[j] + s2 * b2[j] + s3 * b3[j];
        }
    }

    private static boolean fits(double[][] c, int rows, int columns) {
        return c.length == rows && c[0].length == columns;
    }

    private static void check(boolean right, double[][] a, double[][] b, double[][] c) {
        if (!right) {
            throw new IllegalArgumentException("shapes " + Matrices.shape(a) + ", " + Matrices.shape(b) + " and "
                    + Matrices.shape(c) + " do not fit");
        }
    }
}
