package org.seprank.gnn.layer;

import org.seprank.gnn.kernel.DenseKernels;
import org.seprank.gnn.kernel.Kernels;
import org.seprank.gnn.kernel.Matrix;

/**
 * The weights W of a layer, {@code W = W_1 .. W_K}, and the penalty of its rank. A layer computes with W alone; the
 * gradients of the factors follow from that of W: {@code (W_1 .. W_{k-1})ᵀ G (W_{k+1} .. W_K)ᵀ}. Time O(K·rows·columns
 * ·min(rows, columns)) per pass beyond what one factor takes.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
final class LayerWeights<B> {
    private final LayerSpec spec;
    private final LayerState<B> state;
    private final int factors;
    private NuclearNorm norm = NuclearNorm.NONE;
    private boolean penalized; // whether the pass that was started last has a penalty

    LayerWeights(LayerSpec spec, LayerState<B> state) {
        this.spec = spec;
        this.state = state;
        this.factors = spec.weights().factors();
    }

    /** W, fetched anew. */
    Matrix<B> fetch() {
        Matrix<B> product = state.parameter(LayerSpec.factor(1, factors));
        for (int k = 2; k <= factors; k++) {
            Matrix<B> factor = state.parameter(LayerSpec.factor(k, factors));
            Matrix<B> next = k == factors ? grouped("W") : state.matrix("W.." + k, spec.inputWidth(), factor.width());
            if (k == factors) {
                dense().multiply(product, whole(factor), whole(next));
            } else {
                dense().multiply(product, factor, next);
            }
            product = next;
        }
        penalized = state.training() && spec.weights().rankPenalty() > 0;
        if (penalized) {
            norm = NuclearNorm.of(rows(product));
        }
        return product;
    }

    /** W as it was fetched last. */
    Matrix<B> fetched() {
        return factors == 1 ? state.fetched("W") : grouped("W");
    }

    /** Where the gradient of W is gathered, cleared. */
    Matrix<B> gradient() {
        return factors == 1 ? state.gradient("W") : state.cleared(grouped("gW"));
    }

    /** Adds the penalty to the gradient that was gathered and hands it on to the factors. */
    void finish(Matrix<B> gradient) {
        if (penalized) {
            addPenalty(gradient);
        }
        Matrix<B> rest = whole(gradient);
        for (int k = factors; k >= 2; k--) {
            Matrix<B> before = k == 2
                    ? state.fetched(LayerSpec.factor(1, factors))
                    : state.matrix("W.." + (k - 1), spec.inputWidth(), inner());
            Matrix<B> factor = state.fetched(LayerSpec.factor(k, factors));
            Matrix<B> slope = state.gradient(LayerSpec.factor(k, factors));
            factor = k == factors ? whole(factor) : factor;
            dense().addTransposedProduct(before, rest, k == factors ? whole(slope) : slope);
            int turned = factor.width();
            Matrix<B> flipped = state.matrix("flipped" + k, turned, factor.rows());
            dense().transpose(factor, flipped);
            Matrix<B> next = k == 2
                    ? state.gradient(LayerSpec.factor(1, factors))
                    : state.matrix("g.." + (k - 1), spec.inputWidth(), inner());
            dense().multiply(rest, flipped, next);
            rest = next;
        }
    }

    /** What the penalty adds to the loss of the training pass that was started last. */
    double penalty() {
        return penalized ? spec.weights().rankPenalty() * norm.value() : 0;
    }

    private void addPenalty(Matrix<B> gradient) {
        Kernels<B> kernels = state.kernels();
        double[][] slope = norm.slope();
        for (int i = 0; i < slope.length; i++) {
            for (int j = 0; j < slope[i].length; j++) {
                int at = place(gradient, i, j);
                double sum = kernels.get(gradient.data(), at) + spec.weights().rankPenalty() * slope[i][j];
                kernels.set(gradient.data(), at, sum);
            }
        }
    }

    private double[][] rows(Matrix<B> matrix) {
        double[][] rows = new double[matrix.rows()][matrix.width()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = state.kernels().get(matrix.data(), place(matrix, i, j));
            }
        }
        return rows;
    }

    /** Where an entry of W stands in a block of padded groups. */
    private int place(Matrix<B> matrix, int row, int column) {
        int groups = spec.aggregation().groups();
        int width = matrix.width() / groups;
        return row * matrix.stride() + column / width * (matrix.stride() / groups) + column % width;
    }

    private Matrix<B> grouped(String name) {
        int width = spec.aggregation().groupWidth(spec.outputWidth());
        return state.grouped(name, spec.inputWidth(), width, spec.aggregation().groups());
    }

    private int inner() {
        return spec.innerWidth();
    }

    /** The padding in a block of several groups taken for columns; that of weights is zero. */
    private Matrix<B> whole(Matrix<B> m) {
        return spec.aggregation().groups() == 1 ? m : new Matrix<>(m.data(), m.rows(), m.stride(), m.stride());
    }

    private DenseKernels<B> dense() {
        return state.dense();
    }
}
