package org.seprank.lab.linear;

import org.seprank.linear.Matrices;

/**
 * Regression with the loss {@code 1/p mean |w_i - y_i|^p}, the points being unit vectors, where {@code w = w_1 a_2 ..
 * a_N} is a vector times N - 1 numbers (Arora, Cohen and Hazan, arXiv 1802.06509).
 */
final class PowerRegression {
    private static final int RATES = 80;
    private static final double SLOWEST = 1e-6;
    private static final double FASTEST = 2;

    private final double[] targets;
    private final int power;
    private final double start;
    private final double enough;

    /**
     * A problem.
     *
     * @param targets y; not copied
     * @param power p, even
     * @param start norm of w_1 and value of every a_j at the beginning; one factor starts at 0
     * @param enough mean |w_i - y_i|^p to stop at
     */
    PowerRegression(double[] targets, int power, double start, double enough) {
        this.targets = targets;
        this.power = power;
        this.start = start;
        this.enough = enough;
    }

    /**
     * The least number of iterations over a grid of learning rates, among those with which the loss never rises.
     *
     * @param depth N
     * @param most iterations of each run
     */
    int fewestIterations(int depth, int most) {
        int fewest = most;
        // fast rates first: they end or diverge soon and bound the others
        for (int k = RATES - 1; k >= 0; k--) {
            double rate = SLOWEST * Math.pow(FASTEST / SLOWEST, k / (RATES - 1.0));
            fewest = iterations(depth, rate, fewest);
        }
        return fewest;
    }

    /** The number of iterations with one rate, or {@code most} if they are not fewer or the loss rises. */
    int iterations(int depth, double rate, int most) {
        double[] vector = new double[targets.length];
        java.util.Arrays.fill(vector, depth == 1 ? 0 : start / Math.sqrt(targets.length));
        double number = start; // all of a_2 .. a_N, which stay equal
        double before = Double.POSITIVE_INFINITY;
        double[] gradient = new double[targets.length];
        for (int t = 0; t < most; t++) {
            double factor = Math.pow(number, depth - 1.0);
            double loss = loss(vector, factor, gradient);
            if (loss < enough) {
                return t;
            }
            if (!(loss <= before)) {
                return most;
            }
            before = loss;
            double byNumber = Matrices.dot(gradient, vector) * Math.pow(number, Math.max(0, depth - 2.0));
            Matrices.addScaled(-rate * factor, gradient, vector);
            number -= depth == 1 ? 0 : rate * byNumber;
        }
        return most;
    }

    /** The mean of |w_i - y_i|^p; the gradient is that of 1/p of it by w. */
    private double loss(double[] vector, double factor, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            double error = factor * vector[i] - targets[i];
            double steep = error;
            for (int k = 2; k < power; k++) {
                steep *= error;
            }
            sum += steep * error;
            gradient[i] = steep / vector.length;
        }
        return sum / vector.length;
    }
}
