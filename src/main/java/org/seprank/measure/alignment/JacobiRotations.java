package org.seprank.measure.alignment;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (G. Golub and C. Van Loan, Matrix
 * Computations, 8.5), which converge whatever the matrix, however many of its entries vanish. Time O(n³) a sweep, of
 * which about ten are needed; {@value #MOST_SWEEPS} at most.
 */
final class JacobiRotations {
    private static final int MOST_SWEEPS = 60;
    private static final double ROUNDING = 0x1p-52;

    private final double[][] a;
    private final double[][] vectors; // row i becomes the i-th eigenvector

    private JacobiRotations(double[][] matrix) {
        this.a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        this.vectors = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            vectors[i][i] = 1;
        }
    }

    /** The decomposition of a symmetric matrix with finite entries, which is left as it is. */
    static JacobiRotations of(double[][] matrix) {
        JacobiRotations rotations = new JacobiRotations(matrix);
        double goal = ROUNDING * rotations.norm(false);
        for (int sweep = 0; sweep < MOST_SWEEPS && rotations.norm(true) > goal; sweep++) {
            for (int p = 0; p < matrix.length; p++) {
                for (int q = p + 1; q < matrix.length; q++) {
                    rotations.rotate(p, q);
                }
            }
        }
        return rotations;
    }

    private double norm(boolean offDiagonal) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += offDiagonal && i == j ? 0 : a[i][j] * a[i][j];
            }
        }
        return Math.sqrt(sum);
    }

    /** Makes the entry (p, q) 0. */
    private void rotate(int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double half = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, half) / (Math.abs(half) + Math.hypot(1, half));
        double c = 1 / Math.hypot(1, t);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        turn(a[p], a[q], c, s);
        turn(vectors[p], vectors[q], c, s);
    }

    private static void turn(double[] x, double[] y, double c, double s) {
        for (int k = 0; k < x.length; k++) {
            double kept = x[k];
            x[k] = c * kept - s * y[k];
            y[k] = s * kept + c * y[k];
        }
    }

    /** The numbers of the eigenvalues, the largest in absolute value first. */
    int[] order() {
        return IntStream.range(0, a.length)
                .boxed()
                .sorted((i, j) -> Double.compare(Math.abs(a[j][j]), Math.abs(a[i][i])))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The i-th eigenvalue. */
    double value(int i) {
        return a[i][i];
    }

    /** Its eigenvector, of norm 1; must not be changed. */
    double[] vector(int i) {
        return vectors[i];
    }
}
