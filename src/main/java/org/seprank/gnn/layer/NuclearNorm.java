package org.seprank.gnn.layer;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

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
        boolean tall = matrix.length >= matrix[0].length;
        double[][] gram = tall ? gramOfColumns(matrix) : gramOfRows(matrix);
        int n = gram.length;
        if (!finite(gram)) {
            return new NuclearNorm(Double.NaN, matrix); // training has diverged, and the loss says so
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(gram, false));
        double[][] root = new double[n][n]; // (gram + ε² I)^{-1/2}
        double value = 0;
        for (int k = 0; k < n; k++) {
            double smooth = Math.sqrt(Math.max(0, eigen.getRealEigenvalue(k)) + SQUARED_EPSILON);
            double[] vector = eigen.getEigenvector(k).toArray();
            value += smooth;
            for (int i = 0; i < n; i++) {
                addScaled(vector[i] / smooth, vector, root[i]);
            }
        }
        return new NuclearNorm(value, tall ? product(matrix, root) : product(root, matrix));
    }

    double value() {
        return value;
    }

    /** The derivative by every entry; not to be changed. */
    double[][] slope() {
        return slope;
    }

    private static boolean finite(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            for (double entry : row) {
                sum += 0 * entry;
            }
        }
        return sum == 0;
    }

    private static double[][] gramOfColumns(double[][] matrix) {
        int n = matrix[0].length;
        double[][] gram = new double[n][n];
        for (double[] row : matrix) {
            for (int i = 0; i < n; i++) {
                addScaled(row[i], row, gram[i]);
            }
        }
        return gram;
    }

    private static double[][] gramOfRows(double[][] matrix) {
        int n = matrix.length;
        double[][] gram = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < matrix[i].length; k++) {
                    sum += matrix[i][k] * matrix[j][k];
                }
                gram[i][j] = sum;
                gram[j][i] = sum;
            }
        }
        return gram;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                addScaled(a[i][k], b[k], product[i]);
            }
        }
        return product;
    }

    private static void addScaled(double factor, double[] x, double[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] += factor * x[j];
        }
    }
}
