package org.seprank.gnn.layer;

import org.seprank.gnn.batch.OperatorKind;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;
import org.seprank.gnn.kernel.SparseKernels;

/** {@code y_i = z_i + max_j z'_j}, entry-wise over the neighbours. */
final class MaximumAggregator<B> implements Aggregator<B> {
    private final LayerState<B> state;
    private int[] winners = new int[0];

    MaximumAggregator(LayerState<B> state) {
        this.state = state;
    }

    @Override
    public void forward(Matrix<B> z, Matrix<B> y) {
        if (winners.length < y.length()) {
            winners = new int[y.length()];
        }
        Operator<B> a = state.operator(OperatorKind.NEIGHBOURS_BESIDE_SELF);
        state.kernels().sparse().max(a, z.cut(2, y.width()), y, winners);
        Matrix<B> self = state.matrix("self", y.rows(), y.width());
        selfPart(z.cut(2, y.width()), self);
        state.kernels().dense().add(y, 1, self);
    }

    /** Copies the rows of group 0. */
    private void selfPart(Matrix<B> parts, Matrix<B> self) {
        for (int i = 0; i < self.rows(); i++) {
            System.arraycopy(parts.data(), 2 * i * parts.stride(), self.data(), i * self.stride(), self.stride());
        }
    }

    @Override
    public void backward(Matrix<B> z, Matrix<B> gy, Matrix<B> gz) {
        Operator<B> a = state.operator(OperatorKind.NEIGHBOURS_BESIDE_SELF);
        SparseKernels<B> sparse = state.kernels().sparse();
        Matrix<B> parts = state.cleared(gz).cut(2, gy.width());
        sparse.maxBack(a, winners, gy, parts);
        for (int i = 0; i < gy.rows(); i++) {
            System.arraycopy(gy.data(), i * gy.stride(), parts.data(), 2 * i * parts.stride(), gy.stride());
        }
        state.maskGradient(a.pattern(), out -> sparse.maxEntries(winners, a.pattern(), z.cut(2, gy.width()), gy, out));
    }
}
