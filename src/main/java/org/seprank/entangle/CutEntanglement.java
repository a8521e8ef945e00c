package org.seprank.entangle;

import java.util.SplittableRandom;
import org.seprank.linear.Gemm;
import org.seprank.linear.GramFactor;
import org.seprank.linear.SingularValues;

/**
 * The entanglement of a data tensor {@code D = (1/M) Σ_m y_m ⊗_n φ(x_mn)} across a partition (A, B) of its modes, read
 * off the singular values d of its matricization: with {@code c = d² / Σ d²} the quantum entanglement (entropy) is
 * {@code -Σ c ln c} and the geometric measure {@code √(1 - max c)}. A tensor of separation rank r has an entropy of at
 * most ln r. Both are NaN of the tensor 0.
 *
 * @param entropy QE, at least 0, in nats
 * @param geometric in 0..1
 */
public record CutEntanglement(double entropy, double geometric) {
    /** Below this share of what the samples could sum up to, the tensor is 0 but for rounding. */
    private static final double NOTHING = 1e-14;

    /**
     * By the Gram matrices of the two sides, G_A and G_B, of the samples: D = P Qᵀ for the matrices whose columns are
     * the states of A, times the labels, and of B. Time O(M³).
     *
     * @param first G_A: [M, M], with labels
     * @param second G_B: [M, M]
     */
    static CutEntanglement ofGrams(double[][] first, double[][] second) {
        return ofFactors(GramFactor.cholesky(first), GramFactor.cholesky(second));
    }

    /**
     * The same where random numbers are added to the Gram matrices, each uniform in 0..1 times the mean entry times
     * {@code noise}, as published code does to make its decompositions converge; but symmetric here.
     *
     * @param noise relative, more than 0
     */
    static CutEntanglement ofNoisyGrams(double[][] first, double[][] second, double noise, SplittableRandom random) {
        disturb(first, noise, random);
        disturb(second, noise, random);
        return ofFactors(GramFactor.spectral(first), GramFactor.spectral(second));
    }

    private static void disturb(double[][] gram, double noise, SplittableRandom random) {
        double sum = 0;
        for (double[] row : gram) {
            for (double entry : row) {
                sum += entry;
            }
        }
        double scale = noise * sum / gram.length / gram.length;
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] += scale * random.nextDouble();
                gram[j][i] = gram[i][j];
            }
        }
    }

    private static CutEntanglement ofFactors(double[][] first, double[][] second) {
        if (first.length == 0 || second.length == 0) {
            return new CutEntanglement(Double.NaN, Double.NaN);
        }
        double[][] product = new double[first.length][second.length];
        Gemm.timesTransposed(first, second, product);
        double[] flat = new double[first.length * second.length];
        for (int i = 0; i < product.length; i++) {
            System.arraycopy(product[i], 0, flat, i * second.length, second.length);
        }
        double most = Math.sqrt(squares(first) * squares(second));
        return ofSingularValues(SingularValues.of(first.length, second.length, flat), NOTHING * most);
    }

    private static double squares(double[][] factor) {
        double sum = 0;
        for (double[] row : factor) {
            for (double entry : row) {
                sum += entry * entry;
            }
        }
        return sum;
    }

    /**
     * By singular values.
     *
     * @param negligible the tensor is 0 if the root of the sum of their squares is no larger
     */
    static CutEntanglement ofSingularValues(double[] values, double negligible) {
        double sum = 0;
        double largest = 0;
        for (double value : values) {
            sum += value * value;
            largest = Math.max(largest, value);
        }
        if (!(Math.sqrt(sum) > negligible)) {
            return new CutEntanglement(Double.NaN, Double.NaN);
        }
        double entropy = 0;
        for (double value : values) {
            double share = value * value / sum;
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return new CutEntanglement(Math.max(0, entropy), Math.sqrt(Math.max(0, 1 - largest * largest / sum)));
    }
}
