package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.seprank.linear.Matrices;

/**
 * A tensor that is a polynomial of parameter matrices. It is held as a matrix: rows are the first half of its modes,
 * columns the others, in row-major order, so that the flat position of an entry is that of the tensor.
 */
abstract class TensorFactorization {
    private final List<double[][]> parameters = new ArrayList<>();
    private final List<double[][]> gradients = new ArrayList<>();

    /** Adds a parameter matrix, and what its derivatives are written to. */
    final void add(double[][] parameter, double[][] gradient) {
        parameters.add(parameter);
        gradients.add(gradient);
    }

    /** The tensor; not to be written to, and another after the next step. */
    abstract double[][] tensor();

    /** Computes the tensor from the parameters. */
    abstract void multiply();

    /** Computes the derivatives by the parameters, given those by the tensor. */
    abstract void differentiate(double[][] gradient);

    /** A descent step along the derivatives computed last; the rule gets their squared norm and returns the factor. */
    final void step(DoubleUnaryOperator rule) {
        double squared = 0;
        for (double[][] gradient : gradients) {
            squared += Matrices.squaredNorm(gradient);
        }
        double eta = rule.applyAsDouble(squared);
        for (int n = 0; n < parameters.size(); n++) {
            Matrices.addScaled(-eta, gradients.get(n), parameters.get(n));
        }
        multiply();
    }

    /** The parameter matrices in the order in which they were added; written to by steps. */
    final List<double[][]> parameters() {
        return parameters;
    }

    /** The derivatives computed last, as the parameters. */
    final List<double[][]> gradients() {
        return gradients;
    }

    /** Multiplies numbers by the norms of the columns of a matrix. */
    static void multiplyByNorms(double[][] matrix, double[] numbers) {
        double[] squares = squaredColumns(matrix);
        for (int r = 0; r < numbers.length; r++) {
            numbers[r] *= Math.sqrt(squares[r]);
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
}
