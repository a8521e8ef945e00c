package org.seprank.linear;

import java.util.Arrays;

/**
 * All singular values of a dense matrix, without the vectors: Householder reduction to bidiagonal form B, then implicit
 * QR steps with Wilkinson's shift on the tridiagonal matrix with diagonal 0 whose eigenvalues are ±σ (G. Golub and W.
 * Kahan, SIAM J. Numer. Anal. 2, 1965; Golub and Van Loan, Matrix Computations, 8.3 and 8.6). The error is a small
 * multiple of {@code σ₁·2⁻⁵²}, as with an algorithm that computes vectors too, which takes several times as long.
 * Eigenvalues of the Gram matrix would be no faster and lose what is below {@code σ₁·2⁻²⁶}.
 *
 * <p>Time O(m·n·min(m, n)). The largest entry should be within a few powers of ten of 1: squares are taken.
 */
public final class SingularValues {
    private static final int STEPS_PER_VALUE = 60;
    private static final double ULP = 0x1p-52;

    private final int m;
    private final int n; // at most m
    private final double[] a; // row-major
    private final double[] reflector;
    private final double[] product;

    private SingularValues(int m, int n, double[] a) {
        this.m = m;
        this.n = n;
        this.a = a;
        this.reflector = new double[m];
        this.product = new double[m];
    }

    /**
     * The singular values, descending.
     *
     * @param matrix row-major: [rows, columns], finite; may be overwritten
     */
    public static double[] of(int rows, int columns, double[] matrix) {
        return rows >= columns
                ? new SingularValues(rows, columns, matrix).values()
                : new SingularValues(columns, rows, transposed(rows, columns, matrix)).values();
    }

    private static double[] transposed(int rows, int columns, double[] matrix) {
        double[] turned = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = matrix[i * columns + j];
            }
        }
        return turned;
    }

    private double[] values() {
        double[] offDiagonal = new double[2 * n]; // B's diagonal and superdiagonal in turn, one to spare
        for (int k = 0; k < n; k++) {
            offDiagonal[2 * k] = clearColumn(k);
            if (k + 1 < n) {
                offDiagonal[2 * k + 1] = clearRow(k);
            }
        }
        double[] eigenvalues = new double[2 * n];
        diagonalize(eigenvalues, offDiagonal);
        Arrays.sort(eigenvalues);
        double[] values = new double[n];
        for (int k = 0; k < n; k++) {
            values[k] = Math.max(0, eigenvalues[2 * n - 1 - k]);
        }
        return values;
    }

    /** Reflects column k below the diagonal to 0; answers the new diagonal entry. */
    private double clearColumn(int k) {
        double square = 0;
        for (int i = k; i < m; i++) {
            reflector[i] = a[i * n + k];
            square += reflector[i] * reflector[i];
        }
        double head = reflector[k];
        double diagonal = -Math.copySign(Math.sqrt(square), head);
        double factor = 1 / (square - head * diagonal);
        if (!(factor < Double.POSITIVE_INFINITY)) {
            return 0; // a column of zeros
        }
        reflector[k] = head - diagonal;
        Arrays.fill(product, k + 1, n, 0);
        for (int i = k; i < m; i++) {
            double u = reflector[i];
            for (int j = k + 1, at = i * n; j < n; j++) {
                product[j] += u * a[at + j];
            }
        }
        for (int i = k; i < m; i++) {
            double u = factor * reflector[i];
            for (int j = k + 1, at = i * n; j < n; j++) {
                a[at + j] -= u * product[j];
            }
        }
        return diagonal;
    }

    /** Reflects row k right of the superdiagonal to 0; answers the new entry on the superdiagonal. */
    private double clearRow(int k) {
        double square = 0;
        for (int j = k + 1; j < n; j++) {
            reflector[j] = a[k * n + j];
            square += reflector[j] * reflector[j];
        }
        double head = reflector[k + 1];
        double entry = -Math.copySign(Math.sqrt(square), head);
        double factor = 1 / (square - head * entry);
        if (!(factor < Double.POSITIVE_INFINITY)) {
            return 0;
        }
        reflector[k + 1] = head - entry;
        for (int i = k + 1; i < m; i++) {
            double u = factor * dotWithReflector(i * n, k + 1);
            for (int j = k + 1, at = i * n; j < n; j++) {
                a[at + j] -= u * reflector[j];
            }
        }
        return entry;
    }

    /** Four sums at a time: one alone would wait for every addition. */
    private double dotWithReflector(int at, int from) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = from;
        for (; j + 3 < n; j += 4) {
            s0 += a[at + j] * reflector[j];
            s1 += a[at + j + 1] * reflector[j + 1];
            s2 += a[at + j + 2] * reflector[j + 2];
            s3 += a[at + j + 3] * reflector[j + 3];
        }
        for (; j < n; j++) {
            s0 += a[at + j] * reflector[j];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /**
     * Turns the diagonal of a symmetric tridiagonal matrix into its eigenvalues.
     *
     * @param d the diagonal
     * @param e the off-diagonal, of the same length; the last entry is not used
     */
    private static void diagonalize(double[] d, double[] e) {
        double largest = 0;
        for (double entry : e) {
            largest = Math.max(largest, Math.abs(entry));
        }
        // absolute, not relative to the diagonal, which is 0 at first: the values need no better
        double negligible = ULP * largest / 4;
        int hi = d.length - 1;
        for (int steps = 0; hi > 0; steps++) {
            if (Math.abs(e[hi - 1]) <= negligible) {
                hi--;
                steps = 0;
                continue;
            }
            if (steps == STEPS_PER_VALUE) { // of many equal values, rounding alone makes entries as large again
                negligible *= 2;
                if (!(negligible < largest)) {
                    throw new IllegalStateException("the QR iteration for singular values does not converge");
                }
                steps = 0;
            }
            int lo = hi - 1;
            while (lo > 0 && Math.abs(e[lo - 1]) > negligible) {
                lo--;
            }
            step(d, e, lo, hi);
        }
    }

    /** A QR step on the block {@code lo..hi}. */
    private static void step(double[] d, double[] e, int lo, int hi) {
        double last = e[hi - 1];
        double half = (d[hi - 1] - d[hi]) / 2;
        double shift = d[hi] - last * last / (half + Math.copySign(norm(half, last), half));
        double x = d[lo] - shift;
        double z = e[lo];
        for (int k = lo; k < hi; k++) {
            double r = norm(x, z);
            double c = r == 0 ? 1 : x / r;
            double s = r == 0 ? 0 : z / r;
            if (k > lo) {
                e[k - 1] = r;
            }
            double upper = d[k];
            double lower = d[k + 1];
            double mixed = 2 * c * s * e[k];
            d[k] = c * c * upper + mixed + s * s * lower;
            d[k + 1] = s * s * upper - mixed + c * c * lower;
            e[k] = c * s * (lower - upper) + (c * c - s * s) * e[k];
            x = e[k];
            z = s * e[k + 1];
            if (k + 1 < hi) {
                e[k + 1] *= c;
            }
        }
    }

    private static double norm(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }
}
