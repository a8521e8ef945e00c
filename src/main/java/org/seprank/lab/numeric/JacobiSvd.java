package org.seprank.lab.numeric;

import org.seprank.linear.Matrices;

/**
 * The singular value decomposition {@code A = U diag(σ) Vᵀ} by one-sided Jacobi rotations (Hestenes 1958), which can
 * start from the right singular vectors of a nearby matrix: a sequence of matrices that changes slowly costs about one
 * sweep each. Time O(m·n²) per sweep. Not safe for use by several threads.
 */
public final class JacobiSvd {
    private static final double ORTHOGONAL = 1e-14;
    private static final int SWEEPS = 60;

    private final double[][] right; // row k: right singular vector k
    private final double[][] scaled; // row k: σ_k times left singular vector k
    private final double[] values; // while rotating, their squares

    private JacobiSvd(double[][] right, double[][] scaled) {
        this.right = right;
        this.scaled = scaled;
        this.values = new double[right.length];
        rotate();
        sort();
    }

    /**
     * Decomposes a matrix.
     *
     * @param matrix [m, n], m at least n, finite; left as it is
     */
    public static JacobiSvd of(double[][] matrix) {
        return new JacobiSvd(Matrices.identity(matrix[0].length, 1), Matrices.transposed(matrix));
    }

    /** Decomposes a matrix of the same shape that is close to this one. */
    public JacobiSvd ofNearby(double[][] matrix) {
        return new JacobiSvd(Matrices.copy(right), Products.productTransposed(right, matrix));
    }

    /** σ, descending; a new array. */
    public double[] values() {
        return values.clone();
    }

    /** The left singular vectors as rows, {@code [n, m]}; zero where σ is. */
    public double[][] left() {
        double[][] left = Matrices.copy(scaled);
        for (int k = 0; k < left.length; k++) {
            for (int i = 0; i < left[k].length; i++) {
                left[k][i] = values[k] > 0 ? left[k][i] / values[k] : 0;
            }
        }
        return left;
    }

    /** The right singular vectors as rows, {@code [n, n]}. */
    public double[][] right() {
        return Matrices.copy(right);
    }

    /** {@code U diag(max(0, σ - by)) Vᵀ}, the proximal point of the nuclear norm; a new matrix. */
    public double[][] shrunk(double by) {
        double[][] shrunk = new double[scaled[0].length][right.length];
        for (int k = 0; k < values.length && values[k] > by; k++) {
            double factor = 1 - by / values[k];
            for (int i = 0; i < shrunk.length; i++) {
                Matrices.addScaled(factor * scaled[k][i], right[k], shrunk[i]);
            }
        }
        return shrunk;
    }

    private void rotate() {
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < SWEEPS; sweep++) {
            rotated = false;
            for (int k = 0; k < values.length; k++) { // anew, lest the errors of updates add up
                values[k] = Matrices.dot(scaled[k], scaled[k]);
            }
            for (int p = 0; p + 1 < scaled.length; p++) {
                for (int q = p + 1; q < scaled.length; q++) {
                    rotated |= rotate(p, q);
                }
            }
        }
    }

    private boolean rotate(int p, int q) {
        double alpha = values[p];
        double beta = values[q];
        double gamma = Matrices.dot(scaled[p], scaled[q]);
        if (Math.abs(gamma) <= ORTHOGONAL * Math.sqrt(alpha * beta) || Math.abs(gamma) < Double.MIN_NORMAL) {
            return false;
        }
        double zeta = (beta - alpha) / (2 * gamma);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double cosine = 1 / Math.hypot(1, tangent);
        turn(scaled[p], scaled[q], cosine, cosine * tangent);
        turn(right[p], right[q], cosine, cosine * tangent);
        values[p] = Math.max(0, alpha - tangent * gamma);
        values[q] = Math.max(0, beta + tangent * gamma);
        return true;
    }

    private static void turn(double[] x, double[] y, double cosine, double sine) {
        for (int i = 0; i < x.length; i++) {
            double before = x[i];
            x[i] = cosine * before - sine * y[i];
            y[i] = sine * before + cosine * y[i];
        }
    }

    private void sort() {
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.sqrt(Matrices.dot(scaled[k], scaled[k]));
        }
        for (int k = 0; k < values.length; k++) {
            int largest = k;
            for (int l = k + 1; l < values.length; l++) {
                largest = values[l] > values[largest] ? l : largest;
            }
            swap(k, largest);
        }
    }

    private void swap(int k, int l) {
        double value = values[k];
        values[k] = values[l];
        values[l] = value;
        double[] row = right[k];
        right[k] = right[l];
        right[l] = row;
        row = scaled[k];
        scaled[k] = scaled[l];
        scaled[l] = row;
    }
}
