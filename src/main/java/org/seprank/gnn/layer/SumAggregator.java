package org.seprank.gnn.layer;

import org.seprank.gnn.batch.OperatorKind;
import org.seprank.gnn.kernel.DenseKernels;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;

/** {@code y_i = (1 + epsilon) z_i + sum_j z_j}. */
final class SumAggregator<B> implements Aggregator<B> {
    private final Aggregation.Gin gin;
    private final LayerState<B> state;

    SumAggregator(Aggregation.Gin gin, LayerState<B> state) {
        this.gin = gin;
        this.state = state;
    }

    @Override
    public void forward(Matrix<B> z, Matrix<B> y) {
        state.kernels().sparse().multiply(state.operator(OperatorKind.NEIGHBOURS), z, y);
        state.kernels().dense().add(y, 1 + epsilon(), z);
    }

    private double epsilon() {
        return gin.trainable() ? state.number("epsilon") : gin.epsilon();
    }

    @Override
    public void backward(Matrix<B> z, Matrix<B> gy, Matrix<B> gz) {
        Operator<B> a = state.operator(OperatorKind.NEIGHBOURS);
        DenseKernels<B> dense = state.kernels().dense();
        state.kernels().sparse().multiply(state.transposed(a), gy, gz);
        dense.add(gz, 1 + epsilon(), gy);
        if (gin.trainable()) {
            state.gradient("epsilon", dense.dot(gy, z));
        }
        state.maskGradient(a.pattern(), out -> state.kernels().sparse().addEntryProducts(a.pattern(), gy, z, out));
    }
}
