package org.seprank.gnn.layer;

import org.seprank.gnn.batch.OperatorKind;
import org.seprank.gnn.kernel.DenseKernels;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;
import org.seprank.gnn.kernel.SparseKernels;

/** {@code h <- (1 - teleport) P h + teleport z}, repeated. */
final class PropagationAggregator<B> implements Aggregator<B> {
    private final Aggregation.Appnp appnp;
    private final LayerState<B> state;

    PropagationAggregator(Aggregation.Appnp appnp, LayerState<B> state) {
        this.appnp = appnp;
        this.state = state;
    }

    /** h after that many steps; without a mask only the last two are needed. */
    private Matrix<B> step(int s, Matrix<B> like) {
        return state.matrix("h" + (state.isMasked() ? s : s % 2), like.rows(), like.width());
    }

    @Override
    public void forward(Matrix<B> z, Matrix<B> y) {
        Operator<B> p = state.operator(OperatorKind.GCN);
        DenseKernels<B> dense = state.kernels().dense();
        dense.copy(step(0, z), 1, z);
        Matrix<B> product = state.matrix("product", z.rows(), z.width());
        for (int s = 1; s <= appnp.steps(); s++) {
            state.kernels().sparse().multiply(p, step(s - 1, z), product);
            dense.copy(step(s, z), 1 - appnp.teleport(), product);
            dense.add(step(s, z), appnp.teleport(), z);
        }
        dense.copy(y, 1, step(appnp.steps(), z));
    }

    @Override
    public void backward(Matrix<B> z, Matrix<B> gy, Matrix<B> gz) {
        Operator<B> p = state.operator(OperatorKind.GCN);
        Operator<B> flipped = state.transposed(p);
        DenseKernels<B> dense = state.kernels().dense();
        SparseKernels<B> sparse = state.kernels().sparse();
        Matrix<B> g = state.matrix("gh", gy.rows(), gy.width());
        Matrix<B> product = state.matrix("product", gy.rows(), gy.width());
        dense.copy(g, 1, gy);
        state.cleared(gz);
        for (int s = appnp.steps(); s >= 1; s--) {
            Matrix<B> before = step(s - 1, z);
            dense.add(gz, appnp.teleport(), g);
            dense.copy(product, 1 - appnp.teleport(), g);
            state.maskGradient(p.pattern(), out -> sparse.addEntryProducts(p.pattern(), product, before, out));
            sparse.multiply(flipped, product, g);
        }
        dense.add(gz, 1, g);
    }
}
