package org.seprank.lab.numeric;

import org.seprank.linear.Gemm;

/**
 * Products of dense matrices, given as arrays of rows: small ones by {@link Gemm}, large ones through ND4J on one
 * thread, which is faster there by more than what copying costs. Time O(n·k·m) for [n, k] times [k, m].
 */
public final class Products {
    /** Multiplications from which on ND4J is faster with its copies (measured: between n = 64 and 100). */
    private static final long LARGE = 500_000;

    private Products() {}

    /** {@code c = a b}; c is none of the others. */
    public static void multiply(double[][] a, double[][] b, double[][] c) {
        if (large(b.length, c)) {
            NativeGemm.multiply(a, false, b, false, c);
        } else {
            Gemm.multiply(a, b, c);
        }
    }

    /** {@code c = aᵀ b}; c is none of the others. */
    public static void transposedTimes(double[][] a, double[][] b, double[][] c) {
        if (large(b.length, c)) {
            NativeGemm.multiply(a, true, b, false, c);
        } else {
            Gemm.transposedTimes(a, b, c);
        }
    }

    /** {@code c = a bᵀ}; c is none of the others. */
    public static void timesTransposed(double[][] a, double[][] b, double[][] c) {
        if (large(b[0].length, c)) {
            NativeGemm.multiply(a, false, b, true, c);
        } else {
            Gemm.timesTransposed(a, b, c);
        }
    }

    private static boolean large(int terms, double[][] c) {
        return (long) terms * c.length * c[0].length >= LARGE;
    }

    /** A new {@code a b}. */
    public static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        multiply(a, b, c);
        return c;
    }

    /** A new {@code aᵀ b}. */
    public static double[][] transposedProduct(double[][] a, double[][] b) {
        double[][] c = new double[a[0].length][b[0].length];
        transposedTimes(a, b, c);
        return c;
    }

    /** A new {@code a bᵀ}. */
    public static double[][] productTransposed(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b.length];
        timesTransposed(a, b, c);
        return c;
    }
}
