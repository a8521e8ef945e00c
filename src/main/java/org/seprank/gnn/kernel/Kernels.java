package org.seprank.gnn.kernel;

/**
 * The arithmetic of one precision. Layers are written once against this; which implementation runs is told by
 * {@link #name()}.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
public interface Kernels<B> {
    /** Such as {@code "float, 512-bit vectors"}. */
    String name();

    /** The same arithmetic shared among these threads. */
    Kernels<B> with(Workers workers);

    /** The row length that a block of this many columns is stored with. */
    int padded(int width);

    /** An array of zeros. */
    B allocate(int length);

    /** The length of an array. */
    int length(B array);

    /** Sets the entries {@code from .. to-1}. */
    void fill(B array, int from, int to, double value);

    /** One entry. */
    double get(B array, int index);

    /** Sets one entry. */
    void set(B array, int index, double value);

    /** The values of a sparse matrix in this precision. Read only. */
    B values(Csr matrix);

    /** Dense products and entry-wise functions. */
    DenseKernels<B> dense();

    /** Sparse products and aggregations over neighbours. */
    SparseKernels<B> sparse();

    /** Layer and batch normalisation. */
    NormKernels<B> norm();

    /** Attention over neighbours. */
    AttentionKernels<B> attention();
}
