package org.seprank.dataset;

import java.util.List;
import java.util.stream.IntStream;
import org.seprank.graph.Graph;

/**
 * One graph with features X: [n, d], a class per vertex or {@linkplain TargetValues values} to be predicted of it, and
 * splits of its vertices. It may be {@linkplain #graphs several graphs} side by side, of which some are learned and
 * others held out. Immutable; the {@code with..} methods share everything they do not replace.
 */
public final class NodeDataset implements Dataset {
    private final String name;
    private final Graph graph;
    private final Content content;

    /** What is known of the vertices and edges. */
    private record Content(
            Features features,
            Features edgeFeatures,
            Truth truth,
            List<Split> splits,
            Provenance provenance,
            GraphRanges graphs) {
        Content {
            splits = splits.stream().map(split -> split.knownOnly(truth)).toList();
        }

        Content with(Truth other) {
            return new Content(features, edgeFeatures, other, splits, provenance, graphs);
        }

        Content with(Features x, Features ofEdges) {
            return new Content(x, ofEdges, truth, splits, provenance, graphs);
        }
    }

    private NodeDataset(String name, Graph graph, Content content) {
        int n = graph.vertexCount();
        checkSize("features", content.features.rows(), n);
        checkSize("labels", content.truth.size(), n);
        if (content.edgeFeatures.columns() > 0 && content.edgeFeatures.rows() != graph.edgeCount()) {
            throw new IllegalArgumentException("features for " + content.edgeFeatures.rows()
                    + " edges do not fit a graph with " + graph.edgeCount());
        }
        for (Split split : content.splits) {
            checkSize("split '" + split.name() + "'", split.size(), n);
        }
        content.graphs.check(graph);
        this.name = name;
        this.graph = graph;
        this.content = content;
    }

    private static void checkSize(String what, int size, int n) {
        if (size != n) {
            throw new IllegalArgumentException(what + " for " + size + " vertices do not fit a graph with " + n);
        }
    }

    /**
     * A dataset without splits.
     *
     * @throws IllegalArgumentException if graph, features and labels are not about the same number of vertices
     */
    public static NodeDataset of(String name, Graph graph, Features features, Labels labels) {
        return new NodeDataset(
                name,
                graph,
                new Content(
                        features,
                        Features.none(0),
                        Truth.of(labels),
                        List.of(),
                        Provenance.inMemory(),
                        GraphRanges.one(graph.vertexCount())));
    }

    private NodeDataset with(Content changed) {
        return new NodeDataset(name, graph, changed);
    }

    @Override
    public NodeDataset withSplits(List<Split> splits) {
        return with(new Content(
                content.features, content.edgeFeatures, content.truth, splits, content.provenance, content.graphs));
    }

    /** The same data with other labels of the same vertices. */
    public NodeDataset withLabels(Labels labels) {
        checkSize("labels", labels.size(), graph.vertexCount());
        return with(content.with(new Truth(labels, content.truth.values())));
    }

    /** The same data where these values are to be predicted of the vertices. */
    @Override
    public NodeDataset withTargetValues(TargetValues values) {
        checkSize("target values", values.rows(), graph.vertexCount());
        return with(content.with(new Truth(content.truth.labels(), values)));
    }

    /** The same data with features of edges, [m, e], in the order of the graph's edges; none for no columns. */
    public NodeDataset withEdgeFeatures(Features edgeFeatures) {
        return with(content.with(content.features, edgeFeatures));
    }

    @Override
    public NodeDataset withProvenance(Provenance provenance) {
        return with(new Content(
                content.features, content.edgeFeatures, content.truth, content.splits, provenance, content.graphs));
    }

    /**
     * The same vertices, features, labels and splits on another graph, as after rewiring. Edges that both have keep
     * their features; those of other edges are 0.
     */
    public NodeDataset withGraph(Graph other) {
        Features carried = EdgeFeatures.carried(graph, other, content.edgeFeatures);
        return new NodeDataset(name, other, content.with(content.features, carried));
    }

    /**
     * The same data as several graphs: messages pass within each, and splits are of graphs.
     *
     * @throws IllegalArgumentException if an edge leaves a graph
     */
    public NodeDataset withGraphs(GraphRanges graphs) {
        return with(new Content(
                content.features, content.edgeFeatures, content.truth, content.splits, content.provenance, graphs));
    }

    /** Its graphs; one unless told otherwise. */
    public GraphRanges graphs() {
        return content.graphs;
    }

    /**
     * One of its graphs, without splits; vertices keep their ids. Time O(n + m).
     *
     * @param index from 0
     */
    public NodeDataset part(int index) {
        int[] vertices = content.graphs.vertices(index);
        Graph own = graph.induced(vertices);
        Truth truth = content.truth.select(vertices);
        NodeDataset part = of(name, own, content.features.select(vertices), truth.labels())
                .withTargetValues(truth.values())
                .withProvenance(content.provenance);
        return content.edgeFeatures.columns() == 0
                ? part
                : part.withEdgeFeatures(content.edgeFeatures.select(IntStream.range(0, own.edgeCount())
                        .map(e -> graph.edgeBetween(vertices[own.source(e)], vertices[own.target(e)]))
                        .toArray()));
    }

    /** The same data with other features. */
    public NodeDataset withFeatures(Features features) {
        return with(content.with(features, content.edgeFeatures));
    }

    @Override
    public String name() {
        return name;
    }

    /** The graph; its vertex i has row i of the features and label i. */
    public Graph graph() {
        return graph;
    }

    /** X: [n, d]. */
    public Features features() {
        return content.features;
    }

    @Override
    public int featureCount() {
        return content.features.columns();
    }

    @Override
    public Truth truth() {
        return content.truth;
    }

    @Override
    public Features edgeFeatures() {
        return content.edgeFeatures;
    }

    @Override
    public List<Split> splits() {
        return content.splits;
    }

    @Override
    public Provenance provenance() {
        return content.provenance;
    }

    @Override
    public String contentHash() {
        ContentHash hash = new ContentHash()
                .add(graph)
                .add(content.features)
                .add(content.truth)
                .addEdges(content.edgeFeatures);
        return (content.graphs.several() ? hash.add(content.graphs.toArray()) : hash).hex();
    }

    @Override
    public String toString() {
        return name + ": " + graph.vertexCount() + " vertices, " + graph.edgeCount() + " edges, " + featureCount()
                + " features, " + truth().described();
    }
}
