package org.seprank.dataset;

import java.util.List;
import org.seprank.graph.Graph;

/**
 * One graph with features X: [n, d] and a class per vertex, and splits of its vertices. Immutable; the {@code with..}
 * methods share everything they do not replace.
 */
public final class NodeDataset implements Dataset {
    private final String name;
    private final Graph graph;
    private final Features features;
    private final Labels labels;
    private final List<Split> splits;
    private final Provenance provenance;

    private NodeDataset(NodeDataset base, List<Split> splits, Provenance provenance) {
        this(base.name, base.graph, base.features, base.labels, splits, provenance);
    }

    private NodeDataset(
            String name, Graph graph, Features features, Labels labels, List<Split> splits, Provenance provenance) {
        int n = graph.vertexCount();
        checkSize("features", features.rows(), n);
        checkSize("labels", labels.size(), n);
        for (Split split : splits) {
            checkSize("split '" + split.name() + "'", split.size(), n);
        }
        this.name = name;
        this.graph = graph;
        this.features = features;
        this.labels = labels;
        this.splits = splits.stream().map(split -> split.labelledOnly(labels)).toList();
        this.provenance = provenance;
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
        return new NodeDataset(name, graph, features, labels, List.of(), Provenance.inMemory());
    }

    @Override
    public NodeDataset withSplits(List<Split> others) {
        return new NodeDataset(this, others, provenance);
    }

    @Override
    public NodeDataset withLabels(Labels others) {
        return new NodeDataset(name, graph, features, others, splits, provenance);
    }

    /** The same data with another provenance. */
    public NodeDataset withProvenance(Provenance other) {
        return new NodeDataset(this, splits, other);
    }

    /** The same vertices, features, labels and splits on another graph, as after rewiring. */
    public NodeDataset withGraph(Graph other) {
        return new NodeDataset(name, other, features, labels, splits, provenance);
    }

    /** The same data with other features. */
    public NodeDataset withFeatures(Features others) {
        return new NodeDataset(name, graph, others, labels, splits, provenance);
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
        return features;
    }

    @Override
    public int featureCount() {
        return features.columns();
    }

    @Override
    public Labels labels() {
        return labels;
    }

    @Override
    public List<Split> splits() {
        return splits;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public String contentHash() {
        return new ContentHash().add(graph).add(features).add(labels).hex();
    }

    @Override
    public String toString() {
        return name + ": " + graph.vertexCount() + " vertices, " + graph.edgeCount() + " edges, " + featureCount()
                + " features, " + classCount() + " classes";
    }
}
