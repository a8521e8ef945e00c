package org.seprank.gnn.layer;

import org.seprank.gnn.batch.OperatorKind;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;

/**
 * {@code y = P z} with a fixed sparse operator, whose columns are the parts of vertices: GCN, GraphSAGE with means, and
 * relational layers are this with different operators.
 */
final class OperatorAggregator<B> implements Aggregator<B> {
    private final LayerState<B> state;
    private final OperatorKind kind;
    private final int groups;

    OperatorAggregator(LayerState<B> state, OperatorKind kind, int groups) {
        this.state = state;
        this.kind = kind;
        this.groups = groups;
    }

    @Override
    public void forward(Matrix<B> z, Matrix<B> y) {
        if (kind == OperatorKind.RELATIONAL && state.batch().relations() != groups - 1) {
            throw new IllegalArgumentException("the layer has weights for " + (groups - 1)
                    + " relations, but the batch has " + state.batch().relations());
        }
        state.kernels().sparse().multiply(state.operator(kind), z.cut(groups, y.width()), y);
    }

    @Override
    public void backward(Matrix<B> z, Matrix<B> gy, Matrix<B> gz) {
        Operator<B> p = state.operator(kind);
        state.kernels().sparse().multiply(state.transposed(p), gy, gz.cut(groups, gy.width()));
        state.maskGradient(
                p.pattern(),
                out -> state.kernels().sparse().addEntryProducts(p.pattern(), gy, z.cut(groups, gy.width()), out));
    }
}
