package org.seprank.lab.matrix;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.linear.Matrices;

/** Matrix sensing: inner products {@code <A_i, W>} with m matrices are seen. Immutable. */
final class Sensing implements MatrixTask {
    private static final double LARGEST = 1e8; // numbers, 800 MB

    private final double[][] target;
    private final double[][][] sensors;
    private final double[] seen;

    private Sensing(double[][] target, double[][][] sensors) {
        this.target = target;
        this.sensors = sensors;
        this.seen = new double[sensors.length];
        for (int s = 0; s < seen.length; s++) {
            seen[s] = Matrices.dot(sensors[s], target);
        }
    }

    /**
     * A task with m sensors of independent normal entries of deviation 1/n.
     *
     * @throws IllegalArgumentException if they would take more than {@code 10⁸} numbers
     */
    static Sensing random(double[][] target, int m, SplittableRandom random) {
        int n = target.length;
        double size = (double) m * n * n;
        if (size > LARGEST) {
            throw new IllegalArgumentException(m + " sensors of size " + n + "x" + n + " take "
                    + (long) (size / 125_000) + " MB, more than " + (long) (LARGEST / 125_000));
        }
        double[][][] sensors = new double[m][][];
        for (int s = 0; s < m; s++) {
            sensors[s] = Matrices.gaussian(n, n, 1.0 / n, random);
        }
        return new Sensing(target, sensors);
    }

    @Override
    public double[][] target() {
        return target;
    }

    @Override
    public int observations() {
        return sensors.length;
    }

    /** Sensor s; not to be written to. */
    double[][] sensor(int s) {
        return sensors[s];
    }

    /** What sensor s saw. */
    double seen(int s) {
        return seen[s];
    }

    @Override
    public double loss(double[][] matrix, double[][] gradient) {
        for (double[] row : gradient) {
            Arrays.fill(row, 0);
        }
        double sum = 0;
        for (int s = 0; s < seen.length; s++) {
            double error = Matrices.dot(sensors[s], matrix) - seen[s];
            sum += error * error;
            Matrices.addScaled(2 * error / seen.length, sensors[s], gradient);
        }
        return sum / seen.length;
    }
}
