package org.seprank.study.entangle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.io.Datasets;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.entangle.SiteGrid;
import org.seprank.graph.io.ReadOptions;
import org.seprank.study.Question;
import org.seprank.study.input.DatasetSource;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSource;

/**
 * Where a table comes from.
 *
 * @param location a file of a table, or whatever names a dataset
 * @param reading what of it is taken
 * @param graph a graph whose vertices the columns of a table are; empty: none
 * @param axes lengths of the axes on which the sites are; empty: those of the array, else one axis
 * @param seed of generated data
 */
public record TableSource(String location, TableReading reading, String graph, List<Integer> axes, long seed) {
    /** Keeps the list. */
    public TableSource {
        axes = List.copyOf(axes);
    }

    /**
     * Reads or makes it.
     *
     * @param warnings gets what is left out
     * @throws IllegalArgumentException if a graph or axes do not fit it
     */
    TableInput read(Consumer<String> warnings) throws IOException {
        TableInput input =
                isTable() ? ofTable(warnings) : new DatasetTable(dataset(warnings), reading, warnings).input(location);
        TableInput placed = axes.isEmpty() ? input : input.on(new SiteGrid(axes));
        return reading.standardized() ? placed.standardized() : placed;
    }

    /** Data at vertices: a table whose columns they are, or a dataset. */
    static TableSource ofVertices(String location, long seed) throws IOException {
        TableReading reading = TableReading.ofVertices();
        TableSource source = new TableSource(location, reading, "", List.of(), seed);
        return source.isTable()
                ? new TableSource(location, reading.over(TableReading.Sites.FEATURES), "", List.of(), seed)
                : source;
    }

    /** Whether it names a dataset. */
    boolean isDataset() throws IOException {
        return SyntheticTask.recognises(location)
                || Datasets.format(Datasets.file(Path.of(location))).isPresent();
    }

    private boolean isTable() throws IOException {
        Path path = Path.of(location);
        boolean named = location.endsWith(".csv") || location.endsWith(".csv.gz") || location.endsWith(".npz");
        return named && Files.isRegularFile(path) && Datasets.format(path).isEmpty();
    }

    private TableInput ofTable(Consumer<String> warnings) throws IOException {
        if (reading.sites() == TableReading.Sites.VERTICES && graph.isEmpty()) {
            throw new IllegalArgumentException(
                    "the sites of a table are its columns; name the graph whose vertices they are with --graph-file");
        }
        TableInput table = new TableFile(Path.of(location), reading).read(warnings);
        if (graph.isEmpty()) {
            return table;
        }
        GraphInput of = new GraphSource(graph, ReadOptions.defaults(), null, seed).readLabelled("", warnings);
        return table.over(of.graph(), of.labels(), of.inputs());
    }

    private Dataset dataset(Consumer<String> warnings) throws IOException {
        Optional<String> fault = !graph.isEmpty()
                ? Optional.of("--graph-file")
                : Optional.of("--leave-out").filter(option -> !reading.leftOut().isEmpty());
        if (fault.isPresent()) {
            throw new IllegalArgumentException(
                    fault.get() + " goes with a table (CSV or npz), but " + location + " is a dataset");
        }
        return new DatasetSource(location, "", FeatureScaling.RAW, seed).whole(warnings);
    }

    /** The question with what it is asked of. */
    Question addTo(Question question) {
        Question asked = reading.addTo(question.with("data", location)).with("graph_file", graph);
        return asked.with("axes", axes.stream().map(String::valueOf).collect(Collectors.joining("x")));
    }
}
