package org.seprank.lab.landscape;

import java.util.SplittableRandom;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;

/**
 * Matrix sensing with a factor, {@code 1/(4m) Σ_i <A_i, UUᵀ - ZZᵀ>²} over U, [n, r], with symmetric A_i. Where the A_i
 * nearly keep norms of matrices of low rank, every local minimum is global and every other critical point has a
 * direction down (Bhojanapalli, Neyshabur and Srebro, arXiv 1605.07221; Ge, Jin and Zheng, arXiv 1704.00708).
 * Immutable.
 */
final class SensingLandscape implements Landscape {
    private final double[][][] sensors;
    private final double[][] truth;
    private final double[] seen;

    private SensingLandscape(double[][][] sensors, double[][] truth) {
        this.sensors = sensors;
        this.truth = truth;
        this.seen = new double[sensors.length];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = inner(sensors[i], truth);
        }
    }

    /** Gaussian symmetric sensors that keep norms on average, and a Gaussian Z, scaled to norm √r. */
    static SensingLandscape gaussian(int n, int rank, int count, SplittableRandom random) {
        double[][] truth = Matrices.gaussian(n, rank, 1, random);
        Matrices.scale(Math.sqrt(rank) / Matrices.norm(truth), truth);
        double[][][] sensors = new double[count][][];
        for (int i = 0; i < count; i++) {
            double[][] half = Matrices.gaussian(n, n, Math.sqrt(0.5), random);
            sensors[i] = Matrices.transposed(half);
            Matrices.addScaled(1, half, sensors[i]);
            Matrices.scale(Math.sqrt(0.5), sensors[i]);
        }
        return new SensingLandscape(sensors, truth);
    }

    /**
     * Three sensors of 2x2 matrices M that measure {@code (M_11 + M_22)² + M_22² + 4 M_12²}, and {@code Z = (1, 0)}:
     * they keep norms only within (3 ± √5)/2, and {@code U = (0, 1/√2)} is a local minimum of value 1/24, after the
     * example of Zhang, Josz, Sojoudi and Lavaei, arXiv 1805.10251. Below a ratio of 3 there is none for rank 1 (arXiv
     * 1901.01631).
     */
    static SensingLandscape misleading() {
        double[][][] sensors = {{{1, 0}, {0, 1}}, {{0, 0}, {0, 1}}, {{0, 1}, {1, 0}}};
        return new SensingLandscape(sensors, new double[][] {{1}, {0}});
    }

    @Override
    public int size() {
        return truth.length * truth[0].length;
    }

    private double[][] matrix(double[] flat) {
        double[][] matrix = new double[truth.length][truth[0].length];
        for (int i = 0; i < matrix.length; i++) {
            System.arraycopy(flat, i * matrix[i].length, matrix[i], 0, matrix[i].length);
        }
        return matrix;
    }

    private double[] flat(double[][] matrix) {
        double[] flat = new double[size()];
        for (int i = 0; i < matrix.length; i++) {
            System.arraycopy(matrix[i], 0, flat, i * matrix[i].length, matrix[i].length);
        }
        return flat;
    }

    /** {@code <A, UUᵀ>}. */
    private static double inner(double[][] sensor, double[][] factor) {
        return Matrices.dot(Products.product(sensor, factor), factor);
    }

    @Override
    public double value(double[] at) {
        double[][] factor = matrix(at);
        double sum = 0;
        for (int i = 0; i < seen.length; i++) {
            double error = inner(sensors[i], factor) - seen[i];
            sum += error * error;
        }
        return sum / (4 * seen.length);
    }

    @Override
    public double[] gradient(double[] at) {
        double[][] factor = matrix(at);
        double[][] gradient = new double[factor.length][factor[0].length];
        for (int i = 0; i < seen.length; i++) {
            double[][] image = Products.product(sensors[i], factor);
            double error = Matrices.dot(image, factor) - seen[i];
            Matrices.addScaled(error / seen.length, image, gradient);
        }
        return flat(gradient);
    }

    @Override
    public double[] curvature(double[] at, double[] direction) {
        double[][] factor = matrix(at);
        double[][] moved = matrix(direction);
        double[][] result = new double[factor.length][factor[0].length];
        for (int i = 0; i < seen.length; i++) {
            double[][] image = Products.product(sensors[i], factor);
            double error = Matrices.dot(image, factor) - seen[i];
            Matrices.addScaled(2 * Matrices.dot(image, moved) / seen.length, image, result);
            Matrices.addScaled(error / seen.length, Products.product(sensors[i], moved), result);
        }
        return flat(result);
    }
}
