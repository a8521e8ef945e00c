package org.seprank.gnn.layer;

import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.OperatorKind;
import org.seprank.gnn.kernel.DenseKernels;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;
import org.seprank.gnn.kernel.SoftmaxTape;

/**
 * Messages that know the edge they come along: {@code m_k = x_j + W_e e_k} for every entry k of the neighbours, with
 * weights W_e of the features e of edges. Memory and time O(entries * width) beyond what the layer takes without.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
final class EdgeMessages<B> {
    /** The name of W_e: [edge width, width]. */
    static final String WEIGHTS = "edge";

    private final LayerState<B> state;

    private EdgeMessages(LayerState<B> state) {
        this.state = state;
    }

    /** {@code y_i = (1 + epsilon) x_i + sum_k max(0, m_k)}. */
    static <B> Aggregator<B> sum(LayerState<B> state, Aggregation.Gine gine) {
        EdgeMessages<B> edges = new EdgeMessages<>(state);
        return new Aggregator<>(
                (z, y) -> {
                    Matrix<B> messages = edges.forward(z);
                    state.dense().activate(Activation.RELU, messages);
                    state.sparse().multiply(state.operator(OperatorKind.SUM_BY_ENTRY), messages, y);
                    state.dense().add(y, 1 + edges.epsilon(gine), z);
                },
                (z, gy, gz) -> {
                    Operator<B> a = state.operator(OperatorKind.SUM_BY_ENTRY);
                    Matrix<B> messages = edges.block("messages", z.width());
                    Matrix<B> gradient = edges.block("gMessages", z.width());
                    state.sparse().multiply(state.transposed(a), gy, gradient);
                    state.dense().activateBack(Activation.RELU, messages, gradient);
                    state.dense().copy(gz, 1 + edges.epsilon(gine), gy);
                    if (gine.trainable()) {
                        state.gradient("epsilon", state.dense().dot(gy, z));
                    }
                    edges.backward(gradient, gz);
                    state.productMaskGradient(a, gy, messages);
                });
    }

    private double epsilon(Aggregation.Gine gine) {
        return gine.trainable() ? state.number("epsilon") : gine.epsilon();
    }

    /** {@code y_i = x_i + sum_k p_k (max(0, m_k) + 1e-7)}, p the softmax of the messages. */
    static <B> Aggregator<B> softmax(LayerState<B> state, Aggregation.EdgeGenConv gen) {
        EdgeMessages<B> edges = new EdgeMessages<>(state);
        return new Aggregator<>(
                (z, y) -> {
                    SoftmaxTape<B> tape = edges.tape(gen.temperature(), y);
                    state.sparse().softmax(state.operator(OperatorKind.BY_ENTRY), edges.forward(z), tape);
                    state.dense().copy(y, 1, z);
                    state.dense().add(y, 1, tape.y());
                },
                (z, gy, gz) -> {
                    Operator<B> a = state.operator(OperatorKind.BY_ENTRY);
                    SoftmaxTape<B> tape = edges.tape(gen.temperature(), gy);
                    Matrix<B> messages = edges.block("messages", z.width());
                    Matrix<B> gradient = state.cleared(edges.block("gMessages", z.width()));
                    state.sparse().softmaxBack(a, messages, tape, gradient);
                    state.dense().copy(gz, 1, gy);
                    edges.backward(gradient, gz);
                    state.maskGradient(a.pattern(), out -> state.sparse().softmaxEntries(a, messages, tape, out));
                });
    }

    private SoftmaxTape<B> tape(double temperature, Matrix<B> gy) {
        return new SoftmaxTape<>(
                temperature,
                state.matrix("soft", gy.rows(), gy.width()),
                state.matrix("top", gy.rows(), gy.width()),
                state.matrix("sum", gy.rows(), gy.width()),
                gy);
    }

    private Matrix<B> block(String name, int width) {
        return state.matrix(name, state.operator(OperatorKind.SENDERS).pattern().rows(), width);
    }

    private Matrix<B> features() {
        return fitting(state.batch().edgeFeatures(), state);
    }

    /** These features of edges laid out for the weights that were fetched, if they fit. */
    static <B> Matrix<B> fitting(FeatureMatrix features, LayerState<B> state) {
        Matrix<B> weights = state.fetched(WEIGHTS);
        if (features.width() != weights.rows()) {
            throw new IllegalArgumentException("edges of the batch have " + features.width()
                    + " features, the layer has weights for " + weights.rows());
        }
        return features.matrix(state.kernels());
    }

    private Matrix<B> forward(Matrix<B> x) {
        DenseKernels<B> dense = state.dense();
        Matrix<B> weights = state.parameter(WEIGHTS);
        Matrix<B> ofEdges = state.matrix("ofEdges", state.batch().edgeFeatures().rows(), x.width());
        dense.multiply(features(), weights, ofEdges);
        Matrix<B> messages = block("messages", x.width());
        Matrix<B> added = block("added", x.width());
        state.sparse().multiply(state.operator(OperatorKind.SENDERS), x, messages);
        state.sparse().multiply(state.operator(OperatorKind.EDGES), ofEdges, added);
        dense.add(messages, 1, added);
        return messages;
    }

    /** Adds to the gradient of x, and writes that of the weights. */
    private void backward(Matrix<B> gMessages, Matrix<B> gx) {
        DenseKernels<B> dense = state.dense();
        Matrix<B> sent = state.matrix("gSent", gx.rows(), gx.width());
        state.sparse().multiply(state.transposed(state.operator(OperatorKind.SENDERS)), gMessages, sent);
        dense.add(gx, 1, sent);
        Matrix<B> ofEdges =
                state.matrix("gOfEdges", state.batch().edgeFeatures().rows(), gx.width());
        state.sparse().multiply(state.transposed(state.operator(OperatorKind.EDGES)), gMessages, ofEdges);
        dense.addTransposedProduct(features(), ofEdges, state.gradient(WEIGHTS));
    }
}
