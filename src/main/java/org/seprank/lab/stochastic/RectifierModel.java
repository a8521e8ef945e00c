package org.seprank.lab.stochastic;

import java.util.SplittableRandom;
import org.seprank.linear.Matrices;

/**
 * Two layers of rectifiers, {@code f(x) = Σ_j a_j max(0, <w_j, x>)}, that learn a smaller network of the same kind. The
 * parameters are the units, each w_j and then a_j. Immutable.
 */
final class RectifierModel implements FittedModel {
    private final double[][] points;
    private final double[] values;
    private final int units;

    private RectifierModel(double[][] points, double[] values, int units) {
        this.points = points;
        this.values = values;
        this.units = units;
    }

    /** Points on the sphere with the outputs of three units of norm 1 and output weights 1, -1 and 1. */
    static RectifierModel taught(int examples, int dimension, int units, SplittableRandom random) {
        double[][] points = Matrices.gaussian(examples, dimension, 1, random);
        double[][] teachers = Matrices.gaussian(3, dimension, 1, random);
        double[] values = new double[examples];
        for (int i = 0; i < examples; i++) {
            normalize(points[i]);
            for (int k = 0; k < teachers.length; k++) {
                normalize(teachers[k]);
                values[i] += (k == 1 ? -1 : 1) * Math.max(0, Matrices.dot(teachers[k], points[i]));
            }
        }
        return new RectifierModel(points, values, units);
    }

    private static void normalize(double[] x) {
        double norm = Math.sqrt(Matrices.dot(x, x));
        for (int j = 0; j < x.length; j++) {
            x[j] /= norm;
        }
    }

    private int stride() {
        return points[0].length + 1;
    }

    @Override
    public int size() {
        return units * stride();
    }

    @Override
    public int examples() {
        return points.length;
    }

    @Override
    public double target(int example) {
        return values[example];
    }

    private double inner(double[] parameters, int unit, double[] point) {
        double sum = 0;
        for (int d = 0; d < point.length; d++) {
            sum += parameters[unit * stride() + d] * point[d];
        }
        return sum;
    }

    @Override
    public double output(double[] parameters, int example) {
        double sum = 0;
        for (int unit = 0; unit < units; unit++) {
            sum += parameters[(unit + 1) * stride() - 1] * Math.max(0, inner(parameters, unit, points[example]));
        }
        return sum;
    }

    @Override
    public void addSlope(double[] parameters, int example, double factor, double[] gradient) {
        double[] point = points[example];
        for (int unit = 0; unit < units; unit++) {
            double inner = inner(parameters, unit, point);
            if (inner > 0) {
                int last = (unit + 1) * stride() - 1;
                gradient[last] += factor * inner;
                for (int d = 0; d < point.length; d++) {
                    gradient[unit * stride() + d] += factor * parameters[last] * point[d];
                }
            }
        }
    }
}
