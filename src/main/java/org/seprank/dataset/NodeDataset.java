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
    private final Content content;

    /** What is known of the vertices. */
    private record Content(Features features, Labels labels, List<Split> splits, Provenance provenance) {
        Content {
            splits = splits.stream().map(split -> split.labelledOnly(labels)).toList();
        }
    }

    private NodeDataset(String name, Graph graph, Content content) {
        int n = graph.vertexCount();
        checkSize("features", content.features.rows(), n);
        checkSize("labels", content.labels.size(), n);
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
        return new NodeDataset(name, graph, new Content(features, labels, List.of(), Provenance.inMemory()));
    }

    private NodeDataset with(Content changed) {
        return new NodeDataset(name, graph, changed);
    }

    @Override
    public NodeDataset withSplits(List<Split> splits) {
        return with(new Content(content.features, content.labels, splits, content.provenance));
    }

    /** The same data with other labels of the same vertices. */
    public NodeDataset withLabels(Labels labels) {
        checkSize("labels", labels.size(), graph.vertexCount());
        return with(new Content(content.features, labels, content.splits, content.provenance));
    }

    @Override
    public NodeDataset withProvenance(Provenance provenance) {
        return with(new Content(content.features, content.labels, content.splits, provenance));
    }

    /** The same vertices, features, labels and splits on another graph, as after rewiring. */
    public NodeDataset withGraph(Graph other) {
        return new NodeDataset(name, other, content);
    }

    /** The same data with other features. */
    public NodeDataset withFeatures(Features features) {
        return with(new Content(features, content.labels, content.splits, content.provenance));
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
    public Labels labels() {
        return content.labels;
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
                .add(content.labels)
                .hex();
    }

    @Override
    public String toString() {
        return name + ": " + graph.vertexCount() + " vertices, " + graph.edgeCount() + " edges, " + featureCount()
                + " features, " + classCount() + " classes";
    }
}
