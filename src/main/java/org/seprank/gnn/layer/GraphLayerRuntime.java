package org.seprank.gnn.layer;

import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphContext;
import org.seprank.gnn.kernel.Kernels;
import org.seprank.gnn.kernel.Matrix;

/**
 * A {@link GraphLayer} that runs, in either precision: input, body, finish, and back. What is kept between passes lives
 * in its state; the library's arrays are only read and written whole.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
final class GraphLayerRuntime<B> extends BaseLayer<GraphLayer> implements GraphAware, FeatureReader {
    private static final long serialVersionUID = 1L;

    private final transient LayerSpec spec;
    private final transient LayerState<B> state;
    private final transient LayerWeights<B> weights;
    private final transient LayerInput<B> source;
    private final transient LayerBody<B> body;
    private final transient LayerFinish<B> finish;
    private transient int rows;

    GraphLayerRuntime(NeuralNetConfiguration conf, DataType type, Kernels<B> kernels) {
        super(conf, type);
        spec = ((GraphLayer) conf.getLayer()).spec();
        state = new LayerState<>(kernels, spec.parameters(), LayerParameters.seed(conf));
        weights = new LayerWeights<>(spec, state);
        source = new LayerInput<>(spec, state, weights);
        body = new LayerBody<>(spec, state, weights, source);
        finish = new LayerFinish<>(spec, state);
    }

    @Override
    public void attach(GraphContext context) {
        state.context(context);
        if (readsFeatures()) {
            context.expectWidth(spec.inputWidth());
        }
    }

    @Override
    public boolean readsFeatures() {
        return spec.source() == LayerSpec.Source.FEATURES;
    }

    @Override
    public int hops() {
        return spec.aggregation().reach(1);
    }

    @Override
    public boolean transformsFirst() {
        return body.transformsFirst();
    }

    @Override
    public INDArray transformed(INDArray given) {
        state.begin(params, false);
        source.take(given);
        Matrix<B> z = body.transformed(readsFeatures() ? state.batch().vertexCount() : (int) given.size(0));
        INDArray out = Nd4j.create(dataType, z.rows(), z.width());
        Tensors.store(z, out, spec.aggregation().groups());
        return out;
    }

    @Override
    public INDArray aggregated(INDArray messages, INDArray given) {
        state.begin(params, false);
        int all = state.batch().vertexCount();
        int asked = (int) given.size(0);
        Matrix<B> z = body.messages(all);
        Tensors.load(messages, z, body.transformsFirst() ? spec.aggregation().groups() : 1);
        Matrix<B> y = state.matrix("y", all, spec.outputWidth());
        body.aggregate(z, y, asked);
        Matrix<B> result = finish.forward(LayerBody.first(asked, y));
        if (spec.finish().residual()) {
            Matrix<B> sum = state.matrix("withInput", asked, spec.outputWidth());
            Tensors.load(given, sum, 1);
            state.dense().add(sum, 1, result);
            result = sum;
        }
        INDArray out = Nd4j.create(dataType, asked, spec.outputWidth());
        Tensors.store(result, out, 1);
        return out;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        state.begin(params, training);
        rows = readsFeatures() ? state.batch().vertexCount() : Math.toIntExact(input.size(0));
        checkInput();
        state.passed(readsFeatures(), hops(), rows);
        source.take(input);
        Matrix<B> y = state.matrix("y", rows, spec.outputWidth());
        body.forward(y);
        Matrix<B> result = finish.forward(y);
        if (spec.finish().residual()) {
            Matrix<B> sum = state.matrix("withInput", rows, spec.outputWidth());
            state.dense().copy(sum, 1, result);
            state.dense().add(sum, 1, source.raw());
            result = sum;
        }
        long[] shape = {rows, spec.outputWidth()};
        INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'c');
        state.write(result, out);
        return out;
    }

    private void checkInput() {
        if (readsFeatures()) {
            return;
        }
        if (input.size(1) != spec.inputWidth()) {
            throw new IllegalArgumentException(
                    "input width " + input.size(1) + " is not the width " + spec.inputWidth() + " of " + layerId());
        }
        if (spec.aggregation().reach(1) > 0 && rows != state.batch().vertexCount()) {
            throw new IllegalArgumentException(
                    rows + " rows of input for " + state.batch().vertexCount() + " vertices: another batch is bound");
        }
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        Matrix<B> g = state.read(epsilon, state.matrix("gy", rows, spec.outputWidth()));
        finish.backward(state.matrix("y", rows, spec.outputWidth()), g);
        Matrix<B> gx = state.matrix("gx", rows, readsFeatures() ? 1 : spec.inputWidth());
        body.backward(g, gx);
        Gradient gradient = new DefaultGradient();
        state.publish(gradientViews, gradient);
        return new Pair<>(gradient, inputGradient(epsilon, gx, workspaces));
    }

    /**
     * The rank's penalty and half the squared norm of what decays; like the library's, from the copies that the forward
     * pass made.
     */
    @Override
    public double calcRegularizationScore(boolean backpropOnlyParams) {
        double sum = weights.penalty();
        for (Parameter parameter : spec.parameters()) {
            List<Regularization> penalties = layerConf().getRegularizationByParam(parameter.name());
            for (Regularization penalty : Objects.requireNonNullElse(penalties, List.<Regularization>of())) {
                if (!(penalty instanceof L2Regularization decay) || !state.isFetched(parameter.name())) {
                    return weights.penalty() + super.calcRegularizationScore(backpropOnlyParams);
                }
                Matrix<B> w = state.fetched(parameter.name());
                sum += 0.5
                        * decay.getL2().valueAt(getIterationCount(), getEpochCount())
                        * state.dense().dot(w, w);
            }
        }
        return sum;
    }

    @Override
    public FeatureMatrix multiply(FeatureMatrix features) {
        state.begin(params, false);
        return FeatureMatrix.multiplied(spec.inputWidth(), source.product(features));
    }

    @Override
    public double[] featureGradient() {
        Matrix<B> gx = state.matrix("gFeatures", rows, spec.inputWidth());
        body.inputGradient(gx);
        double[] result = new double[rows * spec.inputWidth()];
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < spec.inputWidth(); c++) {
                result[i * spec.inputWidth() + c] = state.kernels().get(gx.data(), i * gx.stride() + c);
            }
        }
        return result;
    }

    /** The gradient of the input; zeros where the layer reads the features instead. */
    private INDArray inputGradient(INDArray epsilon, Matrix<B> gx, LayerWorkspaceMgr workspaces) {
        long[] shape = {rows, input.size(1)};
        INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, shape, 'c');
        if (readsFeatures()) {
            return out.assign(0);
        }
        source.undrop(gx);
        if (spec.finish().residual()) {
            Matrix<B> given = state.matrix("gy", rows, spec.outputWidth());
            Tensors.load(epsilon, given, 1);
            state.dense().add(gx, 1, given);
        }
        state.write(gx, out);
        return out;
    }
}
