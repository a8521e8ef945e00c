package org.seprank.gnn.layer;

import org.seprank.gnn.kernel.Matrix;

/**
 * The rows of a gradient that are not zero. With few labelled vertices they are few in the last layers, and only they
 * have to enter a product with weights; the sums are the same, since what is left out is zero.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
final class ActiveRows<B> {
    private final LayerState<B> state;
    private int[] rows = new int[0];
    private int count;

    ActiveRows(LayerState<B> state) {
        this.state = state;
    }

    /** Looks at this gradient; whether so few rows are not zero that leaving out the others pays. */
    boolean fewIn(Matrix<B> g) {
        if (rows.length < g.rows()) {
            rows = new int[g.rows()];
        }
        count = state.dense().activeRows(g, rows);
        return 4L * count <= 3L * g.rows();
    }

    /** The same rows of a block, one after the other. */
    Matrix<B> of(Matrix<B> whole, String name) {
        Matrix<B> few = few(whole, name);
        for (int i = 0; i < count; i++) {
            copy(whole, rows[i], few, i);
        }
        return few;
    }

    /** Room for as many rows as are active. */
    Matrix<B> few(Matrix<B> whole, String name) {
        return new Matrix<>(state.array(name, whole.length()), count, whole.width(), whole.stride());
    }

    /** Puts these rows back in their places and zeros elsewhere. */
    void spread(Matrix<B> few, Matrix<B> whole) {
        state.cleared(whole);
        for (int i = 0; i < count; i++) {
            copy(few, i, whole, rows[i]);
        }
    }

    @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays of one primitive type
    private static <B> void copy(Matrix<B> from, int row, Matrix<B> to, int place) {
        System.arraycopy(from.data(), row * from.stride(), to.data(), place * to.stride(), from.stride());
    }
}
