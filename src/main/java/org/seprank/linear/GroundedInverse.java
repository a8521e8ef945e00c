package org.seprank.linear;

import org.seprank.work.Parallel;

/**
 * The inverse of a symmetric positive definite matrix, in place on its lower triangle, by symmetric Gauss-Jordan
 * elimination. Made for grounded Laplacians, the Laplacian of a connected graph without the row and column of one
 * vertex, which need no pivoting. Time O(n^3 / 2), spread over the threads of {@link Parallel#current()}, whose number
 * does not change the result.
 */
public final class GroundedInverse {
    private static final int BLOCK = 64; // rows that a thread takes at once
    private static final int SHARED = 4; // blocks, of which no more are done sooner on one thread

    private GroundedInverse() {}

    /**
     * Replaces a matrix by its inverse.
     *
     * @param lower row i has i+1 entries
     * @throws ArithmeticException if the matrix is not positive definite
     */
    public static void invert(double[][] lower) {
        int n = lower.length;
        double[] column = new double[n];
        int blocks = (n + BLOCK - 1) / BLOCK;
        Parallel threads = blocks > SHARED ? Parallel.current() : Parallel.single();
        for (int k = 0; k < n; k++) {
            double pivot = lower[k][k];
            if (!(pivot > 0)) {
                throw new ArithmeticException(
                        "pivot " + pivot + " of row " + k + ": the matrix is not positive definite");
            }
            for (int i = 0; i < n; i++) {
                column[i] = i < k ? lower[k][i] : lower[i][k];
            }
            column[k] = 0;
            int step = k;
            threads.each(blocks, block -> {
                int end = Math.min(n, (block + 1) * BLOCK);
                for (int i = block * BLOCK; i < end; i++) {
                    sweep(lower[i], column, step, column[i] / pivot);
                }
            });
            for (int j = 0; j < k; j++) {
                lower[k][j] = column[j] / pivot;
            }
            lower[k][k] = -1 / pivot;
        }
        for (double[] row : lower) {
            for (int j = 0; j < row.length; j++) {
                row[j] = -row[j];
            }
        }
    }

    private static void sweep(double[] row, double[] column, int k, double factor) {
        if (Math.abs(factor) > 0) {
            for (int j = 0; j < row.length; j++) {
                row[j] -= factor * column[j];
            }
        }
        if (k < row.length) {
            row[k] = factor;
        }
    }
}
