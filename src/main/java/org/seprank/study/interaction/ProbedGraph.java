package org.seprank.study.interaction;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.probe.FeatureSamples;
import org.seprank.gnn.training.InputBatch;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.DatasetSource;
import org.seprank.walk.Target;
import org.seprank.walk.WalkCounts;

/**
 * The graph of a dataset that a network is probed on.
 *
 * @param dataset where it is from; itself where it is one of several with labelled vertices
 * @param index which of its graphs; 0 where there is one
 * @param graph the graph; where its edges are predicted, without those that are held out
 * @param batch the graph with its own features
 */
record ProbedGraph(Dataset dataset, int index, Graph graph, GraphBatch batch) {
    static ProbedGraph of(Dataset dataset, int index) {
        return dataset instanceof GraphDataset graphs ? of(graphs, index) : ofOne(dataset, index);
    }

    private static ProbedGraph ofOne(Dataset dataset, int index) {
        NodeDataset nodes = dataset instanceof LinkDataset links
                ? links.messages(DatasetSource.splits(links).get(0))
                : (NodeDataset) dataset;
        checkIndex(index, nodes.graphs().count());
        if (nodes.graphs().several()) {
            NodeDataset part = nodes.part(index);
            return new ProbedGraph(part, index, part.graph(), InputBatch.of(part));
        }
        return new ProbedGraph(dataset, 0, nodes.graph(), InputBatch.of(nodes));
    }

    private static ProbedGraph of(GraphDataset graphs, int index) {
        checkIndex(index, graphs.size());
        Graph graph = graphs.graphs().get(index);
        return new ProbedGraph(
                graphs, index, graph, InputBatch.of(graph, graphs.features(index), graphs.edgeFeatures(index)));
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
        Dataset of = dataset instanceof LinkDataset links ? links.whole() : dataset;
        Labels labels = of instanceof NodeDataset nodes && nodes.labels().size() == graph.vertexCount()
                ? nodes.labels()
                : Labels.missing(graph.vertexCount());
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
        List<WalkCounts> walks = walks(partitions, depth);
        Comparator<Integer> order = Comparator.<Integer, BigInteger>comparing(v -> walks.stream()
                        .map(counts -> counts.at(v))
                        .min(Comparator.naturalOrder())
                        .orElse(BigInteger.ZERO))
                .thenComparing(v -> graph.in().degree(v))
                .thenComparing(Comparator.reverseOrder());
        return IntStream.range(0, graph.vertexCount()).boxed().max(order).orElse(0);
    }

    /**
     * The pair whose prediction is worth probing: of the edges of the test part, where there are none of all, that with
     * the largest walk index, as {@link #hub} chooses.
     */
    Target.OfPair hubPair(List<Partition> partitions, int depth) {
        LinkDataset links = (LinkDataset) dataset;
        Graph whole = links.whole().graph();
        int[] held = DatasetSource.splits(links).get(0).indices(Split.Part.TEST);
        List<WalkCounts> walks = walks(partitions, depth);
        Comparator<Target.OfPair> order = Comparator.<Target.OfPair, BigInteger>comparing(pair -> walks.stream()
                        .map(counts -> counts.at(pair.u()).add(counts.at(pair.v())))
                        .min(Comparator.naturalOrder())
                        .orElse(BigInteger.ZERO))
                .thenComparing(pair -> graph.in().degree(pair.u()) + graph.in().degree(pair.v()))
                .thenComparing(Comparator.comparing(Target.OfPair::u).reversed())
                .thenComparing(Comparator.comparing(Target.OfPair::v).reversed());
        return (held.length > 0 ? Arrays.stream(held) : IntStream.range(0, whole.edgeCount()))
                .mapToObj(e -> new Target.OfPair(whole.source(e), whole.target(e)))
                .max(order)
                .orElseThrow(() -> new IllegalArgumentException("the graph has no edge to be predicted"));
    }

    private List<WalkCounts> walks(List<Partition> partitions, int depth) {
        return partitions.stream()
                .map(partition ->
                        WalkCounts.startingIn(graph, partition.vertices().boundary(graph), depth - 1))
                .toList();
    }

    /** The same, where that pair is asked about. */
    ProbedGraph about(Target.OfPair pair) {
        return new ProbedGraph(dataset, index, graph, batch.withPairs(new int[] {pair.u()}, new int[] {pair.v()}));
    }
}
