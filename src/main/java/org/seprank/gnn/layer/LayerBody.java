package org.seprank.gnn.layer;

import org.seprank.gnn.kernel.DenseKernels;
import org.seprank.gnn.kernel.Matrix;

/**
 * Weights and aggregation of a layer, in the order that the aggregation asks for.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
final class LayerBody<B> {
    private final LayerSpec spec;
    private final LayerState<B> state;
    private final LayerWeights<B> weights;
    private final LayerInput<B> input;
    private final Aggregator<B> aggregator;
    private final ActiveRows<B> active;

    LayerBody(LayerSpec spec, LayerState<B> state, LayerWeights<B> weights, LayerInput<B> input) {
        this.spec = spec;
        this.state = state;
        this.weights = weights;
        this.input = input;
        this.aggregator = spec.aggregation().running(state);
        this.active = new ActiveRows<>(state);
    }

    void forward(Matrix<B> y) {
        aggregate(transformsFirst() ? transformed(y.rows()) : input.dense(y.rows()), y, y.rows());
    }

    boolean transformsFirst() {
        return spec.aggregation().transforms() && !spec.aggregation().aggregatesFirst();
    }

    /** What is aggregated of the input, where {@link #transformsFirst}. */
    Matrix<B> transformed(int rows) {
        Matrix<B> z = parts("z", rows);
        input.multiply(weights.fetch(), z);
        return z;
    }

    /** Room for what is aggregated: of the input's width unless {@link #transformsFirst}. */
    Matrix<B> messages(int rows) {
        return transformsFirst() ? parts("z", rows) : state.matrix("x", rows, spec.inputWidth());
    }

    /** Writes the first rows of y at least; others may be left as they were. */
    void aggregate(Matrix<B> messages, Matrix<B> y, int rows) {
        if (!spec.aggregation().transforms() || transformsFirst()) {
            aggregator.forward().run(messages, y);
            return;
        }
        Matrix<B> u = state.matrix("u", y.rows(), spec.inputWidth());
        aggregator.forward().run(messages, u);
        state.dense().multiply(first(rows, u), weights.fetch(), first(rows, y));
    }

    /** The first rows of a block. */
    static <B> Matrix<B> first(int rows, Matrix<B> block) {
        return new Matrix<>(block.data(), rows, block.width(), block.stride());
    }

    private Matrix<B> parts(String name, int rows) {
        int width = spec.aggregation().groupWidth(spec.outputWidth());
        return state.grouped(name, rows, width, spec.aggregation().groups());
    }

    /** Writes the gradients of the weights and, unless the input has none, of the input after dropout. */
    void backward(Matrix<B> gy, Matrix<B> gx) {
        Aggregation aggregation = spec.aggregation();
        if (!aggregation.transforms()) {
            aggregator.backward().run(input.dense(gy.rows()), gy, gx);
        } else if (aggregation.aggregatesFirst()) {
            Matrix<B> u = state.matrix("u", gy.rows(), spec.inputWidth());
            Matrix<B> gu = state.matrix("gu", gy.rows(), spec.inputWidth());
            productBack(u, gy, gu);
            aggregator.backward().run(input.dense(gy.rows()), gu, gx);
        } else {
            Matrix<B> gz = parts("gz", gy.rows());
            aggregator.backward().run(parts("z", gy.rows()), gy, gz);
            if (spec.source() == LayerSpec.Source.LAYER) {
                productBack(input.dense(gz.rows()), gz, gx);
            } else {
                Matrix<B> gw = weights.gradient();
                input.addWeightGradient(gz, gw);
                weights.finish(gw);
            }
        }
    }

    /** From the gradient of {@code x W} to those of W and of x. */
    private void productBack(Matrix<B> x, Matrix<B> gz, Matrix<B> gx) {
        DenseKernels<B> dense = state.dense();
        Matrix<B> gw = weights.gradient();
        if (active.fewIn(gz)) {
            Matrix<B> few = active.of(gz, "few.gz");
            dense.addTransposedProduct(active.of(x, "few.x"), few, gw);
            Matrix<B> result = active.few(gx, "few.gx");
            multiplyByWeightsTransposed(few, result);
            active.spread(result, gx);
        } else {
            dense.addTransposedProduct(x, gz, gw);
            multiplyByWeightsTransposed(gz, gx);
        }
        weights.finish(gw);
    }

    /** Writes the gradient of features that the last {@link #backward} had no use for. */
    void inputGradient(Matrix<B> gx) {
        multiplyByWeightsTransposed(parts("gz", gx.rows()), gx);
    }

    private void multiplyByWeightsTransposed(Matrix<B> gz, Matrix<B> gx) {
        Matrix<B> w = whole(weights.fetched());
        Matrix<B> flipped = state.matrix("Wt", w.width(), w.rows());
        state.dense().transpose(w, flipped);
        state.dense().multiply(whole(gz), flipped, gx);
    }

    /** The padding inside a block of several groups taken for columns; that of the weights is zero. */
    private Matrix<B> whole(Matrix<B> m) {
        return spec.aggregation().groups() == 1 ? m : new Matrix<>(m.data(), m.rows(), m.stride(), m.stride());
    }
}
