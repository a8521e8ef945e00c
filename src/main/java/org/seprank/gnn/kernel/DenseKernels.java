package org.seprank.gnn.kernel;

/**
 * Dense products and entry-wise functions on row-major blocks. All arguments have matching shapes; outputs do not
 * overlap inputs unless said otherwise.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
public interface DenseKernels<B> {
    /** {@code y = x w}, x: [n, k], w: [k, m], y: [n, m]. Time O(n k m). */
    void multiply(Matrix<B> x, Matrix<B> w, Matrix<B> y);

    /** {@code w += x^T g}, x: [n, k], g: [n, m], w: [k, m]. Time O(n k m). */
    void addTransposedProduct(Matrix<B> x, Matrix<B> g, Matrix<B> w);

    /** Lists the rows that have an entry other than 0, ascending, in {@code rows}; how many they are. */
    int activeRows(Matrix<B> g, int[] rows);

    /** {@code t = w^T}. */
    void transpose(Matrix<B> w, Matrix<B> t);

    /** Adds the one row {@code b} to every row of {@code y}. */
    void addRow(Matrix<B> y, Matrix<B> b);

    /** Adds the sum of the rows of {@code g} to the one row {@code b}. */
    void addColumnSums(Matrix<B> g, Matrix<B> b);

    /** {@code y += factor * x} over blocks of one shape. */
    void add(Matrix<B> y, double factor, Matrix<B> x);

    /** {@code y = factor * x} over blocks of one shape. */
    void copy(Matrix<B> y, double factor, Matrix<B> x);

    /** {@code y = x * m}, entry by entry. */
    void times(Matrix<B> x, Matrix<B> m, Matrix<B> y);

    /** {@code y *= x}, entry by entry. */
    void times(Matrix<B> y, Matrix<B> x);

    /** The sum of all products of entries at the same place. */
    double dot(Matrix<B> x, Matrix<B> y);

    /** {@code y = f(y)}. */
    void activate(EntryFunction f, Matrix<B> y);

    /** {@code g *= f'}, where {@code y = f(..)}. */
    void activateBack(EntryFunction f, Matrix<B> y, Matrix<B> g);

    /**
     * Fills a block with 0 and {@code 1 / keep}, the latter with probability {@code keep} (to 24 bits), by the seed and
     * the row and column alone.
     */
    void dropout(Matrix<B> mask, double keep, long seed);

    /**
     * Drops entries of a sparse matrix likewise and scales what remains.
     *
     * @param from what to drop from
     * @param into gets what remains; its pattern is a {@linkplain Csr#scratch scratch} for as many entries
     */
    void dropout(Operator<B> from, Operator<B> into, double keep, long seed);
}
