package org.seprank.dataset;

import java.util.List;
import org.seprank.graph.Graph;

/**
 * One graph with features X: [n, d], a class per vertex or {@linkplain TargetValues values} to be predicted of it, and
 * splits of its vertices. Immutable; the {@code with..} methods share everything they do not replace.
 */
public final class NodeDataset implements Dataset {
    private final String name;
    private final Graph graph;
    private final Content content;

    /** What is known of the vertices and edges. */
    private record Content(
            Features features, Features edgeFeatures, Truth truth, List<Split> splits, Provenance provenance) {
        Content {
            splits = splits.stream().map(split -> split.knownOnly(truth)).toList();
        }

        Content with(Truth other) {
            return new Content(features, edgeFeatures, other, splits, provenance);
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
                new Content(features, Features.none(0), Truth.of(labels), List.of(), Provenance.inMemory()));
    }

    private NodeDataset with(Content changed) {
        return new NodeDataset(name, graph, changed);
    }

    @Override
    public NodeDataset withSplits(List<Split> splits) {
        return with(new Content(content.features, content.edgeFeatures, content.truth, splits, content.provenance));
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
        return with(new Content(content.features, edgeFeatures, content.truth, content.splits, content.provenance));
    }

    @Override
    public NodeDataset withProvenance(Provenance provenance) {
        return with(new Content(content.features, content.edgeFeatures, content.truth, content.splits, provenance));
    }

    /**
     * The same vertices, features, labels and splits on another graph, as after rewiring. Edges that both have keep
     * their features; those of other edges are 0.
     */
    public NodeDataset withGraph(Graph other) {
        Features carried = EdgeFeatures.carried(graph, other, content.edgeFeatures);
        return new NodeDataset(
                name, other, new Content(content.features, carried, content.truth, content.splits, content.provenance));
    }

    /** The same data with other features. */
    public NodeDataset withFeatures(Features features) {
        return with(new Content(features, content.edgeFeatures, content.truth, content.splits, content.provenance));
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
        return new ContentHash()
                .add(graph)
                .add(content.features)
                .add(content.truth)
                .addEdges(content.edgeFeatures)
                .hex();
    }

    @Override
    public String toString() {
        return name + ": " + graph.vertexCount() + " vertices, " + graph.edgeCount() + " edges, " + featureCount()
                + " features, " + truth().described();
    }
}
