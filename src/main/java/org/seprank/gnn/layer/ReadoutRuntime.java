package org.seprank.gnn.layer;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.seprank.gnn.batch.GraphContext;
import org.seprank.gnn.batch.OperatorKind;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.Kernels;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;
import org.seprank.gnn.kernel.SparseKernels;

/**
 * A {@link ReadoutLayer} that runs.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
final class ReadoutRuntime<B> extends AbstractLayer<ReadoutLayer> implements GraphAware {
    private static final long serialVersionUID = 1L;

    private final transient Readout readout;
    private final transient double centre;
    private final transient LayerState<B> state;
    private transient int[] winners = new int[0];

    ReadoutRuntime(NeuralNetConfiguration conf, DataType type, Kernels<B> kernels) {
        super(conf, type);
        ReadoutLayer layer = (ReadoutLayer) conf.getLayer();
        readout = layer.getReadout();
        centre = layer.getCentre();
        state = new LayerState<>(kernels, List.of(), 0);
    }

    @Override
    public void attach(GraphContext context) {
        state.context(context);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public void clearNoiseWeightParams() {}

    private Operator<B> pool() {
        Csr pattern = state.batch()
                .operator(
                        switch (readout) {
                            case MEAN -> OperatorKind.POOL_MEAN;
                            case PAIR -> OperatorKind.PAIRS;
                            default -> OperatorKind.POOL_SUM;
                        });
        return new Operator<>(pattern, state.kernels().values(pattern));
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        Operator<B> pool = pool();
        int width = Math.toIntExact(input.size(1));
        if (input.size(0) != pool.pattern().columns()) {
            throw new IllegalArgumentException(input.size(0) + " rows of input for "
                    + pool.pattern().columns() + " vertices: another batch is bound");
        }
        Matrix<B> x = state.matrix("x", pool.pattern().columns(), width);
        Matrix<B> y = state.matrix("y", pool.pattern().rows(), width);
        Tensors.load(input, x, 1);
        SparseKernels<B> sparse = state.sparse();
        switch (readout) {
            case MAX -> {
                winners = winners.length < y.length() ? new int[y.length()] : winners;
                sparse.max(pool, x, y, winners);
            }
            case PRODUCT, PAIR -> {
                sparse.product(centre, pool, x, y);
                state.addConstant(y, -centre);
            }
            default -> sparse.multiply(pool, x, y);
        }
        INDArray out =
                workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, new long[] {y.rows(), width}, 'c');
        Tensors.store(y, out, 1);
        return out;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        Operator<B> pool = pool();
        int width = Math.toIntExact(input.size(1));
        Matrix<B> gy = state.matrix("gy", pool.pattern().rows(), width);
        Matrix<B> gx = state.cleared(state.matrix("gx", pool.pattern().columns(), width));
        Tensors.load(epsilon, gy, 1);
        SparseKernels<B> sparse = state.sparse();
        switch (readout) {
            case MAX -> sparse.maxBack(pool, winners, gy, gx);
            case PRODUCT, PAIR -> sparse.productBack(centre, pool, state.matrix("x", gx.rows(), width), gy, gx);
            default -> sparse.addTransposed(pool, gy, gx);
        }
        long[] shape = {gx.rows(), width};
        INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, shape, 'c');
        Tensors.store(gx, out, 1);
        return new Pair<>(new DefaultGradient(), out);
    }
}
