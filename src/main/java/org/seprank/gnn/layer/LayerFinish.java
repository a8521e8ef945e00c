package org.seprank.gnn.layer;

import org.seprank.gnn.kernel.DenseKernels;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.NormKernels;
import org.seprank.gnn.kernel.NormKernels.Affine;
import org.seprank.gnn.kernel.NormKernels.NormTape;

/**
 * What follows the aggregation of a layer: bias, normalisation, activation, normalisation.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
final class LayerFinish<B> {
    /** How much of a batch's statistics enters the running ones. */
    private static final double MOMENTUM = 0.1;

    private final LayerSpec spec;
    private final LayerState<B> state;

    LayerFinish(LayerSpec spec, LayerState<B> state) {
        this.spec = spec;
        this.state = state;
    }

    /** Finishes y in place, or in the block that is returned. */
    Matrix<B> forward(Matrix<B> y) {
        DenseKernels<B> dense = state.dense();
        if (spec.aggregation().hasBias()) {
            dense.addRow(y, state.parameter("b"));
        }
        normalise(spec.finish().before(), "before", y, y);
        dense.activate(spec.finish().activation(), y);
        if (spec.finish().after() == Norm.NONE) {
            return y;
        }
        // the activation's derivative needs its value, so what follows must not overwrite it
        Matrix<B> result = state.matrix("finished", y.rows(), y.width());
        normalise(spec.finish().after(), "after", y, result);
        return result;
    }

    private void normalise(Norm norm, String name, Matrix<B> x, Matrix<B> y) {
        NormKernels<B> kernels = state.kernels().norm();
        switch (norm) {
            case NONE -> {}
            case LAYER -> kernels.rows(x, affine(name), tape(name, x), y);
            case BATCH -> {
                if (state.training()) {
                    Matrix<B> live = state.live(x);
                    if (x.data() != y.data() && live.rows() < x.rows()) {
                        state.cleared(y); // what is not normalised has to be finite
                    }
                    kernels.columns(live, affine(name), tape(name, live), state.live(y));
                    observe(name, live);
                } else {
                    kernels.columnsBy(x, affine(name), statistics(name), y);
                }
            }
        }
    }

    private Affine<B> affine(String name) {
        return new Affine<>(state.parameter(name + "Scale"), state.parameter(name + "Shift"));
    }

    private Affine<B> statistics(String name) {
        return new Affine<>(state.parameter(name + "Variance"), state.parameter(name + "Mean"));
    }

    private NormTape<B> tape(String name, Matrix<B> x) {
        int length = Math.max(x.rows(), x.stride());
        return new NormTape<>(
                state.matrix(name + ".normal", x.rows(), x.width()),
                state.array(name + ".mean", length),
                state.array(name + ".inverse", length));
    }

    /**
     * Writes the step that moves the running statistics, which the library subtracts like any gradient: the parameters
     * of a network change nowhere else.
     */
    private void observe(String name, Matrix<B> x) {
        NormTape<B> tape = tape(name, x);
        Affine<B> running = statistics(name);
        Matrix<B> variances = state.gradient(name + "Variance");
        Matrix<B> means = state.gradient(name + "Mean");
        double unbiased = x.rows() > 1 ? x.rows() / (x.rows() - 1.0) : 1;
        for (int c = 0; c < x.width(); c++) {
            double inverse = state.kernels().get(tape.inverse(), c);
            double variance = Math.max(0, 1 / (inverse * inverse) - NormKernels.EPSILON) * unbiased;
            double mean = state.kernels().get(tape.mean(), c);
            double variance0 = state.kernels().get(running.scale().data(), c);
            double mean0 = state.kernels().get(running.shift().data(), c);
            state.kernels().set(variances.data(), c, MOMENTUM * (variance0 - variance));
            state.kernels().set(means.data(), c, MOMENTUM * (mean0 - mean));
        }
    }

    /**
     * Turns the gradient of the result, in place, into that of what the layer aggregated; y is the activation's value.
     */
    void backward(Matrix<B> y, Matrix<B> g) {
        normaliseBack(spec.finish().after(), "after", g);
        Activation f = spec.finish().activation();
        state.dense().activateBack(f, y, g);
        normaliseBack(spec.finish().before(), "before", g);
        if (spec.aggregation().hasBias()) {
            state.dense().addColumnSums(g, state.gradient("b"));
        }
    }

    private void normaliseBack(Norm norm, String name, Matrix<B> g) {
        if (norm == Norm.NONE) {
            return;
        }
        if (norm == Norm.BATCH && !state.training()) {
            scaleByStatistics(name, g);
            return;
        }
        Affine<B> affine = new Affine<>(state.fetched(name + "Scale"), state.fetched(name + "Shift"));
        Affine<B> gradient = new Affine<>(state.gradient(name + "Scale"), state.gradient(name + "Shift"));
        NormKernels<B> kernels = state.kernels().norm();
        if (norm == Norm.LAYER) {
            kernels.rowsBack(g, affine, tape(name, g), gradient);
        } else {
            Matrix<B> live = state.live(g);
            kernels.columnsBack(live, affine, tape(name, live), gradient);
        }
    }

    /** With given statistics the normalisation is linear: its derivative is itself without the shifts. */
    private void scaleByStatistics(String name, Matrix<B> g) {
        Matrix<B> none = state.cleared(state.matrix("noShift", 1, g.width()));
        Affine<B> scale = new Affine<>(state.fetched(name + "Scale"), none);
        Affine<B> variance = new Affine<>(state.fetched(name + "Variance"), none);
        state.kernels().norm().columnsBy(g, scale, variance, g);
    }
}
