package org.seprank.gnn.kernel;

/**
 * Products with sparse operators, and aggregations of the messages of neighbours: entry k of row i of an operator says
 * that the message {@code a_k x_j}, {@code j = indices[k]}, reaches row i. All cost O(entries * width).
 *
 * <p>Methods named {@code ..Entries} give the derivative by the values a_k, one number per entry.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
public interface SparseKernels<B> {
    /** {@code y = a x}. */
    void multiply(Operator<B> a, Matrix<B> x, Matrix<B> y);

    /** {@code y += a^T x}, by scattering. */
    void addTransposed(Operator<B> a, Matrix<B> x, Matrix<B> y);

    /** {@code out_k += <g_i, x_j>} for every entry k = (i, j) of the pattern. */
    void addEntryProducts(Csr pattern, Matrix<B> g, Matrix<B> x, B out);

    /** {@code y_i = prod_k f_k}, {@code f_k = c + a_k x_j}, entry-wise; 1 for an empty row. */
    void product(double c, Operator<B> a, Matrix<B> x, Matrix<B> y);

    /** {@code gx_j += gy_i a_k prod_{l != k} f_l}, by prefix and suffix products, exact at zeros. */
    void productBack(double c, Operator<B> a, Matrix<B> x, Matrix<B> gy, Matrix<B> gx);

    /** {@code out_k += <gy_i prod_{l != k} f_l, x_j>}. */
    void productEntries(double c, Operator<B> a, Matrix<B> x, Matrix<B> gy, B out);

    /**
     * {@code y_i = max_k a_k x_j}, entry-wise, and the entry k that wins (the first of equals); 0 and -1 for an empty
     * row.
     */
    void max(Operator<B> a, Matrix<B> x, Matrix<B> y, int[] winners);

    /** {@code gx_j += a_k gy_i} for the winners. */
    void maxBack(Operator<B> a, int[] winners, Matrix<B> gy, Matrix<B> gx);

    /** {@code out_k += <gy_i, x_j>} over the columns that entry k won. */
    void maxEntries(int[] winners, Csr pattern, Matrix<B> x, Matrix<B> gy, B out);

    /**
     * {@code y_i = sum_k p_k m_k}, p the softmax of {@code t m} over the row, {@code m_k = a_k (max(0, x_j) + 1e-7)}.
     */
    void softmax(Operator<B> a, Matrix<B> x, SoftmaxTape<B> tape);

    /** Adds to the gradient of x. */
    void softmaxBack(Operator<B> a, Matrix<B> x, SoftmaxTape<B> tape, Matrix<B> gx);

    /** Adds to the gradient by the values. */
    void softmaxEntries(Operator<B> a, Matrix<B> x, SoftmaxTape<B> tape, B out);

    /** The derivative by the temperature. */
    double softmaxTemperature(Operator<B> a, Matrix<B> x, SoftmaxTape<B> tape);
}
