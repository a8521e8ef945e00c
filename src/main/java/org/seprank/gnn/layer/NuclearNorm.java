package org.seprank.gnn.layer;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The smooth nuclear norm {@code Σ_k √(σ_k² + ε²)} over the min(rows, columns) singular values of a matrix and its
 * derivative {@code W (WᵀW + ε² I)^{-1/2}}, both from the eigenvectors of the smaller of WᵀW and WWᵀ. Where σ is far
 * above ε these are the nuclear norm and its subgradient UVᵀ; below it, the slope falls to 0, so that steps of finite
 * length do not throw vanishing singular values about. Time O(rows·columns·min(rows, columns)).
 */
final class NuclearNorm {
    private static final double SQUARED_EPSILON = 1e-6;

    /** Of no matrix. */
    static final NuclearNorm NONE = new NuclearNorm(0, new double[0][0]);

    private final double value;
    private final double[][] slope;

    private NuclearNorm(double value, double[][] slope) {
        this.value = value;
        this.slope = slope;
    }

    /** Of a matrix, which is left as it is. */
    static NuclearNorm of(double[][] matrix) {
        RealMatrix w = new Array2DRowRealMatrix(matrix, false);
        boolean tall = w.getRowDimension() >= w.getColumnDimension();
        RealMatrix gram = tall ? w.transpose().multiply(w) : w.multiply(w.transpose());
        if (!Double.isFinite(gram.getTrace())) {
            return new NuclearNorm(Double.NaN, matrix); // training has diverged, and the loss says so
        }
        EigenDecomposition eigen = new EigenDecomposition(gram);
        double[] inverses = eigen.getRealEigenvalues();
        double value = 0;
        for (int k = 0; k < inverses.length; k++) {
            double smooth = Math.sqrt(Math.max(0, inverses[k]) + SQUARED_EPSILON);
            value += smooth;
            inverses[k] = 1 / smooth;
        }
        RealMatrix root = eigen.getV()
                .multiply(MatrixUtils.createRealDiagonalMatrix(inverses))
                .multiply(eigen.getVT());
        return new NuclearNorm(value, (tall ? w.multiply(root) : root.multiply(w)).getData());
    }

    double value() {
        return value;
    }

    /** The derivative by every entry; not to be changed. */
    double[][] slope() {
        return slope;
    }
}
