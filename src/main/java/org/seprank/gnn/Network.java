package org.seprank.gnn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.seprank.file.FormatException;
import org.seprank.file.Npz;
import org.seprank.file.NpzOutput;
import org.seprank.gnn.batch.EdgeDropping;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.batch.GraphContext;
import org.seprank.gnn.batch.NeighbourSampler;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.layer.EdgeMaskLayer;
import org.seprank.gnn.layer.GraphAware;
import org.seprank.gnn.layer.Readout;

/**
 * A graph neural network with its parameters: a Deeplearning4j computation graph and the context that hands batches to
 * its layers. What it computes depends on its spec, what it has been trained on and nothing else, not on the number of
 * threads. Not safe for several threads; use one network per thread.
 */
public final class Network {
    private final FittedSpec fitted;
    private final Optimizer optimizer;
    private final GnnSpec spec;
    private final ComputationGraph graph;
    private final GraphContext context;
    private double learningRate = Double.NaN; // the one set last
    private INDArray[] input = new INDArray[0];

    private Network(FittedSpec fitted, Optimizer optimizer, ComputationGraph graph, Workers workers) {
        this.fitted = fitted;
        this.optimizer = optimizer;
        this.spec = fitted.network();
        this.graph = graph;
        this.context = GraphContext.of(
                workers,
                new EdgeDropping(spec.dropout().edges(), spec.dropout().edgesBy()),
                spec.seed(),
                () -> graph.getConfiguration().getIterationCount());
        for (Layer layer : graph.getLayers()) {
            if (layer instanceof GraphAware aware) {
                aware.attach(context);
            }
        }
    }

    /** A new network on the calling thread. */
    public static Network of(FittedSpec spec, Optimizer optimizer) {
        return of(spec, optimizer, Workers.single());
    }

    /** A new network whose layers share these threads. */
    public static Network of(FittedSpec spec, Optimizer optimizer, Workers workers) {
        settle();
        ComputationGraph graph = new ComputationGraph(NetworkPlan.of(spec, optimizer));
        graph.init();
        return new Network(spec, optimizer, graph, workers);
    }

    /**
     * One native thread per calling thread: more of them wait for each other on small arrays. The native library keeps
     * that number for each calling thread apart, so every thread that makes a network sets it.
     */
    private static void settle() {
        Nd4j.factory().blas().setMaxThreads(1);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    }

    /** What it is, the widths of its data aside. */
    public GnnSpec spec() {
        return spec;
    }

    /** What it is. */
    public FittedSpec fitted() {
        return fitted;
    }

    /** The library's network; running it by hand needs a batch {@linkplain #bind bound}. */
    public ComputationGraph graph() {
        return graph;
    }

    /**
     * Makes the layers work on this batch from now on.
     *
     * @return the array to be given to the library's network as its input; its content does not matter
     * @throws IllegalArgumentException if the features are not as wide as the spec says
     */
    INDArray bind(GraphBatch batch) {
        context.bind(batch);
        if (input.length == 0 || input[0].size(0) != batch.vertexCount()) {
            DataType type = spec.precision() == Precision.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
            input = new INDArray[] {Nd4j.create(type, batch.vertexCount(), 1)};
        }
        return input[0];
    }

    /** What it predicts of every vertex, or every graph, of the batch: probabilities, or numbers in their own units. */
    public Predictions output(GraphBatch batch) {
        INDArray x = bind(batch);
        double[] values = graph.outputSingle(false, x).dup('c').data().asDouble();
        return Predictions.of(fitted.outputWidth(), fitted.scale().restored(values));
    }

    /**
     * The same of every vertex of the batch that the sampler draws from, to rounding, layer by layer in blocks: for
     * graphs whose layers do not fit in memory side by side.
     *
     * @throws IllegalArgumentException if the network has a mask of edges, or does not predict vertices
     */
    public Predictions output(NeighbourSampler sampler) {
        if (spec.mask().edges() > 0 || spec.prediction().readout() != Readout.NONE) {
            throw new IllegalArgumentException(
                    "only networks that predict vertices, without a mask of edges, are" + " evaluated in blocks");
        }
        double[] values = new LayerwisePass(this, sampler).run();
        return Predictions.of(fitted.outputWidth(), fitted.scale().restored(values));
    }

    /**
     * An evaluation that can be looked into and differentiated by the features; to be closed.
     *
     * @throws IllegalArgumentException if the features are not as wide as the spec says
     */
    public ForwardPass pass(GraphBatch batch) {
        return ForwardPass.of(this, bind(batch));
    }

    /** The values before softmax or sigmoid, [rows, output width]; rows are vertices or graphs. */
    public double[][] logits(GraphBatch batch) {
        try (ForwardPass pass = pass(batch)) {
            return rows(pass.logits(), fitted.outputWidth());
        }
    }

    /** The output of every aggregation layer in evaluation mode, first to last, each [n, its width]. */
    public List<double[][]> activations(GraphBatch batch) {
        try (ForwardPass pass = pass(batch)) {
            return IntStream.rangeClosed(1, pass.layers())
                    .mapToObj(pass::activation)
                    .map(values -> rows(values, values.length / batch.vertexCount()))
                    .toList();
        }
    }

    private static double[][] rows(double[] values, int width) {
        double[][] rows = new double[values.length / width][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * width, (i + 1) * width));
        return rows;
    }

    /**
     * These features multiplied by the weights of the layer that reads them. A batch that has the product instead of
     * the features has the same output, and what many batches share is multiplied once.
     */
    public FeatureMatrix multiply(FeatureMatrix features) {
        if (features.width() != fitted.inputWidth()) {
            throw new IllegalArgumentException("feature width " + features.width() + " is not the input width "
                    + fitted.inputWidth() + " of the network");
        }
        return ForwardPass.reader(graph).multiply(features);
    }

    /** A network of its own on one thread with the same parameters, in that precision, with an optimiser unused. */
    public Network copy(Precision precision) {
        FittedSpec same = new FittedSpec(
                spec.withPrecision(precision), fitted.inputWidth(), fitted.outputWidth(), fitted.scale());
        Network copy = of(same, new Optimizer.Sgd(1, 0, 0));
        copy.setParameters(parameters());
        return copy;
    }

    /** The loss in training mode before the step, and one step of the optimiser. */
    public double fitStep(GraphBatch batch, TargetLabels labels) {
        INDArray x = bind(batch);
        INDArray[] y = arrays(labels);
        graph.fit(new INDArray[] {x}, new INDArray[] {y[0]}, null, new INDArray[] {y[1]});
        return graph.score();
    }

    private INDArray[] arrays(TargetLabels labels) {
        if (labels.width() != fitted.outputWidth()) {
            throw new IllegalArgumentException(
                    "labels of width " + labels.width() + " for an output of width " + fitted.outputWidth());
        }
        return labels.arrays(spec.precision());
    }

    /**
     * The gradient of the loss in training mode, the penalty of ranks included, by all {@link #parameters()}, without a
     * step. Weight decay and the penalty of a mask are left out; the optimiser adds them.
     */
    double[] gradient(GraphBatch batch, TargetLabels labels) {
        INDArray x = bind(batch);
        INDArray[] y = arrays(labels);
        graph.setInputs(x);
        graph.setLabels(y[0]);
        graph.setLayerMaskArrays(null, new INDArray[] {y[1]});
        graph.computeGradientAndScore(LayerWorkspaceMgr.noWorkspaces());
        double[] gradient = graph.gradient().gradient().dup('c').data().asDouble();
        graph.clearLayerMaskArrays();
        return gradient;
    }

    /** The loss of the last {@link #fitStep} or {@link #gradient}, weight decay and penalty included. */
    double score() {
        return graph.score();
    }

    /** The number of steps done. */
    public int iteration() {
        return graph.getConfiguration().getIterationCount();
    }

    /** The number of parameters, running statistics of batch norm included. */
    long parameterCount() {
        return graph.numParams();
    }

    /** A copy of all parameters, layer by layer. */
    public double[] parameters() {
        return graph.params().dup('c').data().asDouble();
    }

    /** Sets all parameters, such as those of the best epoch; the optimiser's state stays. */
    public void setParameters(double[] values) {
        if (values.length != parameterCount()) {
            throw new IllegalArgumentException(values.length + " values for " + parameterCount() + " parameters");
        }
        graph.setParams(Nd4j.createFromArray(values)
                .reshape('c', 1, values.length)
                .castTo(graph.params().dataType()));
    }

    /** The trainable factors of the edges; empty without a mask. */
    public double[] edgeMask() {
        return spec.mask().edges() == 0
                ? new double[0]
                : graph.getLayer(NetworkPlan.MASK)
                        .getParam(EdgeMaskLayer.MASK)
                        .dup('c')
                        .data()
                        .asDouble();
    }

    /** Changes the learning rate of all layers. */
    public void setLearningRate(double rate) {
        if (rate != learningRate) { // the library makes its optimisers anew
            graph.setLearningRate(rate);
            learningRate = rate;
        }
    }

    /** Writes arrays of its own into the file of a network. */
    @FunctionalInterface
    public interface Addition {
        /** Writes them. */
        void writeTo(NpzOutput out) throws IOException;
    }

    /** The file with spec, parameters and the optimiser's state, written as a whole or not at all. */
    public void save(Path file) throws IOException {
        save(file, out -> {});
    }

    /** The same with more arrays, whose names are none of its own; {@link #read} gives them back. */
    public void save(Path file, Addition more) throws IOException {
        NetworkFile.write(file, this, new NetworkFile.Head(fitted, optimizer, iteration()), more);
    }

    /** The optimiser's memory, in the library's order; empty where it has none. */
    double[] optimizerState() {
        INDArray state = graph.getUpdater().getStateViewArray();
        return state == null ? new double[0] : state.dup('c').data().asDouble();
    }

    /**
     * The network of that file; it goes on as the saved one would have.
     *
     * @throws FormatException if it holds none
     */
    public static Network load(Path file, Workers workers) throws IOException {
        return NetworkFile.read(file, npz -> {
            NetworkFile.Head head = NetworkFile.head(npz);
            double[] parameters =
                    NetworkFile.parameters(npz, NetworkPlan.parameterCount(head.spec(), head.optimizer()));
            Network network = of(head.spec(), head.optimizer(), workers);
            network.setParameters(parameters);
            network.setOptimizerState(NetworkFile.state(npz, network.optimizerState().length));
            network.graph.getConfiguration().setIterationCount(head.steps());
            return network;
        });
    }

    private void setOptimizerState(double[] values) {
        INDArray state = graph.getUpdater().getStateViewArray();
        if (state != null) {
            state.assign(Nd4j.createFromArray(values).reshape(state.shape()).castTo(state.dataType()));
        }
    }

    /**
     * What else is in the file of a network.
     *
     * @param reading gets its arrays, and may refuse them with an {@link IllegalArgumentException}
     * @throws FormatException if that is what it does, or the file holds no network
     */
    public static <T> T read(Path file, Reading<T> reading) throws IOException {
        return NetworkFile.read(file, reading);
    }

    /** Reads arrays from the file of a network. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads them. */
        T from(Npz npz) throws IOException;
    }
}
