package org.seprank.lab.stochastic;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;

/** Solutions of linear equations of full rank. */
final class LeastSquares {
    private LeastSquares() {}

    /** {@code (XᵀX)^{-1} Xᵀ y}, X having at least as many rows as columns. */
    static double[] overdetermined(double[][] rows, double[] values) {
        double[] right = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            Matrices.addScaled(values[i], rows[i], right);
        }
        return solved(Products.transposedProduct(rows, rows), right);
    }

    /** {@code Xᵀ (XXᵀ)^{-1} y}, the solution of least norm, X having at most as many rows as columns. */
    static double[] leastNorm(double[][] rows, double[] values) {
        double[] weights = solved(Products.productTransposed(rows, rows), values);
        double[] solution = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            Matrices.addScaled(weights[i], rows[i], solution);
        }
        return solution;
    }

    /** {@code ‖w - X⁺Xw‖ / ‖w‖}: how much of w the rows do not span. */
    static double outside(double[][] rows, double[] w) {
        double[] seen = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            seen[i] = Matrices.dot(rows[i], w);
        }
        return Matrices.relativeError(new double[][] {leastNorm(rows, seen)}, new double[][] {w});
    }

    private static double[] solved(double[][] gram, double[] right) {
        return new CholeskyDecomposition(new Array2DRowRealMatrix(gram, false), 1e-9, 1e-300)
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
    }
}
