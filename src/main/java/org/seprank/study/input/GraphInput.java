package org.seprank.study.input;

import java.util.List;
import java.util.Optional;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.graph.Graph;
import org.seprank.report.Block;

/**
 * A graph that a study works on, read once.
 *
 * @param graph the graph
 * @param location its path, or its specification
 * @param format in which it was written; "family" or "dataset" where it was made or read as such
 * @param labels of its vertices; {@link Labels#missing} where none are known
 * @param dataset what it is the graph of, if that is a dataset
 */
public record GraphInput(Graph graph, String location, String format, Labels labels, Optional<NodeDataset> dataset)
        implements GraphRead {
    /** A graph without labels. */
    public static GraphInput unlabelled(Graph graph, String location, String format) {
        return new GraphInput(graph, location, format, Labels.missing(graph.vertexCount()), Optional.empty());
    }

    /** The graph of a dataset with its labels. */
    public static GraphInput of(NodeDataset dataset, String location) {
        return new GraphInput(dataset.graph(), location, "dataset", dataset.labels(), Optional.of(dataset));
    }

    /** The same with the labels that a vertex attribute holds. */
    public GraphInput withLabels(String attribute) {
        return new GraphInput(graph, location, format, AttributeLabels.of(graph, attribute, location), dataset);
    }

    /** What answers say of where it comes from. */
    public List<Block.Input> inputs() {
        return dataset.isPresent() ? DatasetInput.inputs(dataset.get(), location) : List.of(input(graph, location));
    }

    static Block.Input input(Graph graph, String location) {
        return new Block.Input("graph", location, graph.contentHash());
    }
}
