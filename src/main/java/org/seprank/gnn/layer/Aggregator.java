package org.seprank.gnn.layer;

import org.seprank.gnn.kernel.Matrix;

/**
 * The aggregation of one layer, running: from the parts z of all vertices to their values y, and back. An instance
 * remembers what its last forward pass left for the backward pass.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
interface Aggregator<B> {
    /** Writes y, [n, output width], from z, [n, groups * group width]. */
    void forward(Matrix<B> z, Matrix<B> y);

    /** Writes the gradient of z from that of y, and those of the aggregation's own parameters. */
    void backward(Matrix<B> z, Matrix<B> gy, Matrix<B> gz);

    /** The one for that aggregation. */
    static <B> Aggregator<B> of(Aggregation aggregation, LayerState<B> state) {
        if (aggregation instanceof Aggregation.Linear) {
            return new IdentityAggregator<>(state);
        }
        if (aggregation instanceof Aggregation.Gin gin) {
            return new SumAggregator<>(gin, state);
        }
        if (aggregation instanceof Aggregation.Gat gat) {
            return new AttentionAggregator<>(gat, state);
        }
        if (aggregation instanceof Aggregation.Sage sage && sage.maximum()) {
            return new MaximumAggregator<>(state);
        }
        if (aggregation instanceof Aggregation.GenConv gen) {
            return new SoftmaxAggregator<>(gen, state);
        }
        if (aggregation instanceof Aggregation.Appnp appnp) {
            return new PropagationAggregator<>(appnp, state);
        }
        if (aggregation instanceof Aggregation.Product) {
            return new ProductAggregator<>(state);
        }
        return OperatorAggregator.of(aggregation, state);
    }
}
