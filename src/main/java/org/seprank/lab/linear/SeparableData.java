package org.seprank.lab.linear;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.seprank.linear.Matrices;

/** Points times their labels, {@code z_i = y_i x_i}, to be separated by a direction through 0. Immutable. */
final class SeparableData {
    private final double[][] points;

    private SeparableData(double[][] points) {
        this.points = points;
    }

    /** These points; copied. */
    static SeparableData of(double[][] points) {
        return new SeparableData(Matrices.copy(points));
    }

    /** Gaussian points, labelled by a Gaussian direction and moved apart along it by 1 to either side. */
    static SeparableData planted(int count, int dimension, SplittableRandom random) {
        double[] direction = Matrices.gaussian(1, dimension, 1, random)[0];
        double[][] points = Matrices.gaussian(count, dimension, 1, random);
        for (double[] point : points) {
            double sign = Matrices.dot(point, direction) < 0 ? -1 : 1;
            for (int j = 0; j < dimension; j++) {
                point[j] = sign * point[j] + direction[j] / Math.sqrt(Matrices.dot(direction, direction));
            }
        }
        return new SeparableData(points);
    }

    /** Gaussian points with random labels, which a direction separates if there are at most as many as dimensions. */
    static SeparableData random(int count, int dimension, SplittableRandom random) {
        return new SeparableData(Matrices.gaussian(count, dimension, 1, random)); // a sign changes nothing
    }

    /** As rows; not to be written to. */
    double[][] points() {
        return points;
    }

    int dimension() {
        return points[0].length;
    }

    /** The gradient of {@code ln Σ_i exp(-<w, z_i>)} at w, that of the exponential loss up to a positive factor. */
    void gradient(double[] w, double[] gradient) {
        double least = margin(w);
        java.util.Arrays.fill(gradient, 0);
        double sum = 0;
        for (double[] point : points) {
            double weight = Math.exp(least - Matrices.dot(w, point));
            sum += weight;
            Matrices.addScaled(-weight, point, gradient);
        }
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] /= sum;
        }
    }

    /**
     * The gradient of the mean of a loss over the points at w.
     *
     * @param slope the derivative of the loss by {@code <w, z_i>}
     */
    void gradient(double[] w, DoubleUnaryOperator slope, double[] gradient) {
        java.util.Arrays.fill(gradient, 0);
        for (double[] point : points) {
            Matrices.addScaled(slope.applyAsDouble(Matrices.dot(w, point)) / points.length, point, gradient);
        }
    }

    /** The mean of {@code ln(1 + e^{-<w, z_i>})}. */
    double meanLogisticLoss(double[] w) {
        double sum = 0;
        for (double[] point : points) {
            double margin = Matrices.dot(w, point);
            sum += Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
        }
        return sum / points.length;
    }

    /** {@code min_i <w, z_i>}. */
    double margin(double[] w) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] point : points) {
            least = Math.min(least, Matrices.dot(w, point));
        }
        return least;
    }
}
