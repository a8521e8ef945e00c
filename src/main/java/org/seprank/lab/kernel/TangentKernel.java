package org.seprank.lab.kernel;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.seprank.linear.Matrices;

/**
 * The tangent kernel of two layers of rectifiers, both trained, in the limit of infinite width (Jacot, Gabriel and
 * Hongler, arXiv 1806.07572): for {@code f(x) = m^{-1/2} Σ_j a_j max(0, <w_j, x>)} with standard normal parameters
 *
 * <pre>K(x, x') = |x||x'| (√(1-ρ²) + 2ρ(π - arccos ρ)) / (2π),   ρ = cos(x, x'),</pre>
 *
 * and regression with it, {@code f = K(., X) (K(X, X) + ridge I)^{-1} y}. Immutable.
 */
final class TangentKernel {
    private final double[][] points;
    private final double[] weights;

    private TangentKernel(double[][] points, double[] weights) {
        this.points = points;
        this.weights = weights;
    }

    /** K of two points. Time O(dimension). */
    static double of(double[] x, double[] y) {
        double lengths = Math.sqrt(Matrices.dot(x, x) * Matrices.dot(y, y));
        if (lengths == 0) {
            return 0;
        }
        double cosine = Math.max(-1, Math.min(1, Matrices.dot(x, y) / lengths));
        double sine = Math.sqrt(1 - cosine * cosine);
        return lengths * (sine + 2 * cosine * (Math.PI - Math.acos(cosine))) / (2 * Math.PI);
    }

    /** Regression on these points and their labels. Time O(points³). */
    static TangentKernel regression(LabelledPoints data, double ridge) {
        double[][] points = data.points();
        double[][] gram = new double[points.length][points.length];
        double[] labels = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = of(points[i], points[j]);
                gram[j][i] = gram[i][j];
            }
            gram[i][i] += ridge;
            labels[i] = data.label(i);
        }
        double[] weights = new CholeskyDecomposition(new Array2DRowRealMatrix(gram, false))
                .getSolver()
                .solve(new ArrayRealVector(labels, false))
                .toArray();
        return new TangentKernel(points, weights);
    }

    /** The regression's value at every row. */
    double[] outputs(double[][] rows) {
        double[] outputs = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < points.length; j++) {
                outputs[i] += weights[j] * of(rows[i], points[j]);
            }
        }
        return outputs;
    }
}
