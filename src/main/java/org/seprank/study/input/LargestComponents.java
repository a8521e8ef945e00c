package org.seprank.study.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.SparseFeatures;
import org.seprank.dataset.Split;
import org.seprank.dataset.Truth;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;

/**
 * Datasets of the largest component of each of their graphs; of several, the one with the first vertex. Vertices and
 * edges keep features, labels, splits and ids.
 */
final class LargestComponents {
    private LargestComponents() {}

    /**
     * The dataset.
     *
     * @param warnings gets how much of it that is
     * @throws IllegalArgumentException if the label of a graph is that of a vertex which is not there then
     */
    static Dataset of(Dataset dataset, Consumer<String> warnings) {
        return dataset instanceof NodeDataset nodes ? of(nodes, warnings) : of((GraphDataset) dataset, warnings);
    }

    private static NodeDataset of(NodeDataset dataset, Consumer<String> warnings) {
        Graph graph = dataset.graph();
        if (dataset.graphs().several()) {
            throw new IllegalArgumentException("the largest component is of one graph, but the dataset has "
                    + dataset.graphs().count() + "; leave out --largest-component");
        }
        Components components = Components.of(graph);
        if (components.count() < 2) {
            return dataset;
        }
        int[] kept = components.largest();
        warnings.accept("of " + components.count() + " components the largest is kept, " + kept.length + " of "
                + graph.vertexCount() + " vertices");
        Truth truth = dataset.truth().select(kept);
        Graph largest = graph.induced(kept);
        return NodeDataset.of(dataset.name(), largest, dataset.features().select(kept), truth.labels())
                .withTargetValues(truth.values())
                .withEdgeFeatures(ofEdges(dataset.edgeFeatures(), edges(graph, largest, kept, 0)))
                .withSplits(
                        dataset.splits().stream().map(split -> of(split, kept)).toList())
                .withProvenance(dataset.provenance().then("largest component"));
    }

    private static Split of(Split split, int[] kept) {
        Split.Builder builder = Split.over(split.name(), kept.length);
        for (Split.Part part : Split.Part.values()) {
            builder.put(
                    part,
                    IntStream.range(0, kept.length)
                            .filter(i -> split.contains(part, kept[i]))
                            .toArray());
        }
        return builder.build();
    }

    private static GraphDataset of(GraphDataset dataset, Consumer<String> warnings) {
        List<int[]> kept =
                dataset.graphs().stream().map(LargestComponents::largest).toList();
        long apart = IntStream.range(0, dataset.size())
                .filter(g -> kept.get(g).length < dataset.graphs().get(g).vertexCount())
                .count();
        if (apart == 0) {
            return dataset;
        }
        warnings.accept("of " + apart + " graphs with several components the largest is kept");
        List<Graph> graphs = new ArrayList<>();
        List<SparseFeatures> features = new ArrayList<>();
        List<Integer> edges = new ArrayList<>();
        for (int g = 0; g < dataset.size(); g++) {
            Graph graph = dataset.graphs().get(g);
            int[] vertices = kept.get(g);
            Graph largest = graph.induced(vertices);
            graphs.add(largest);
            features.add(dataset.features(g).select(vertices).toSparse());
            edges.addAll(edges(graph, largest, vertices, dataset.edgeOffset(g)));
        }
        GraphDataset all = dataset.withGraphs(
                graphs,
                SparseFeatures.stacked(dataset.featureCount(), features).compact(),
                ofEdges(dataset.edgeFeatures(), edges));
        return withTargets(all, dataset, kept)
                .withProvenance(dataset.provenance().then("largest components"));
    }

    /** The places of the edges that are left, counted from {@code first}. */
    private static List<Integer> edges(Graph graph, Graph largest, int[] vertices, int first) {
        return IntStream.range(0, largest.edgeCount())
                .map(e -> first + graph.edgeBetween(vertices[largest.source(e)], vertices[largest.target(e)]))
                .boxed()
                .toList();
    }

    private static int[] largest(Graph graph) {
        Components components = Components.of(graph);
        return components.count() < 2 ? IntStream.range(0, graph.vertexCount()).toArray() : components.largest();
    }

    private static GraphDataset withTargets(GraphDataset after, GraphDataset before, List<int[]> kept) {
        return before.target(0).isEmpty()
                ? after
                : after.withTargets(IntStream.range(0, before.size())
                        .map(g -> target(before.target(g).orElseThrow(), g, kept.get(g)))
                        .toArray());
    }

    private static int target(int vertex, int g, int[] kept) {
        int place = Arrays.binarySearch(kept, vertex);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "the label of graph " + (g + 1) + " is that of a vertex outside its largest component");
        }
        return place;
    }

    private static Features ofEdges(Features features, List<Integer> edges) {
        return features.columns() == 0
                ? features
                : features.select(edges.stream().mapToInt(Integer::intValue).toArray());
    }
}
