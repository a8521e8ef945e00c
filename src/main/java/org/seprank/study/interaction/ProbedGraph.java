package org.seprank.study.interaction;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.probe.FeatureSamples;
import org.seprank.gnn.training.InputBatch;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.walk.WalkCounts;

/**
 * The graph of a dataset that a network is probed on.
 *
 * @param dataset where it is from; itself where it is one of several with labelled vertices
 * @param index which of its graphs; 0 where there is one
 * @param graph the graph
 * @param batch the graph with its own features
 */
record ProbedGraph(Dataset dataset, int index, Graph graph, GraphBatch batch) {
    static ProbedGraph of(Dataset dataset, int index) {
        if (dataset instanceof LinkDataset) {
            throw new IllegalArgumentException(
                    "interactions are measured of predicted vertices and graphs; leave --task links out");
        }
        if (dataset instanceof NodeDataset nodes) {
            if (nodes.graphs().several()) {
                checkIndex(index, nodes.graphs().count());
                NodeDataset part = nodes.part(index);
                return new ProbedGraph(part, index, part.graph(), InputBatch.of(part));
            }
            if (index != 0) {
                throw new IllegalArgumentException(
                        "graph " + (index + 1) + " is not in 1..1: the dataset is one graph");
            }
            return new ProbedGraph(dataset, 0, nodes.graph(), InputBatch.of(nodes));
        }
        GraphDataset graphs = (GraphDataset) dataset;
        checkIndex(index, graphs.size());
        Graph graph = graphs.graphs().get(index);
        return new ProbedGraph(
                dataset, index, graph, InputBatch.of(graph, graphs.features(index), graphs.edgeFeatures(index)));
    }

    private static void checkIndex(int index, int count) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("graph " + (index + 1) + " is not in 1.." + count);
        }
    }

    FeatureSamples swapped(int samples, long seed) {
        if (dataset instanceof GraphDataset graphs) {
            return FeatureSamples.swapped(graphs, index, samples, seed);
        }
        throw new IllegalArgumentException(
                "features are swapped between graphs that are predicted, but the dataset predicts vertices");
    }

    /** Partitions of the graph, as {@link ChosenPartitions} says, by its labels where it is the one of a dataset. */
    ChosenPartitions chosen(List<String> asked, long seed) throws IOException {
        Labels labels = dataset instanceof NodeDataset nodes ? nodes.labels() : Labels.missing(graph.vertexCount());
        return ChosenPartitions.of(graph, labels, asked, seed);
    }

    /**
     * The vertex whose prediction is worth probing: that with the largest walk index, and where there are several
     * partitions the largest of their least ones. Of equals that with the most neighbours, and of these the first.
     *
     * @param partitions that are probed; empty: only the neighbours count
     * @param depth of the network
     */
    int hub(List<Partition> partitions, int depth) {
        List<WalkCounts> walks = partitions.stream()
                .map(partition ->
                        WalkCounts.startingIn(graph, partition.vertices().boundary(graph), depth - 1))
                .toList();
        Comparator<Integer> order = Comparator.<Integer, BigInteger>comparing(v -> walks.stream()
                        .map(counts -> counts.at(v))
                        .min(Comparator.naturalOrder())
                        .orElse(BigInteger.ZERO))
                .thenComparing(v -> graph.in().degree(v))
                .thenComparing(Comparator.reverseOrder());
        return IntStream.range(0, graph.vertexCount()).boxed().max(order).orElse(0);
    }
}
