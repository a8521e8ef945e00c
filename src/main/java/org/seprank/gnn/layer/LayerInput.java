package org.seprank.gnn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.Kernels;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;

/**
 * The input of a layer after dropout, dense or sparse, and its products with weights.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
final class LayerInput<B> {
    private static final long DROPOUT = 1; // which use of the layer's random numbers this is

    private final LayerSpec spec;
    private final LayerState<B> state;
    private final LayerWeights<B> weights;
    private boolean dropped;
    private Matrix<B> raw;
    private Csr scratch = Csr.scratch(0, 1, 0); // what dropout leaves of sparse features

    LayerInput(LayerSpec spec, LayerState<B> state, LayerWeights<B> weights) {
        this.spec = spec;
        this.state = state;
        this.weights = weights;
        this.raw = state.matrix("x", 0, spec.inputWidth());
    }

    /** Takes the input of this pass. */
    void take(INDArray given) {
        dropped = state.training() && spec.dropout() > 0;
        if (spec.source() == LayerSpec.Source.LAYER) {
            raw = state.read(given, state.matrix("x", Math.toIntExact(given.size(0)), spec.inputWidth()));
            drop(raw);
        } else if (features().multiplied()) {
            if (state.training()) {
                throw new IllegalStateException("features that are multiplied by weights are not for training");
            }
        } else if (features().sparse()) {
            dropSparse();
        } else {
            drop(features().matrix(state.kernels()));
        }
    }

    private FeatureMatrix features() {
        return state.batch().features();
    }

    private void drop(Matrix<B> raw) {
        if (dropped) {
            Kernels<B> kernels = state.kernels();
            Matrix<B> mask = state.matrix("mask", raw.rows(), raw.width());
            kernels.dense().dropout(mask, 1 - spec.dropout(), state.stepSeed(DROPOUT));
            Matrix<B> kept = state.matrix("kept", raw.rows(), raw.width());
            kernels.dense().times(raw, mask, kept);
        }
    }

    private void dropSparse() {
        if (dropped) {
            Kernels<B> kernels = state.kernels();
            Operator<B> whole =
                    new Operator<>(features().csr(), kernels.values(features().csr()));
            if (scratch.rows() != whole.pattern().rows()
                    || scratch.indices().length < whole.pattern().entryCount() + 1) {
                scratch = Csr.scratch(
                        whole.pattern().rows(),
                        whole.pattern().columns(),
                        whole.pattern().entryCount() + 1);
            }
            B values = state.array("keptValues", whole.pattern().entryCount() + 1);
            kernels.dense()
                    .dropout(whole, new Operator<>(scratch, values), 1 - spec.dropout(), state.stepSeed(DROPOUT));
        }
    }

    /** The input before dropout; only if it comes from a layer. */
    Matrix<B> raw() {
        return raw;
    }

    /** The dense input after dropout. */
    Matrix<B> dense(int rows) {
        if (dropped) {
            return state.matrix("kept", rows, spec.inputWidth());
        }
        return spec.source() == LayerSpec.Source.LAYER ? raw : features().matrix(state.kernels());
    }

    private boolean sparse() {
        return spec.source() == LayerSpec.Source.FEATURES && features().sparse();
    }

    private Operator<B> sparseInput() {
        return dropped
                ? new Operator<>(scratch, state.array("keptValues", 0))
                : new Operator<>(
                        features().csr(), state.kernels().values(features().csr()));
    }

    /** {@code x w} for other features, laid out as the layer's own. */
    Matrix<B> product(FeatureMatrix other) {
        Kernels<B> kernels = state.kernels();
        Matrix<B> w = weights.fetch();
        B data = kernels.allocate(Math.multiplyExact(other.rows(), w.stride()));
        Matrix<B> z = new Matrix<>(data, other.rows(), w.width(), w.stride());
        if (other.sparse()) {
            kernels.sparse().multiply(new Operator<>(other.csr(), kernels.values(other.csr())), w, z);
        } else {
            kernels.dense().multiply(other.matrix(kernels), w, z);
        }
        return z;
    }

    /** The product that the features are given by, if they are of this layer. */
    @SuppressWarnings("unchecked")
    private Matrix<B> given(Matrix<B> z) {
        Matrix<?> known = features().product();
        boolean sameType = known.data().getClass() == z.data().getClass();
        if (!sameType || known.width() != z.width() || known.stride() != z.stride()) {
            throw new IllegalArgumentException("the features were multiplied by weights of another layer");
        }
        return (Matrix<B>) known;
    }

    /** {@code z = x w}. */
    void multiply(Matrix<B> w, Matrix<B> z) {
        if (spec.source() == LayerSpec.Source.FEATURES && features().multiplied()) {
            state.dense().copy(z, 1, given(z));
        } else if (sparse()) {
            state.sparse().multiply(sparseInput(), w, z);
        } else {
            state.dense().multiply(dense(z.rows()), w, z);
        }
    }

    /** {@code gw = x^T gz}; gw is zero before. */
    void addWeightGradient(Matrix<B> gz, Matrix<B> gw) {
        if (spec.source() == LayerSpec.Source.FEATURES && features().multiplied()) {
            return; // the weights went into the features: there is no derivative by them
        }
        if (sparse() && dropped) {
            state.sparse().addTransposed(sparseInput(), gz, gw);
        } else if (sparse()) { // the features stay: turned over once, they are gathered, which is faster
            state.sparse().multiply(state.transposed(sparseInput()), gz, gw);
        } else {
            state.dense().addTransposedProduct(dense(gz.rows()), gz, gw);
        }
    }

    /** Turns the gradient of the input after dropout into that of the input before. */
    void undrop(Matrix<B> gx) {
        if (dropped) {
            state.dense().times(gx, state.matrix("mask", gx.rows(), gx.width()));
        }
    }
}
