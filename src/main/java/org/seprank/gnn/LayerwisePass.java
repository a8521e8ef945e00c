package org.seprank.gnn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.seprank.gnn.batch.NeighbourSample;
import org.seprank.gnn.batch.NeighbourSampler;
import org.seprank.gnn.layer.FeatureReader;

/**
 * One evaluation of a network that predicts vertices, layer by layer over the whole graph and, in each layer, block by
 * block: weights once for every vertex, then the aggregation with all neighbours. Exact, in memory O(n * width) for the
 * outputs of two layers and what a block takes. Blocks have at most {@value #VERTICES} vertices and, unless it is one
 * vertex, {@value #NEIGHBOURS} neighbours. A layer that aggregates over several hops at once (APPNP) is run whole.
 */
final class LayerwisePass {
    private static final int VERTICES = 1 << 14;
    private static final int NEIGHBOURS = 1 << 18;
    private static final LayerWorkspaceMgr DETACHED = LayerWorkspaceMgr.noWorkspaces();

    private final Network network;
    private final ComputationGraph graph;
    private final NeighbourSampler sampler;
    private final Map<Integer, INDArray> outputs = new HashMap<>(); // by vertex of the computation graph
    private final int[] readers; // of each output, how many vertices have yet to read it
    private final int n;

    LayerwisePass(Network network, NeighbourSampler sampler) {
        this.network = network;
        this.graph = network.graph();
        this.sampler = sampler;
        this.n = sampler.whole().vertexCount();
        this.readers = new int[graph.getVertices().length];
        for (GraphVertex vertex : graph.getVertices()) {
            for (VertexIndices input : inputs(vertex)) {
                readers[input.getVertexIndex()]++;
            }
        }
    }

    private static VertexIndices[] inputs(GraphVertex vertex) {
        return vertex.isInputVertex() ? new VertexIndices[0] : vertex.getInputVertices();
    }

    /** The values of all vertices, row by row. */
    double[] run() {
        INDArray last = Nd4j.empty();
        for (int index : graph.topologicalSortOrder()) {
            GraphVertex vertex = graph.getVertices()[index];
            if (vertex.isInputVertex()) {
                continue;
            }
            last = output(vertex);
            outputs.put(index, last);
            for (VertexIndices input : inputs(vertex)) {
                if (--readers[input.getVertexIndex()] == 0 && outputs.containsKey(input.getVertexIndex())) {
                    outputs.remove(input.getVertexIndex()).close();
                }
            }
        }
        double[] values = last.dup('c').data().asDouble();
        last.close();
        return values;
    }

    private static Optional<FeatureReader> aggregating(GraphVertex vertex) {
        return vertex.hasLayer() && vertex.getLayer() instanceof FeatureReader layer && layer.hops() > 0
                ? Optional.of(layer)
                : Optional.empty();
    }

    private INDArray output(GraphVertex vertex) {
        Optional<FeatureReader> layer = aggregating(vertex);
        if (layer.isEmpty()) {
            return inBlocks(0, block -> forward(vertex, block.vertices()));
        }
        if (layer.get().hops() > 1) {
            network.bind(sampler.whole());
            return forward(vertex, IntStream.range(0, n).toArray());
        }
        return aggregated(layer.get(), inputs(vertex)[0].getVertexIndex());
    }

    /** The weights once for every vertex, then the aggregation with its neighbours. */
    private INDArray aggregated(FeatureReader layer, int from) {
        INDArray messages = layer.transformsFirst()
                ? inBlocks(0, block -> {
                    INDArray given = given(from, block.vertices());
                    INDArray made = layer.transformed(given);
                    given.close();
                    return made;
                })
                : outputs.get(from);
        if (messages == null) {
            throw new IllegalStateException("a layer aggregates features as they are");
        }
        INDArray all = inBlocks(1, block -> {
            INDArray gathered = Nd4j.pullRows(messages, 1, block.vertices(), 'c');
            INDArray given =
                    given(from, IntStream.range(block.from(), block.to()).toArray());
            INDArray made = layer.aggregated(gathered, given);
            given.close();
            gathered.close();
            return made;
        });
        if (layer.transformsFirst()) {
            messages.close();
        }
        return all;
    }

    /**
     * Vertices whose values are wanted, and those that they depend on.
     *
     * @param sample the wanted ones first
     */
    private record Block(int from, int to, NeighbourSample sample) {
        int[] vertices() {
            return sample.vertices();
        }
    }

    private interface Step {
        /** A row for each vertex that is wanted. */
        INDArray of(Block block);
    }

    private INDArray inBlocks(int hops, Step step) {
        int[] fanOuts = new int[hops];
        Arrays.fill(fanOuts, NeighbourSampler.ALL);
        INDArray all = Nd4j.empty();
        int from = 0;
        while (from < n) {
            int to = end(from);
            NeighbourSample sample = sampler.sample(IntStream.range(from, to).toArray(), fanOuts, 0);
            network.bind(sample.batch());
            INDArray some = step.of(new Block(from, to, sample));
            if (from == 0) {
                all = Nd4j.create(some.dataType(), n, some.size(1));
            }
            all.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()).assign(some);
            some.close();
            from = to;
        }
        return all;
    }

    private int end(int from) {
        long neighbours = 0;
        int to = from;
        while (to < n && to - from < VERTICES) {
            neighbours += sampler.degree(to);
            if (neighbours > NEIGHBOURS && to > from) {
                break;
            }
            to++;
        }
        return to;
    }

    /** The output for those vertices of the graph, to which what is bound belongs. */
    private INDArray forward(GraphVertex vertex, int[] vertices) {
        VertexIndices[] from = inputs(vertex);
        INDArray[] given = new INDArray[from.length];
        for (int k = 0; k < from.length; k++) {
            given[k] = given(from[k].getVertexIndex(), vertices);
            vertex.setInput(k, given[k], DETACHED);
        }
        INDArray made = vertex.doForward(false, DETACHED);
        boolean own = Arrays.stream(given).noneMatch(one -> one == made);
        INDArray result = own ? made : made.dup('c');
        vertex.clear();
        for (INDArray one : given) {
            one.close();
        }
        return result;
    }

    private INDArray given(int from, int[] vertices) {
        INDArray known = outputs.get(from);
        return known == null ? blank(vertices.length) : Nd4j.pullRows(known, 1, vertices, 'c');
    }

    /** What a layer that reads features is given as its input. */
    private INDArray blank(int rows) {
        DataType type = network.spec().precision() == Precision.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
        return Nd4j.create(type, rows, 1);
    }
}
