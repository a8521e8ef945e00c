package org.seprank.gnn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.seprank.gnn.layer.FeatureReader;

/**
 * One evaluation of a network on a batch, up to the values before softmax or sigmoid, with what is needed to
 * differentiate it. Nothing is dropped and batch norm goes by its running statistics, as in {@link Network#output}.
 *
 * <p>Valid until the network is given something else to do; {@link #close()} frees the native memory at once. Time
 * O(layers) per pass, forward or backward.
 */
public final class ForwardPass implements AutoCloseable {
    private static final LayerWorkspaceMgr DETACHED = LayerWorkspaceMgr.noWorkspaces();

    private final ComputationGraph graph;
    private final INDArray input;
    private final List<String> aggregations;
    private final INDArray[] outputs; // by vertex of the computation graph
    private final Set<INDArray> owned = Collections.newSetFromMap(new IdentityHashMap<>());

    private ForwardPass(ComputationGraph graph, INDArray input, List<String> aggregations) {
        this.graph = graph;
        this.input = input;
        this.aggregations = aggregations;
        this.outputs = new INDArray[graph.getVertices().length];
    }

    static ForwardPass of(Network network, INDArray input) {
        ForwardPass pass = new ForwardPass(network.graph(), input, NetworkPlan.aggregations(network.fitted()));
        pass.run();
        return pass;
    }

    private void run() {
        for (int index : graph.topologicalSortOrder()) {
            GraphVertex vertex = graph.getVertices()[index];
            if (vertex.isInputVertex()) {
                outputs[index] = input;
                continue;
            }
            VertexIndices[] from = vertex.getInputVertices();
            for (int k = 0; k < from.length; k++) {
                vertex.setInput(k, outputs[from[k].getVertexIndex()], DETACHED);
            }
            if (!vertex.isOutputVertex()) {
                outputs[index] = vertex.doForward(false, DETACHED);
                owned.add(outputs[index]);
            }
        }
    }

    private int logitsVertex() {
        return graph.getVertex(NetworkPlan.LOSS).getInputVertices()[0].getVertexIndex();
    }

    private int aggregationVertex(int layer) {
        if (layer < 1 || layer > aggregations.size()) {
            throw new IllegalArgumentException("layer " + layer + " is not in 1.." + aggregations.size());
        }
        return graph.getVertex(aggregations.get(layer - 1)).getVertexIndex();
    }

    /** The number of aggregation layers. */
    public int layers() {
        return aggregations.size();
    }

    /** The values before softmax or sigmoid, row by row, [rows, output width]; rows are vertices or graphs. */
    public double[] logits() {
        return values(outputs[logitsVertex()]);
    }

    /** The output of an aggregation layer, 1..{@link #layers()}, row by row, [n, its width]. */
    public double[] activation(int layer) {
        return values(outputs[aggregationVertex(layer)]);
    }

    /** The layer that reads the features. */
    static FeatureReader reader(ComputationGraph graph) {
        for (Layer layer : graph.getLayers()) {
            if (layer instanceof FeatureReader reader && reader.readsFeatures()) {
                return reader;
            }
        }
        throw new IllegalStateException("no layer reads the features");
    }

    private static double[] values(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    /**
     * The derivative of {@code sum seeds[k] * logits()[k]} by all features, row by row, [n, input width].
     *
     * @param seeds as many numbers as there are logits
     */
    public double[] logitsGradient(double[] seeds) {
        return gradient(logitsVertex(), seeds);
    }

    /** The same for the output of an aggregation layer, 1..{@link #layers()}. */
    public double[] activationGradient(int layer, double[] seeds) {
        return gradient(aggregationVertex(layer), seeds);
    }

    private double[] gradient(int from, double[] seeds) {
        INDArray output = outputs[from];
        if (seeds.length != output.length()) {
            throw new IllegalArgumentException(seeds.length + " factors for " + output.length() + " outputs");
        }
        if (graph.getFlattenedGradients() == null) {
            graph.initGradientsView(); // layers write the gradients of their weights along the way
        }
        INDArray seed = Nd4j.createFromArray(seeds).reshape('c', output.shape()).castTo(output.dataType());
        Set<INDArray> passing = Collections.newSetFromMap(new IdentityHashMap<>());
        backward(from, seed, passing);
        free(passing);
        return reader(graph).featureGradient();
    }

    private void backward(int from, INDArray seed, Set<INDArray> passing) {
        List<Optional<INDArray>> epsilons = new ArrayList<>(Collections.nCopies(outputs.length, Optional.empty()));
        epsilons.set(from, Optional.of(seed));
        int[] order = graph.topologicalSortOrder();
        for (int at = order.length - 1; at >= 0; at--) {
            GraphVertex vertex = graph.getVertices()[order[at]];
            if (vertex.isInputVertex() || epsilons.get(order[at]).isEmpty()) {
                continue;
            }
            vertex.setEpsilon(epsilons.get(order[at]).get());
            INDArray[] parts = vertex.doBackward(false, DETACHED).getSecond();
            VertexIndices[] inputs = vertex.getInputVertices();
            for (int k = 0; k < inputs.length; k++) {
                INDArray part = parts[k];
                int to = inputs[k].getVertexIndex();
                INDArray sum =
                        epsilons.get(to).map(earlier -> earlier.add(part)).orElse(part);
                passing.add(part);
                passing.add(sum);
                epsilons.set(to, Optional.of(sum));
            }
        }
    }

    /** Frees native memory; the pass is of no use any more. */
    @Override
    public void close() {
        for (GraphVertex vertex : graph.getVertices()) {
            vertex.clear();
        }
        free(owned);
    }

    private void free(Set<INDArray> arrays) {
        for (INDArray array : arrays) {
            if (array != input && !array.wasClosed() && array.closeable()) {
                array.close();
            }
        }
        arrays.clear();
    }
}
