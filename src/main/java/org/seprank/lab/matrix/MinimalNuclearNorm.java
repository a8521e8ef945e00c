package org.seprank.lab.matrix;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;
import org.seprank.lab.numeric.JacobiSvd;
import org.seprank.linear.Matrices;
import org.seprank.work.Progress;

/**
 * The matrix of least nuclear norm {@code Σ σ} among those that agree with all observations, by the alternating
 * direction method of multipliers: shrink the singular values by 1/ρ, project onto the observations, add the difference
 * to the multiplier. Time O(n³ + projection) per round.
 */
final class MinimalNuclearNorm {
    private static final double STILL = 1e-9; // relative change and violation

    private MinimalNuclearNorm() {}

    /** The nearest matrix that agrees with the observations, in place. */
    private interface Projection {
        void apply(double[][] matrix);
    }

    /**
     * Solves a task.
     *
     * @param task what is known
     * @param rounds at most; 600 to 3000 give a violation of 1e-5 to 1e-9
     * @return [n, n], agreeing with the observations
     */
    static double[][] of(MatrixTask task, int rounds, Progress progress) {
        double[][] target = task.target();
        int n = target.length;
        double threshold = n / 10.0;
        Projection projection = task instanceof Completion completion ? entries(completion) : sensors((Sensing) task);
        double[][] agreeing = new double[n][target[0].length];
        projection.apply(agreeing);
        double[][] multiplier = new double[n][target[0].length];
        JacobiSvd svd = JacobiSvd.of(agreeing);
        for (int round = 0; round < rounds && !progress.cancelled(); round++) {
            svd = svd.ofNearby(Matrices.difference(agreeing, multiplier));
            double[][] low = svd.shrunk(threshold);
            Matrices.addScaled(1, low, multiplier);
            double[][] next = Matrices.copy(multiplier);
            projection.apply(next);
            Matrices.addScaled(-1, next, multiplier);
            double change =
                    Matrices.norm(Matrices.difference(next, agreeing)) + Matrices.norm(Matrices.difference(next, low));
            agreeing = next;
            if (change <= STILL * Matrices.norm(next)) {
                break;
            }
        }
        return agreeing;
    }

    private static Projection entries(Completion task) {
        int[] observed = task.observed();
        double[][] target = task.target();
        int n = target[0].length;
        return matrix -> {
            for (int position : observed) {
                matrix[position / n][position % n] = target[position / n][position % n];
            }
        };
    }

    private static Projection sensors(Sensing task) {
        int m = task.observations();
        RealMatrix gram = new Array2DRowRealMatrix(m, m);
        for (int s = 0; s < m; s++) {
            for (int t = 0; t <= s; t++) {
                double product = Matrices.dot(task.sensor(s), task.sensor(t));
                gram.setEntry(s, t, product);
                gram.setEntry(t, s, product);
            }
        }
        DecompositionSolver solver = new CholeskyDecomposition(gram, 1e-9, 1e-12).getSolver();
        return matrix -> {
            double[] missing = new double[m];
            for (int s = 0; s < m; s++) {
                missing[s] = task.seen(s) - Matrices.dot(task.sensor(s), matrix);
            }
            double[] weights = solver.solve(new ArrayRealVector(missing, false)).toArray();
            for (int s = 0; s < m; s++) {
                Matrices.addScaled(weights[s], task.sensor(s), matrix);
            }
        };
    }
}
