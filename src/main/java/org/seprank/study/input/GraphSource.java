package org.seprank.study.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.io.Datasets;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.graph.io.GraphFile;
import org.seprank.graph.io.GraphFormat;
import org.seprank.graph.io.GraphReader;
import org.seprank.graph.io.ReadOptions;
import org.seprank.graph.io.codec.Direction;
import org.seprank.study.Question;

/**
 * Where a graph comes from.
 *
 * @param location a path, {@code family:NAME,key=value,..}, or, where labels are of use, whatever names a dataset
 * @param options how a file is read
 * @param number which graph of a file of several, from 1; 0 for the graph of a file of one
 * @param seed of a random family
 */
public record GraphSource(String location, ReadOptions options, int number, long seed) {
    /** Reads or makes the graph, without labels. */
    public GraphInput read() throws IOException {
        if (GraphFamily.isSpecification(location)) {
            return GraphInput.unlabelled(GraphFamily.parse(location, seed), location, "family");
        }
        Path path = Path.of(location);
        GraphFile file = number == 0 ? GraphReader.read(path, options) : numbered(path);
        return GraphInput.unlabelled(file.graph(), location, file.format().id());
    }

    /**
     * Reads or makes the graph with the labels of its vertices, where they are known. What is a dataset is read as one,
     * unless the options say in which graph format it is.
     *
     * @param attribute the vertex attribute that has the labels; empty: those of the dataset, if it is one
     * @throws IllegalArgumentException if it is a dataset of many graphs, or the graph has no such attribute
     */
    public GraphInput readLabelled(String attribute) throws IOException {
        GraphInput read = isDataset() ? ofDataset() : read();
        return attribute.isEmpty() ? read : read.withLabels(attribute);
    }

    private GraphFile numbered(Path path) throws IOException {
        List<Graph> found = new ArrayList<>();
        long[] at = {0};
        long count = GraphReader.forEach(path, options, graph -> {
            if (++at[0] == number) {
                found.add(graph);
            }
        });
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "--graph " + number + " is not in 1.." + count + ", the graphs of " + path);
        }
        GraphFormat format = options.format();
        return new GraphFile(path, format == null ? GraphReader.format(path) : format, found.get(0));
    }

    private boolean isDataset() throws IOException {
        if (SyntheticTask.recognises(location)) {
            return true;
        }
        if (GraphFamily.isSpecification(location) || options.format() != null) {
            return false;
        }
        Path path = Path.of(location);
        return Files.exists(path) && Datasets.format(path).isPresent();
    }

    private GraphInput ofDataset() throws IOException {
        Dataset dataset = new DatasetSource(location, "", FeatureScaling.RAW, seed).load();
        if (!(dataset instanceof NodeDataset nodes)) {
            throw new IllegalArgumentException(location + " has many graphs; name one of them");
        }
        return GraphInput.of(nodes, location);
    }

    /** The question with what it is asked of. */
    public Question addTo(Question question) {
        GraphFormat format = options.format();
        Question with = question.with("graph", location).with("input_format", format == null ? "" : format.id());
        if (options.direction() != Direction.AUTO) {
            with = with.with("direction", options.direction().name().toLowerCase(Locale.ROOT));
        }
        if (options.vertexCount() > 0) {
            with = with.with("vertices", options.vertexCount());
        }
        return number > 0 ? with.with("graph_number", number) : with;
    }
}
