package org.seprank.linear;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Matrices V with {@code VᵀV = G} for a symmetric matrix G: [m, m]. Two factors of one size tell all about a product of
 * the matrices whose Gram matrices they factor: {@code P Qᵀ} has the singular values of {@code V_P V_Qᵀ}.
 */
public final class GramFactor {
    private static final double ULP = 0x1p-52;

    private GramFactor() {}

    /**
     * V: [r, m] by the Cholesky decomposition with complete pivoting, r being the numerical rank of G. The columns of P
     * that are left out are, but for a part whose square is {@code m²·2⁻⁵²} of the largest entry, combinations of those
     * taken, so singular values of products err by its square alone. Time O(m r²).
     *
     * @param gram positive semidefinite but for rounding; left as it is
     */
    public static double[][] cholesky(double[][] gram) {
        int m = gram.length;
        double[] rest = new double[m]; // diagonal of what is not factored yet
        double largest = 0;
        for (int i = 0; i < m; i++) {
            rest[i] = gram[i][i];
            largest = Math.max(largest, rest[i]);
        }
        double negligible = m * ULP * largest;
        double[][] rows = new double[m][];
        int rank = 0;
        for (int pivot = largest(rest); rank < m && rest[pivot] > negligible; pivot = largest(rest)) {
            double[] row = gram[pivot].clone();
            for (int r = 0; r < rank; r++) {
                Matrices.addScaled(-rows[r][pivot], rows[r], row);
            }
            double root = Math.sqrt(rest[pivot]);
            for (int j = 0; j < m; j++) {
                row[j] /= root;
                rest[j] -= row[j] * row[j];
            }
            rest[pivot] = 0;
            rows[rank++] = row;
        }
        double[][] factor = new double[rank][];
        System.arraycopy(rows, 0, factor, 0, rank);
        return factor;
    }

    /**
     * V: [m, m] by the eigenvalues λ and eigenvectors of G, {@code |λ|^½ uᵀ} in each row: {@code VᵀV} is the matrix of
     * the absolute values of G where it is not semidefinite. Time O(m³), several times as long as {@link #cholesky}.
     *
     * @param gram symmetric; left as it is
     */
    public static double[][] spectral(double[][] gram) {
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(gram, true));
        double[][] factor = new double[gram.length][];
        for (int k = 0; k < factor.length; k++) {
            factor[k] = eigen.getEigenvector(k).toArray();
            double root = Math.sqrt(Math.abs(eigen.getRealEigenvalue(k)));
            for (int j = 0; j < factor[k].length; j++) {
                factor[k][j] *= root;
            }
        }
        return factor;
    }

    private static int largest(double[] numbers) {
        int at = 0;
        for (int i = 1; i < numbers.length; i++) {
            at = numbers[i] > numbers[at] ? i : at;
        }
        return at;
    }
}
