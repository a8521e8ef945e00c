package org.seprank.gnn.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.seprank.gnn.batch.EdgeMask;
import org.seprank.gnn.batch.GraphContext;
import org.seprank.gnn.kernel.Kernels;
import org.seprank.gnn.kernel.Matrix;

/**
 * An {@link EdgeMaskLayer} that runs: the first layer forward, which hands the factors out, and the last one back,
 * which collects their gradient.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
final class EdgeMaskRuntime<B> extends BaseLayer<EdgeMaskLayer> implements GraphAware {
    private static final long serialVersionUID = 1L;

    private final transient Kernels<B> kernels;
    private final transient int edges;
    private final transient Matrix<B> values;
    private final transient Matrix<B> gathered;
    private transient GraphContext context = GraphContext.unattached();

    EdgeMaskRuntime(NeuralNetConfiguration conf, DataType type, Kernels<B> kernels) {
        super(conf, type);
        this.kernels = kernels;
        edges = Math.toIntExact(((EdgeMaskLayer) conf.getLayer()).getNOut());
        values = new Matrix<>(kernels.allocate(edges), 1, edges, edges);
        gathered = new Matrix<>(kernels.allocate(edges), 1, edges, edges);
    }

    @Override
    public void attach(GraphContext other) {
        context = other;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        int present = context.batch(training).edgeCount();
        if (present != edges) {
            throw new IllegalArgumentException(
                    "the network has a mask for " + edges + " edges, but the batch has " + present);
        }
        Tensors.load(getParam(EdgeMaskLayer.MASK), values, 1);
        kernels.fill(gathered.data(), 0, edges, 0);
        context.mask(new EdgeMask<>(values.data(), gathered.data()));
        return workspaces.dup(ArrayType.ACTIVATIONS, input, 'c');
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray view = gradientViews.get(EdgeMaskLayer.MASK);
        if (view == null) {
            throw new IllegalStateException("the mask has no gradient view");
        }
        Tensors.store(gathered, view, 1);
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(EdgeMaskLayer.MASK, view, 'c');
        return new Pair<>(gradient, workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c'));
    }
}
