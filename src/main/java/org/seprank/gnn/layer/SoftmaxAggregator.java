package org.seprank.gnn.layer;

import org.seprank.gnn.batch.OperatorKind;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;
import org.seprank.gnn.kernel.SoftmaxTape;
import org.seprank.gnn.kernel.SparseKernels;

/** {@code y_i = x_i + sum_j p_j m_j}, p the softmax of the messages m. */
final class SoftmaxAggregator<B> implements Aggregator<B> {
    private final Aggregation.GenConv gen;
    private final LayerState<B> state;

    SoftmaxAggregator(Aggregation.GenConv gen, LayerState<B> state) {
        this.gen = gen;
        this.state = state;
    }

    private SoftmaxTape<B> tape(Matrix<B> gy) {
        int n = gy.rows();
        int width = gy.width();
        double temperature = gen.trainable() ? state.number("temperature") : gen.temperature();
        return new SoftmaxTape<>(
                temperature,
                state.matrix("soft", n, width),
                state.matrix("top", n, width),
                state.matrix("sum", n, width),
                gy);
    }

    @Override
    public void forward(Matrix<B> z, Matrix<B> y) {
        SoftmaxTape<B> tape = tape(y);
        state.kernels().sparse().softmax(state.operator(OperatorKind.NEIGHBOURS), z, tape);
        state.kernels().dense().copy(y, 1, z);
        state.kernels().dense().add(y, 1, tape.y());
    }

    @Override
    public void backward(Matrix<B> z, Matrix<B> gy, Matrix<B> gz) {
        Operator<B> a = state.operator(OperatorKind.NEIGHBOURS);
        SparseKernels<B> sparse = state.kernels().sparse();
        SoftmaxTape<B> tape = tape(gy);
        state.kernels().dense().copy(gz, 1, gy);
        sparse.softmaxBack(a, z, tape, gz);
        if (gen.trainable()) {
            state.gradient("temperature", sparse.softmaxTemperature(a, z, tape));
        }
        state.maskGradient(a.pattern(), out -> sparse.softmaxEntries(a, z, tape, out));
    }
}
