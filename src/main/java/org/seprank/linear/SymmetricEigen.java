package org.seprank.linear;

import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * All eigenvalues and eigenvectors of a dense symmetric matrix: Householder reduction to tridiagonal form, then
 * implicit QL steps that are applied to the vectors a sweep at a time (G. Golub and C. Van Loan, Matrix Computations,
 * 8.3). The error is a small multiple of the largest eigenvalue times 2⁻⁵². Time about 11 n³, spread over the threads
 * of {@link Parallel#current()}, whose number does not change the result; memory 2 n² numbers.
 */
public final class SymmetricEigen {
    private static final int SHARED = 200; // rows, of which fewer are done sooner on one thread
    private static final int COLUMNS = 128; // that a sweep of rotations passes over at a time
    private static final double ROUNDING = 0x1p-52;

    private final int n;
    private final double[][] a; // what is left of the matrix; rows end up as reflectors
    private final double[] scales; // 2 / |v|² of each reflector, 0 where there is none
    private final double[] diagonal;
    private final double[] beside;
    private final double[][] vectors; // rows
    private final Integer[] order;

    private SymmetricEigen(double[][] matrix) {
        this.n = matrix.length;
        this.a = Matrices.copy(matrix);
        this.scales = new double[n];
        this.diagonal = new double[n];
        this.beside = new double[n];
        this.vectors = Matrices.identity(n, 1);
        reduce();
        accumulate();
        new Sweeps().run();
        this.order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -diagonal[k]).thenComparingInt(k -> k))
                .toArray(Integer[]::new);
    }

    /**
     * The eigenvalues and eigenvectors of a matrix.
     *
     * @param matrix symmetric and finite; left as it is
     */
    public static SymmetricEigen of(double[][] matrix) {
        return new SymmetricEigen(matrix);
    }

    /** The number of rows. */
    public int size() {
        return n;
    }

    /** The k-th largest eigenvalue, from 0. */
    public double value(int k) {
        return diagonal[order[k]];
    }

    /** An eigenvector of the k-th largest eigenvalue, of norm 1. Read only. */
    public double[] vector(int k) {
        return vectors[order[k]];
    }

    private void reduce() {
        for (int k = 0; k < n; k++) {
            diagonal[k] = a[k][k];
            if (k + 1 < n) {
                beside[k] = a[k][k + 1];
                reflect(k);
            }
        }
    }

    /**
     * Makes row k, right of the entry beside the diagonal, 0 by a reflection of the rest, and keeps its vector there.
     */
    private void reflect(int k) {
        double[] v = a[k];
        double square = 0;
        for (int j = k + 2; j < n; j++) {
            square += v[j] * v[j];
        }
        if (square == 0) {
            return;
        }
        double norm = Math.sqrt(square + v[k + 1] * v[k + 1]);
        beside[k] = v[k + 1] > 0 ? -norm : norm;
        v[k + 1] -= beside[k];
        double scale = 2 / (square + v[k + 1] * v[k + 1]);
        scales[k] = scale;
        double[] w = new double[n];
        rows(k + 1, i -> w[i] = scale * dot(a[i], v, k + 1));
        double along = scale / 2 * dot(w, v, k + 1);
        for (int i = k + 1; i < n; i++) {
            w[i] -= along * v[i];
        }
        rows(k + 1, i -> {
            double vi = v[i];
            double wi = w[i];
            double[] row = a[i];
            for (int j = k + 1; j < n; j++) {
                row[j] -= vi * w[j] + wi * v[j];
            }
        });
    }

    private static double dot(double[] x, double[] y, int from) {
        double s0 = 0;
        double s1 = 0;
        int j = from;
        for (; j + 1 < x.length; j += 2) {
            s0 += x[j] * y[j];
            s1 += x[j + 1] * y[j + 1];
        }
        return j < x.length ? s0 + s1 + x[j] * y[j] : s0 + s1;
    }

    /** The rows become the columns of the product of all reflections. */
    private void accumulate() {
        rows(0, i -> {
            double[] row = vectors[i];
            for (int k = Math.min(i - 1, n - 3); k >= 0; k--) {
                if (scales[k] != 0) {
                    double factor = scales[k] * dot(row, a[k], k + 1);
                    for (int j = k + 1; j < n; j++) {
                        row[j] -= factor * a[k][j];
                    }
                }
            }
        });
    }

    private void rows(int from, IntConsumer row) {
        Parallel threads = n - from > SHARED ? Parallel.current() : Parallel.single();
        threads.blocks(n - from, Progress.none(), () -> i -> row.accept(from + i));
    }

    /** The implicit QL steps; names as in EISPACK's tql2, from which the formulas are. */
    private final class Sweeps {
        private final double[] cosines = new double[n];
        private final double[] sines = new double[n];
        private double shift;

        void run() {
            double largest = 0;
            for (int l = 0; l < n; l++) {
                largest = Math.max(largest, Math.abs(diagonal[l]) + Math.abs(beside[l]));
                int m = l;
                while (m < n - 1 && Math.abs(beside[m]) > ROUNDING * largest) {
                    m++;
                }
                while (m > l && Math.abs(beside[l]) > ROUNDING * largest) {
                    sweep(l, m);
                    rotate(l, m);
                }
                diagonal[l] += shift;
                beside[l] = 0;
            }
        }

        private void sweep(int l, int m) {
            double[] d = diagonal;
            double[] e = beside;
            double dl1 = shift(l);
            double el1 = e[l + 1];
            double p = d[m];
            double c = 1;
            double c2 = 1;
            double c3 = 1;
            double s = 0;
            double s2 = 0;
            for (int i = m - 1; i >= l; i--) {
                c3 = c2;
                c2 = c;
                s2 = s;
                double g = c * e[i];
                double h = c * p;
                double r = Math.hypot(p, e[i]);
                e[i + 1] = s * r;
                s = e[i] / r;
                c = p / r;
                p = c * d[i] - s * g;
                d[i + 1] = h + s * (c * g + s * d[i]);
                cosines[i] = c;
                sines[i] = s;
            }
            p = -s * s2 * c3 * el1 * e[l] / dl1;
            e[l] = s * p;
            d[l] = c * p;
        }

        /** Moves what is left of the diagonal so that an eigenvalue comes near 0; answers the second entry. */
        private double shift(int l) {
            double[] d = diagonal;
            double g = d[l];
            double p = (d[l + 1] - g) / (2 * beside[l]);
            double r = p < 0 ? -Math.hypot(p, 1) : Math.hypot(p, 1);
            d[l] = beside[l] / (p + r);
            d[l + 1] = beside[l] * (p + r);
            double h = g - d[l];
            for (int i = l + 2; i < n; i++) {
                d[i] -= h;
            }
            shift += h;
            return d[l + 1];
        }

        private void rotate(int l, int m) {
            int blocks = (n + COLUMNS - 1) / COLUMNS;
            Parallel threads = n > SHARED ? Parallel.current() : Parallel.single();
            threads.each(blocks, block -> {
                int end = Math.min(n, (block + 1) * COLUMNS);
                for (int i = m - 1; i >= l; i--) {
                    rotate(vectors[i], vectors[i + 1], cosines[i], sines[i], block * COLUMNS, end);
                }
            });
        }

        private static void rotate(double[] x, double[] y, double c, double s, int from, int to) {
            for (int j = from; j < to; j++) {
                double h = y[j];
                y[j] = s * x[j] + c * h;
                x[j] = c * x[j] - s * h;
            }
        }
    }
}
