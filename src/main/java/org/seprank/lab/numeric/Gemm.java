package org.seprank.lab.numeric;

import java.util.Arrays;

/**
 * Products of small dense matrices, given as arrays of rows. Blocks of two rows and four terms are summed in one pass
 * over the columns, a loop that the compiler turns into vector instructions; every sum is taken in the same order on
 * every machine. Time O(n·k·m) for [n, k] times [k, m].
 */
public final class Gemm {
    private Gemm() {}

    /** {@code c = a b}; c is none of the others. */
    public static void multiply(double[][] a, double[][] b, double[][] c) {
        check(a[0].length == b.length && fits(c, a.length, b[0].length), a, b, c);
        int i = 0;
        for (; i + 1 < a.length; i += 2) {
            twoRows(a[i], a[i + 1], b, c[i], c[i + 1]);
        }
        if (i < a.length) {
            oneRow(a[i], b, c[i]);
        }
    }

    /** {@code c = aᵀ b}; c is none of the others. */
    public static void transposedTimes(double[][] a, double[][] b, double[][] c) {
        check(a.length == b.length && fits(c, a[0].length, b[0].length), a, b, c);
        double[] first = new double[a.length];
        double[] second = new double[a.length];
        for (int i = 0; i < c.length; i += 2) {
            boolean both = i + 1 < c.length;
            for (int k = 0; k < a.length; k++) {
                first[k] = a[k][i];
                second[k] = both ? a[k][i + 1] : 0;
            }
            if (both) {
                twoRows(first, second, b, c[i], c[i + 1]);
            } else {
                oneRow(first, b, c[i]);
            }
        }
    }

    /** {@code c = a bᵀ}; c is none of the others. */
    public static void timesTransposed(double[][] a, double[][] b, double[][] c) {
        multiply(a, Matrices.transposed(b), c);
    }

    private static void twoRows(double[] a0, double[] a1, double[][] b, double[] c0, double[] c1) {
        Arrays.fill(c0, 0);
        Arrays.fill(c1, 0);
        int k = 0;
        for (; k + 3 < b.length; k += 4) {
            addFourToTwo(c0, c1, b, k, a0, a1);
        }
        for (; k < b.length; k++) {
            Matrices.addScaled(a0[k], b[k], c0);
            Matrices.addScaled(a1[k], b[k], c1);
        }
    }

    private static void oneRow(double[] a, double[][] b, double[] c) {
        Arrays.fill(c, 0);
        int k = 0;
        for (; k + 3 < b.length; k += 4) {
            addFour(c, b, k, a);
        }
        for (; k < b.length; k++) {
            Matrices.addScaled(a[k], b[k], c);
        }
    }

    /** As {@link #addFour} to two rows: the rows of b are read once for both. */
    private static void addFourToTwo(double[] c, double[] d, double[][] b, int k, double[] a0, double[] a1) {
        double[] b0 = b[k];
        double[] b1 = b[k + 1];
        double[] b2 = b[k + 2];
        double[] b3 = b[k + 3];
        double s0 = a0[k];
        double s1 = a0[k + 1];
        double s2 = a0[k + 2];
        double s3 = a0[k + 3];
        double t0 = a1[k];
        double t1 = a1[k + 1];
        double t2 = a1[k + 2];
        double t3 = a1[k + 3];
        for (int j = 0; j < c.length; j++) {
            c[j] += s0 * b0[j] + s1 * b1[j] + s2 * b2[j] + s3 * b3[j];
            d[j] += t0 * b0[j] + t1 * b1[j] + t2 * b2[j] + t3 * b3[j];
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
