package org.seprank.lab.kernel;

import java.util.Arrays;

/**
 * The linear model {@code w = u² - v²}, entry by entry (Woodworth et al., arXiv 2002.09277). From {@code u = v = α} the
 * model starts at 0; as α grows gradient flow tends to the solution of least Euclidean norm, as α falls to that of
 * least {@code Σ|w_j|}. Not safe for use by several threads.
 */
final class DiagonalNetwork {
    private final double[] plus;
    private final double[] minus;
    private final double[] gradient;

    /** With these u and v, which become its own. */
    DiagonalNetwork(double[] plus, double[] minus) {
        this.plus = plus;
        this.minus = minus;
        this.gradient = new double[plus.length];
    }

    /** {@code u = v = α}. */
    static DiagonalNetwork of(int unknowns, double alpha) {
        double[] plus = new double[unknowns];
        Arrays.fill(plus, alpha);
        return new DiagonalNetwork(plus, plus.clone());
    }

    /** w; a new array. */
    double[] weights() {
        double[] w = new double[plus.length];
        for (int j = 0; j < w.length; j++) {
            w[j] = plus[j] * plus[j] - minus[j] * minus[j];
        }
        return w;
    }

    /** Writes the derivatives of the loss by u, then by v, into a new array. */
    double[] gradient(SparseRegression problem) {
        problem.gradient(weights(), gradient);
        double[] all = new double[2 * plus.length];
        for (int j = 0; j < plus.length; j++) {
            all[j] = 2 * plus[j] * gradient[j];
            all[plus.length + j] = -2 * minus[j] * gradient[j];
        }
        return all;
    }

    /** A step of gradient descent; returns the loss before it. Time O(equations·unknowns). */
    double step(SparseRegression problem, double rate) {
        double loss = problem.gradient(weights(), gradient);
        for (int j = 0; j < plus.length; j++) {
            plus[j] -= rate * 2 * plus[j] * gradient[j];
            minus[j] += rate * 2 * minus[j] * gradient[j];
        }
        return loss;
    }
}
