package org.seprank.lab.tensor;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.seprank.linear.Matrices;

/** Sums over parameter matrices. */
final class Steps {
    private Steps() {}

    /** Moves parameters along their negative derivatives. */
    static void take(List<double[][]> parameters, List<double[][]> gradients, DoubleUnaryOperator rule) {
        double squared = 0;
        for (double[][] gradient : gradients) {
            squared += Matrices.squaredNorm(gradient);
        }
        double eta = rule.applyAsDouble(squared);
        for (int n = 0; n < parameters.size(); n++) {
            Matrices.addScaled(-eta, gradients.get(n), parameters.get(n));
        }
    }

    /** The sums of squares of the columns; a new array. */
    static double[] squaredColumns(double[][] matrix) {
        double[] sums = new double[matrix[0].length];
        for (double[] row : matrix) {
            for (int r = 0; r < sums.length; r++) {
                sums[r] += row[r] * row[r];
            }
        }
        return sums;
    }

    /** Multiplies parameters so that the tensor they make by products of {@code degree} of them has a given norm. */
    static void rescale(List<double[][]> parameters, int degree, double factor) {
        for (double[][] parameter : parameters) {
            Matrices.scale(Math.pow(factor, 1.0 / degree), parameter);
        }
    }
}
