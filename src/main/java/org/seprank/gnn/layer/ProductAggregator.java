package org.seprank.gnn.layer;

import org.seprank.gnn.batch.OperatorKind;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;
import org.seprank.gnn.kernel.SparseKernels;

/** {@code y_i = prod_j z_j} over the neighbours and i itself. */
final class ProductAggregator<B> implements Aggregator<B> {
    private final LayerState<B> state;

    ProductAggregator(LayerState<B> state) {
        this.state = state;
    }

    @Override
    public void forward(Matrix<B> z, Matrix<B> y) {
        state.kernels().sparse().product(state.operator(OperatorKind.WITH_SELF), z, y);
    }

    @Override
    public void backward(Matrix<B> z, Matrix<B> gy, Matrix<B> gz) {
        Operator<B> a = state.operator(OperatorKind.WITH_SELF);
        SparseKernels<B> sparse = state.kernels().sparse();
        sparse.productBack(a, z, gy, state.cleared(gz));
        state.maskGradient(a.pattern(), out -> sparse.productEntries(a, z, gy, out));
    }
}
