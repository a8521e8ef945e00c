package org.seprank.gnn.layer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.seprank.gnn.batch.EdgeMask;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.batch.GraphContext;
import org.seprank.gnn.batch.OperatorKind;
import org.seprank.gnn.kernel.CounterRandom;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.DenseKernels;
import org.seprank.gnn.kernel.Kernels;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;
import org.seprank.gnn.kernel.SparseKernels;

/**
 * What the parts of one layer share while it runs: kernels, buffers that live as long as the layer, parameters and
 * gradients as padded blocks, and the batch with its operators. Not safe for several threads.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
final class LayerState<B> {
    private final Map<String, B> buffers = new HashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Set<String> fetched = new HashSet<>();
    private final long seed;
    private Kernels<B> kernels;
    private GraphContext context;
    private Map<String, INDArray> values = Map.of();
    private boolean training;
    private int live;

    LayerState(Kernels<B> kernels, Iterable<Parameter> parameters, long seed) {
        this.kernels = kernels;
        this.context = GraphContext.unattached();
        this.seed = seed;
        for (Parameter parameter : parameters) {
            this.parameters.put(parameter.name(), parameter);
        }
    }

    void context(GraphContext other) {
        context = other;
        kernels = kernels.with(other.workers());
    }

    /** Starts a forward pass with these parameters. */
    void begin(Map<String, INDArray> current, boolean isTraining) {
        values = current;
        fetched.clear();
        training = isTraining;
    }

    /** Notes how far the pass is; see {@link GraphContext#passed}. */
    void passed(boolean first, int hops, int rows) {
        live = context.passed(first, hops, rows);
    }

    /** The rows of a block that statistics are of: all, but for vertices that are there for others alone. */
    Matrix<B> live(Matrix<B> block) {
        return block.rows() == live ? block : new Matrix<>(block.data(), live, block.width(), block.stride());
    }

    Kernels<B> kernels() {
        return kernels;
    }

    DenseKernels<B> dense() {
        return kernels.dense();
    }

    SparseKernels<B> sparse() {
        return kernels.sparse();
    }

    boolean training() {
        return training;
    }

    GraphBatch batch() {
        return context.batch(training);
    }

    /** The content of an array of the library: what the layer before has just written there, or a copy. */
    Matrix<B> read(INDArray array, Matrix<B> room) {
        Optional<Matrix<B>> known = context.content(array, room);
        if (known.isEmpty()) {
            Tensors.load(array, room, 1);
        }
        return known.orElse(room);
    }

    /** Writes an array of the library, for the next layer. */
    void write(Matrix<B> from, INDArray array) {
        Tensors.store(from, array, 1);
        context.wrote(array, from);
    }

    /** The seed of what is random in this training step; {@code use} tells uses apart. */
    long stepSeed(long use) {
        return CounterRandom.mix(seed, context.iteration(), use);
    }

    /** An array at least that long, the same for the same name; its content is what was left there. */
    B array(String name, int length) {
        B known = buffers.get(name);
        if (known == null || kernels.length(known) < length) {
            known = kernels.allocate(length);
            buffers.put(name, known);
        }
        return known;
    }

    /** An array of zeros. */
    B zeros(String name, int length) {
        B array = array(name, length);
        kernels.fill(array, 0, length, 0);
        return array;
    }

    /** A block with padded rows, the same for the same name; its content is what was left there. */
    Matrix<B> matrix(String name, int rows, int width) {
        return grouped(name, rows, width, 1);
    }

    /** A block whose rows are cut into padded groups. */
    Matrix<B> grouped(String name, int rows, int groupWidth, int groups) {
        int stride = groups * kernels.padded(groupWidth);
        return new Matrix<>(array(name, rows * stride), rows, groups * groupWidth, stride);
    }

    /** The same, cleared. */
    Matrix<B> cleared(Matrix<B> matrix) {
        kernels.fill(matrix.data(), 0, matrix.length(), 0);
        return matrix;
    }

    /** Adds a number to all entries of a block but its padding. */
    void addConstant(Matrix<B> matrix, double number) {
        Matrix<B> row = matrix("constant", 1, matrix.width());
        kernels.fill(row.data(), 0, row.stride(), 0);
        kernels.fill(row.data(), 0, row.width(), number);
        dense().addRow(matrix, row);
    }

    /** The parameter of that name, fetched anew. */
    Matrix<B> parameter(String name) {
        Parameter p = parameter0(name);
        Matrix<B> block = grouped("p." + name, p.rows(), p.width(), p.groups());
        Tensors.load(value(name), block, p.groups());
        fetched.add(name);
        return block;
    }

    /** The parameter of that name as it was fetched last. */
    Matrix<B> fetched(String name) {
        Parameter p = parameter0(name);
        return grouped("p." + name, p.rows(), p.width(), p.groups());
    }

    /** Whether the parameter was fetched in the pass that was started last. */
    boolean isFetched(String name) {
        return fetched.contains(name);
    }

    private Parameter parameter0(String name) {
        Parameter known = parameters.get(name);
        if (known == null) {
            throw new IllegalStateException("the layer has no parameter " + name);
        }
        return known;
    }

    private INDArray value(String name) {
        INDArray value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no value of parameter " + name);
        }
        return value;
    }

    /** A parameter of one number. */
    double number(String name) {
        Matrix<B> block = parameter(name);
        return kernels.get(block.data(), 0);
    }

    /** Where the gradient of that parameter is gathered, cleared. */
    Matrix<B> gradient(String name) {
        Parameter p = parameter0(name);
        return cleared(grouped("g." + name, p.rows(), p.width(), p.groups()));
    }

    /** Sets the gradient of a parameter of one number. */
    void gradient(String name, double value) {
        kernels.set(gradient(name).data(), 0, value);
    }

    /** Hands all gradients to the library. */
    void publish(Map<String, INDArray> views, Gradient gradient) {
        for (Parameter p : parameters.values()) {
            INDArray view = views.get(p.name());
            if (view == null) {
                throw new IllegalStateException("no gradient view of parameter " + p.name());
            }
            Tensors.store(grouped("g." + p.name(), p.rows(), p.width(), p.groups()), view, p.groups());
            gradient.setGradientFor(p.name(), view, 'c');
        }
    }

    /** The operator of that kind, its edges scaled by the mask if there is one. */
    Operator<B> operator(OperatorKind kind) {
        Csr pattern = batch().operator(kind);
        Optional<EdgeMask<B>> mask = context.mask();
        return new Operator<>(pattern, mask.isPresent() ? masked(pattern, mask.get(), kind) : kernels.values(pattern));
    }

    private B masked(Csr pattern, EdgeMask<B> mask, OperatorKind kind) {
        B base = kernels.values(pattern);
        B scaled = array("masked." + kind, pattern.entryCount());
        int[] edges = pattern.edges();
        for (int k = 0; k < pattern.entryCount(); k++) {
            double factor = edges.length == 0 || edges[k] == Csr.NO_EDGE ? 1 : kernels.get(mask.values(), edges[k]);
            kernels.set(scaled, k, kernels.get(base, k) * factor);
        }
        return scaled;
    }

    /** The transpose of an operator of this pass. */
    Operator<B> transposed(Operator<B> operator) {
        Csr pattern = operator.pattern();
        Csr flipped = pattern.transpose();
        if (flipped == pattern) {
            return operator;
        }
        if (operator.values() == kernels.values(pattern)) {
            return new Operator<>(flipped, kernels.values(flipped));
        }
        B moved = array("flipped", pattern.entryCount());
        int[] origins = flipped.origins();
        for (int k = 0; k < pattern.entryCount(); k++) {
            kernels.set(moved, k, kernels.get(operator.values(), origins[k]));
        }
        return new Operator<>(flipped, moved);
    }

    /**
     * Adds to the gradient of the mask, if there is one.
     *
     * @param byEntry adds the derivative by the operator's values to an array of zeros
     */
    void maskGradient(Csr pattern, Consumer<B> byEntry) {
        Optional<EdgeMask<B>> mask = context.mask();
        int[] edges = pattern.edges();
        if (mask.isEmpty() || edges.length == 0) {
            return;
        }
        B derivative = zeros("byEntry", pattern.entryCount());
        byEntry.accept(derivative);
        B base = kernels.values(pattern);
        B gradient = mask.get().gradient();
        for (int k = 0; k < pattern.entryCount(); k++) {
            if (edges[k] != Csr.NO_EDGE) {
                double added = kernels.get(base, k) * kernels.get(derivative, k);
                kernels.set(gradient, edges[k], kernels.get(gradient, edges[k]) + added);
            }
        }
    }

    /** Adds to the gradient of the mask, if there is one, that of {@code y = a x}. */
    void productMaskGradient(Operator<B> a, Matrix<B> gy, Matrix<B> x) {
        maskGradient(a.pattern(), out -> sparse().addEntryProducts(a.pattern(), gy, x, out));
    }

    /** Whether messages have a mask. */
    boolean isMasked() {
        return context.mask().isPresent();
    }
}
