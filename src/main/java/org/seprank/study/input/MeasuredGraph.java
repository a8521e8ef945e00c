package org.seprank.study.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.io.Datasets;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;

/**
 * A graph to be measured, from a graph file, a family or a dataset, with the labels of its vertices.
 *
 * @param loaded the graph and where it comes from
 * @param labels {@link Labels#missing} where none are known
 * @param dataset the dataset, if it is one
 */
public record MeasuredGraph(GraphSource.Loaded loaded, Labels labels, Optional<NodeDataset> dataset) {
    /**
     * Reads it. What is a dataset is read as one, unless the source says in which graph format it is.
     *
     * @param attribute the vertex attribute that has the labels; empty: those of the dataset, if it is one
     * @throws IllegalArgumentException if it is a dataset of many graphs, or the graph has no such attribute
     */
    public static MeasuredGraph load(GraphSource source, String attribute) throws IOException {
        MeasuredGraph read = isDataset(source)
                ? ofDataset(source)
                : new MeasuredGraph(source.load(), Labels.missing(0), Optional.empty());
        Graph graph = read.loaded.graph();
        if (!attribute.isEmpty()) {
            return new MeasuredGraph(read.loaded, labels(graph, attribute), read.dataset);
        }
        return read.labels.size() == graph.vertexCount()
                ? read
                : new MeasuredGraph(read.loaded, Labels.missing(graph.vertexCount()), read.dataset);
    }

    private static boolean isDataset(GraphSource source) throws IOException {
        if (SyntheticTask.recognises(source.location())) {
            return true;
        }
        if (GraphFamily.isSpecification(source.location()) || source.options().format() != null) {
            return false;
        }
        Path path = Path.of(source.location());
        return Files.exists(path) && Datasets.format(path).isPresent();
    }

    private static MeasuredGraph ofDataset(GraphSource source) throws IOException {
        DatasetSource named = new DatasetSource(source.location(), "", FeatureScaling.RAW, source.seed());
        Dataset dataset = named.load();
        if (!(dataset instanceof NodeDataset nodes)) {
            throw new IllegalArgumentException(source.location() + " has many graphs; name one of them");
        }
        return new MeasuredGraph(
                new GraphSource.Loaded(nodes.graph(), source.location(), "dataset"),
                nodes.labels(),
                Optional.of(nodes));
    }

    /** The classes are the values of the attribute in their order as text. */
    private static Labels labels(Graph graph, String attribute) {
        String[] values = new String[graph.vertexCount()];
        for (int v = 0; v < values.length; v++) {
            Optional<String> value = graph.vertexAttributes().value(attribute, v);
            values[v] = value.orElse("");
        }
        String[] classes = Arrays.stream(values)
                .filter(value -> !value.isEmpty())
                .sorted()
                .distinct()
                .toArray(String[]::new);
        int[] labels = new int[values.length];
        Arrays.setAll(labels, v -> values[v].isEmpty() ? Labels.MISSING : Arrays.binarySearch(classes, values[v]));
        return Labels.of(labels, classes.length);
    }
}
