package org.seprank.lab.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;

/**
 * Fewer linear equations than unknowns, {@code X w = y}, that a sparse w solves, and its solutions of least norms.
 * Immutable.
 */
final class SparseRegression {
    private static final int SWEEPS = 20_000; // of the least sum; far more than needed at the sizes here

    private final double[][] rows;
    private final double[] values;
    private final double[] planted;
    private final double[][] inverse; // Xᵀ (X Xᵀ)^{-1}

    private SparseRegression(double[][] rows, double[] planted) {
        this.rows = rows;
        this.planted = planted;
        this.values = applied(rows, planted);
        double[][] gram = Products.productTransposed(rows, rows);
        this.inverse = Products.transposedProduct(
                rows,
                new CholeskyDecomposition(new Array2DRowRealMatrix(gram, false))
                        .getSolver()
                        .getInverse()
                        .getData());
    }

    /**
     * Gaussian equations for a vector whose non-zero entries are of either sign and in 1..2.
     *
     * @param equations at most {@code unknowns}
     * @param nonzero at most {@code unknowns}
     */
    static SparseRegression planted(int equations, int unknowns, int nonzero, SplittableRandom random) {
        double[][] rows = Matrices.gaussian(equations, unknowns, 1, random);
        double[] planted = new double[unknowns];
        for (int k = 0; k < nonzero; k++) {
            int j = random.nextInt(unknowns);
            while (planted[j] != 0) {
                j = random.nextInt(unknowns);
            }
            planted[j] = (random.nextBoolean() ? 1 : -1) * random.nextDouble(1, 2);
        }
        return new SparseRegression(rows, planted);
    }

    int unknowns() {
        return planted.length;
    }

    /** {@code ‖w - w*‖ / ‖w*‖}. */
    double error(double[] w) {
        return distance(w, planted);
    }

    /** {@code ‖w - v‖ / ‖v‖}. */
    static double distance(double[] w, double[] v) {
        return Matrices.relativeError(new double[][] {w}, new double[][] {v});
    }

    /** {@code Σ_j |w_j|}. */
    static double sum(double[] w) {
        double sum = 0;
        for (double entry : w) {
            sum += Math.abs(entry);
        }
        return sum;
    }

    /** Writes the gradient of {@code ‖Xw - y‖²/(2n)} and returns that loss. Time O(equations·unknowns). */
    double gradient(double[] w, double[] gradient) {
        Arrays.fill(gradient, 0);
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            double residual = Matrices.dot(rows[i], w) - values[i];
            squares += residual * residual;
            Matrices.addScaled(residual / rows.length, rows[i], gradient);
        }
        return squares / (2 * rows.length);
    }

    /** The solution of least Euclidean norm, {@code X⁺ y}. */
    double[] leastSquares() {
        return applied(inverse, values);
    }

    /**
     * The solution of least {@code Σ|w_j|} (basis pursuit) by the alternating direction method of multipliers: project
     * on the solutions, shrink, add the difference to the multipliers (Boyd et al. 2011, section 6.2). Time O(sweeps ·
     * equations · unknowns).
     */
    double[] leastSum() {
        double[] w = leastSquares();
        double[] shrunk = new double[w.length];
        double[] multipliers = new double[w.length];
        double change = 1;
        for (int sweep = 0; sweep < SWEEPS && change > 1e-13; sweep++) {
            for (int j = 0; j < w.length; j++) {
                w[j] = shrunk[j] - multipliers[j];
            }
            project(w);
            change = 0;
            for (int j = 0; j < w.length; j++) {
                double moved = w[j] + multipliers[j];
                double before = shrunk[j];
                shrunk[j] = Math.copySign(Math.max(0, Math.abs(moved) - 0.1), moved);
                multipliers[j] = moved - shrunk[j];
                change = Math.max(change, Math.max(Math.abs(w[j] - shrunk[j]), Math.abs(shrunk[j] - before)));
            }
        }
        return w;
    }

    private void project(double[] w) {
        double[] residual = applied(rows, w);
        Matrices.addScaled(-1, values, residual);
        Matrices.addScaled(-1, applied(inverse, residual), w);
    }

    private static double[] applied(double[][] matrix, double[] vector) {
        double[] result = new double[matrix.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Matrices.dot(matrix[i], vector);
        }
        return result;
    }
}
