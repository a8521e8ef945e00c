package org.seprank.lab.stochastic;

import java.util.SplittableRandom;
import org.seprank.linear.Matrices;

/** {@code f_i = <x_i, w>}, w being the parameters themselves or {@code u² - v²} entry by entry. Immutable. */
final class LinearModel implements FittedModel {
    private final double[][] rows;
    private final double[] planted;
    private final double[] values;
    private final boolean squared;

    private LinearModel(double[][] rows, double[] planted, double[] values, boolean squared) {
        this.rows = rows;
        this.planted = planted;
        this.values = values;
        this.squared = squared;
    }

    /**
     * Gaussian inputs whose targets come from a vector with ones of random signs first and zeros behind.
     *
     * @param nonzero of its entries
     * @param noise deviation of what is added to the targets
     */
    static LinearModel planted(int examples, int dimension, int nonzero, double noise, SplittableRandom random) {
        double[][] rows = Matrices.gaussian(examples, dimension, 1, random);
        double[] planted = new double[dimension];
        for (int j = 0; j < nonzero; j++) {
            planted[j] = random.nextBoolean() ? 1 : -1;
        }
        double[] values = Matrices.gaussian(1, examples, noise, random)[0];
        for (int i = 0; i < examples; i++) {
            values[i] += Matrices.dot(rows[i], planted);
        }
        return new LinearModel(rows, planted, values, false);
    }

    /** The same equations with {@code w = u² - v²}. */
    LinearModel diagonal() {
        return new LinearModel(rows, planted, values, true);
    }

    /** The inputs as rows; not to be written to. */
    double[][] rows() {
        return rows;
    }

    /** The targets; not to be written to. */
    double[] values() {
        return values;
    }

    /** w; a new array. */
    double[] weights(double[] parameters) {
        double[] w = new double[planted.length];
        for (int j = 0; j < w.length; j++) {
            w[j] = squared
                    ? parameters[j] * parameters[j] - parameters[w.length + j] * parameters[w.length + j]
                    : parameters[j];
        }
        return w;
    }

    /** {@code ‖w - w*‖ / ‖w*‖} to the vector that the targets come from. */
    double error(double[] parameters) {
        return Matrices.relativeError(new double[][] {weights(parameters)}, new double[][] {planted});
    }

    @Override
    public int size() {
        return planted.length * (squared ? 2 : 1);
    }

    @Override
    public int examples() {
        return rows.length;
    }

    @Override
    public double target(int example) {
        return values[example];
    }

    @Override
    public double output(double[] parameters, int example) {
        double[] row = rows[example];
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            double u = parameters[j];
            double v = squared ? parameters[row.length + j] : 0;
            sum += row[j] * (squared ? u * u - v * v : u);
        }
        return sum;
    }

    @Override
    public void addSlope(double[] parameters, int example, double factor, double[] gradient) {
        double[] row = rows[example];
        for (int j = 0; j < row.length; j++) {
            double part = factor * row[j];
            if (squared) {
                gradient[j] += 2 * part * parameters[j];
                gradient[row.length + j] -= 2 * part * parameters[row.length + j];
            } else {
                gradient[j] += part;
            }
        }
    }
}
