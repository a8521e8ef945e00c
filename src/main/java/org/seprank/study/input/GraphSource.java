package org.seprank.study.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.io.Datasets;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.graph.Graph;
import org.seprank.graph.ParallelEdges;
import org.seprank.graph.family.GraphFamily;
import org.seprank.graph.io.GraphFile;
import org.seprank.graph.io.GraphFormat;
import org.seprank.graph.io.GraphReader;
import org.seprank.graph.io.ReadOptions;
import org.seprank.graph.io.codec.Direction;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.GraphSink;
import org.seprank.study.Question;

/**
 * Where a graph comes from.
 *
 * @param location a path, {@code family:NAME,key=value,..}, {@code FILE#ATTRIBUTE} where a vertex attribute holds the
 *     labels, or, where labels are of use, whatever names a dataset
 * @param options how a file is read
 * @param number which graph of a file of several, from 1; null for the graph of a file of one
 * @param seed of a random family
 */
public record GraphSource(
        String location, ReadOptions options, @Nullable Integer number, long seed) {
    /**
     * Reads or makes the graph, without labels.
     *
     * @param warnings gets what of the file is not in the graph
     */
    public GraphInput read(Consumer<String> warnings) throws IOException {
        if (GraphFamily.isSpecification(location)) {
            return GraphInput.unlabelled(GraphFamily.parse(location, seed), location, "family");
        }
        Path path = Path.of(location);
        GraphFile file = number == null ? GraphReader.read(path, options) : GraphReader.read(path, options, number);
        file.warnings().forEach(warnings);
        return GraphInput.unlabelled(file.graph(), location, file.format().id());
    }

    /**
     * Reads or makes the graph with the labels of its vertices, where they are known. What is a dataset is read as one,
     * unless the options say in which graph format it is.
     *
     * @param attribute the vertex attribute that has the labels; empty: those of the dataset, if it is one
     * @param warnings gets what of a file is not in the graph
     * @throws IllegalArgumentException if there are many graphs, or the graph has no such attribute
     */
    public GraphInput readLabelled(String attribute, Consumer<String> warnings) throws IOException {
        GraphRead read = isDataset() ? ofDataset(warnings) : ofFile(warnings);
        if (read instanceof GraphSet set) {
            throw new IllegalArgumentException(location + " has " + set.size()
                    + " graphs; take one of them with --graph K, K in 1.." + set.size());
        }
        GraphInput one = (GraphInput) read;
        return attribute.isEmpty() ? one : one.withLabels(attribute);
    }

    /**
     * Reads or makes the graph, or all of them where there are many and none is named by its number.
     *
     * @param labelled whether labels are of use: then what is a dataset is read as one, else only what is no graph file
     * @param warnings gets what of a file is not in the graph
     */
    public GraphRead readAny(boolean labelled, Consumer<String> warnings) throws IOException {
        boolean asDataset = labelled || namesLabels() || isBenchmark();
        boolean dataset = asDataset
                ? isDataset()
                : toldByName().isEmpty() && isDataset() && !GraphReader.recognises(Path.of(location));
        return dataset ? ofDataset(warnings) : ofFile(warnings);
    }

    /** Whether it is an archive of NumPy arrays that is no graph file but a dataset. */
    private boolean isBenchmark() throws IOException {
        return options.format() == null
                && toldByName().filter(format -> format == GraphFormat.NPZ).isPresent()
                && Datasets.format(Path.of(location))
                        .filter("gnn-benchmark-npz"::equals)
                        .isPresent();
    }

    /** The graph format that was named, or that the file's name says; its content need not be looked at then. */
    private Optional<GraphFormat> toldByName() {
        if (options.format() != null || GraphFamily.isSpecification(location)) {
            return Optional.ofNullable(options.format());
        }
        return GraphFormat.forName(Path.of(location)).filter(format -> format != GraphFormat.EDGE_LIST);
    }

    private GraphRead ofFile(Consumer<String> warnings) throws IOException {
        Path path = Path.of(location);
        boolean one = number != null || GraphFamily.isSpecification(location) || !Files.isRegularFile(path);
        if (one) {
            return read(warnings);
        }
        Optional<GraphFormat> told = toldByName();
        GraphFormat format = told.isPresent() ? told.get() : GraphReader.format(path);
        if (!format.holds().contains(Feature.MANY_GRAPHS)) {
            return read(warnings);
        }
        List<Graph> graphs = new ArrayList<>();
        GraphReader.forEach(path, options, graphs::add);
        return graphs.size() < 2 ? read(warnings) : new GraphSet(location, format.id(), graphs, Optional.empty());
    }

    /** Hands over all graphs; those of a file one by one, as they are read. */
    public void forEach(GraphSink sink) throws IOException {
        Path path = Path.of(location);
        if (!isDataset() || (!namesLabels() && GraphReader.recognises(path))) {
            GraphReader.forEach(path, options, sink);
        } else if (ofDataset(warning -> {}) instanceof GraphSet set) {
            for (Graph graph : set.graphs()) {
                sink.accept(graph);
            }
        } else {
            throw new IllegalArgumentException(location + " has one graph, not several");
        }
    }

    /** One of the graphs of the file. */
    public GraphInput about(Graph graph) {
        return GraphInput.unlabelled(graph, location, "");
    }

    /** Whether it is a graph file with the vertex attribute that holds its labels, as {@link LabelledGraph} has it. */
    private boolean namesLabels() {
        return options.format() == null
                && !GraphFamily.isSpecification(location)
                && !Files.exists(Path.of(location))
                && LabelledGraph.parse(location)
                        .filter(labelled -> Files.isRegularFile(Path.of(labelled.file())))
                        .isPresent();
    }

    private boolean isDataset() throws IOException {
        if (SyntheticTask.recognises(location) || namesLabels()) {
            return true;
        }
        if (GraphFamily.isSpecification(location) || options.format() != null) {
            return false;
        }
        Path path = Path.of(location);
        Path file = Datasets.file(path);
        boolean rereadable = Files.isRegularFile(file) || Files.isDirectory(file);
        return rereadable && Datasets.format(path).isPresent();
    }

    private GraphRead ofDataset(Consumer<String> warnings) throws IOException {
        DatasetReading reading = new DatasetReading(options.parallel(), options.largestComponent());
        DatasetSource source = new DatasetSource(location, "", FeatureScaling.RAW, seed, reading);
        Dataset dataset = source.unprepared(warnings);
        if (dataset instanceof NodeDataset) {
            NodeDataset prepared = (NodeDataset) source.prepared(dataset);
            boolean changed = options.direction() == Direction.UNDIRECTED
                    && prepared.graph().directed();
            return GraphInput.of(changed ? prepared.withGraph(prepared.graph().asUndirected()) : prepared, location);
        }
        GraphSet set = GraphSet.of((GraphDataset) dataset, location);
        return number == null ? set : set.graph(number);
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
        if (options.parallel() != ParallelEdges.FIRST) {
            with = with.with("merge", options.parallel().name().toLowerCase(Locale.ROOT));
        }
        if (options.largestComponent()) {
            with = with.with("largest_component", true);
        }
        return number == null ? with : with.with("graph_number", number);
    }
}
