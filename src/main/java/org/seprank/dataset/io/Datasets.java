package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Provenance;
import org.seprank.dataset.Truth;
import org.seprank.dataset.file.Source;
import org.seprank.dataset.image.IdxImages;
import org.seprank.dataset.torch.TorchDatasets;
import org.seprank.file.FormatException;
import org.seprank.file.ReadLimits;
import org.seprank.graph.ParallelEdges;
import org.seprank.graph.io.GraphReader;

/**
 * Reads and writes datasets. Formats, each recognised by content:
 *
 * <table>
 * <caption>Formats</caption>
 * <tr><th>name</th><th>path</th></tr>
 * <tr><td>planetoid</td><td>one of the files {@code ind.NAME.*}, their folder, or {@code FOLDER/NAME}</td></tr>
 * <tr><td>heterophilous-npz</td><td>npz with {@code node_features}, {@code node_labels}, {@code edges}</td></tr>
 * <tr><td>gnn-benchmark-npz</td><td>npz with {@code adj_data} .. or {@code adj_matrix.data} ..</td></tr>
 * <tr><td>ogb</td><td>folder with {@code raw/edge.csv.gz}</td></tr>
 * <tr><td>geom-gcn</td><td>folder with {@code out1_graph_edges.txt}</td></tr>
 * <tr><td>tu</td><td>folder with {@code DS_A.txt}, {@code DS_graph_indicator.txt}</td></tr>
 * <tr><td>dgcnn</td><td>text file of graphs: {@code N}, then per graph {@code n label} and n vertices</td></tr>
 * <tr><td>csv</td><td>folder with {@code vertices.csv} and {@code edges.csv}</td></tr>
 * <tr><td>graphland</td><td>folder with {@code info.yaml}, {@code features.csv}, {@code targets.csv} and
 * {@code edgelist.csv}; {@code FOLDER#THI} is its inductive task</td></tr>
 * <tr><td>torch</td><td>file that {@code torch.save} wrote, or folder of them, see {@link TorchDatasets}; of several
 * relations one is {@code FILE#RELATION}</td></tr>
 * </table>
 */
public final class Datasets {
    private static final List<Named<DatasetReader>> READERS = List.of(
            new Named<>("planetoid", new PlanetoidReader()),
            new Named<>("heterophilous-npz", new HeterophilousReader()),
            new Named<>("gnn-benchmark-npz", new GnnBenchmarkReader()),
            new Named<>("ogb", new OgbReader()),
            new Named<>("geom-gcn", new GeomGcnReader()),
            new Named<>("tu", new TuReader()),
            new Named<>("csv", new CsvReader()),
            new Named<>("graphland", new GraphLandReader()),
            new Named<>("torch", new TorchReader()),
            new Named<>("dgcnn", new DgcnnReader()));

    private static final List<Named<DatasetWriter>> WRITERS = List.of(
            new Named<>("heterophilous-npz", new NpzWriter()),
            new Named<>("gnn-benchmark-npz", new GnnBenchmarkWriter()),
            new Named<>("csv", new CsvWriter()),
            new Named<>("planetoid", new PlanetoidWriter()));

    /** The reader or writer of the format of that name. */
    private record Named<T>(String format, T code) {}

    private Datasets() {}

    /** The names of the formats. */
    static List<String> formats() {
        return READERS.stream().map(Named::format).toList();
    }

    /** The format of a file or folder, if it is one of ours. */
    public static Optional<String> format(Path path) throws IOException {
        Source source = Source.of(path, ReadLimits.defaults());
        return Source.within(path, () -> reader(source)).map(Named::format);
    }

    private static Optional<Named<DatasetReader>> reader(Source source) throws IOException {
        for (Named<DatasetReader> reader : READERS) {
            boolean meant = source.part().isEmpty() || reader.code.hasParts();
            if (meant && reader.code.recognises(source)) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    /**
     * The dataset in a file or folder of any known format.
     *
     * @throws FormatException if it is of no known format or does not hold what its format asks for
     */
    public static Dataset read(Path path) throws IOException {
        return read(path, ReadLimits.defaults());
    }

    /** The file or folder that a path means, which may name a part of it, as in FILE#PART. */
    public static Path file(Path path) {
        return Source.of(path, ReadLimits.defaults()).path();
    }

    /**
     * The dataset in a file or folder in which so becomes of parallel edges.
     *
     * @param warnings gets what of it is not in the dataset
     */
    public static Dataset read(Path path, ParallelEdges parallel, Consumer<String> warnings) throws IOException {
        Source source = Source.of(path, ReadLimits.defaults(), parallel);
        Dataset dataset = read(source);
        source.warnings().forEach(warnings);
        return dataset;
    }

    /** The dataset in a file or folder that must not ask for more than the limits. */
    public static Dataset read(Path path, ReadLimits limits) throws IOException {
        return read(Source.of(path, limits));
    }

    private static Dataset read(Source source) throws IOException {
        Path path = source.path();
        return Source.within(path, () -> {
            Optional<Named<DatasetReader>> reader = reader(source);
            if (reader.isEmpty() && IdxImages.recognises(path)) {
                throw source.error(
                        "it holds images, not graphs", "use them in synthetic:same-class,images=FILE,test-images=FILE");
            }
            if (reader.isEmpty() && Files.isRegularFile(path)) {
                GraphReader.refuseForeign(path);
            }
            if (reader.isEmpty()) {
                boolean there = Files.exists(path);
                throw source.error(
                        there ? "it is of no known dataset format" : "there is no such file or folder",
                        "known are " + String.join(", ", formats())
                                + (there ? "; a graph whose classes are a vertex attribute is FILE#ATTRIBUTE" : ""));
            }
            return located(reader.get().code.read(source), source.provenance(reader.get().format));
        });
    }

    private static Dataset located(Dataset dataset, Provenance found) {
        List<String> steps = dataset.provenance().steps();
        return dataset.withProvenance(new Provenance(found.source(), found.format(), found.sha256(), steps));
    }

    /** The names of the formats that can be written too. */
    static List<String> writtenFormats() {
        return WRITERS.stream().map(Named::format).toList();
    }

    /**
     * The format that {@link #write(Dataset, Path)} writes: for a name that ends in {@code .npz} gnn-benchmark-npz if
     * the dataset came in it, else heterophilous-npz; for other names, those of folders, planetoid if it came in it,
     * else csv. Target values and features of edges have a place in heterophilous-npz and csv alone.
     */
    static String formatFor(Dataset dataset, Path path) {
        String came = dataset.provenance().format();
        boolean more =
                dataset.truth().values().columns() > 0 || dataset.edgeFeatures().columns() > 0;
        if (more) {
            return path.toString().endsWith(".npz") ? "heterophilous-npz" : "csv";
        }
        if (path.toString().endsWith(".npz")) {
            return came.equals("gnn-benchmark-npz") ? came : "heterophilous-npz";
        }
        return came.equals("planetoid") ? came : "csv";
    }

    /**
     * Writes all of a dataset in the format that {@link #formatFor} says.
     *
     * @throws IllegalArgumentException as {@link #write(Dataset, Path, String)}
     */
    public static void write(Dataset dataset, Path path) throws IOException {
        write(dataset, path, formatFor(dataset, path));
    }

    /**
     * Writes all of a dataset: graph with weights and relations, features, labels, target values and splits. Vertex ids
     * and the names of splits are kept by csv alone, other attributes by none.
     *
     * @param path a file for the npz formats, otherwise a folder
     * @param format one of {@link #writtenFormats()}
     * @throws IllegalArgumentException if the format is not written, or has no place for something in the dataset; such
     *     as a directed graph in a heterophilous-npz file whose name does not say {@code directed}, by which readers of
     *     the layout tell
     */
    public static void write(Dataset dataset, Path path, String format) throws IOException {
        if (!(dataset instanceof NodeDataset nodes)) {
            throw new IllegalArgumentException("dataset '" + dataset.name()
                    + "' has many graphs with a label each; only one graph with labels on vertices can be written");
        }
        boolean classesOnly = format.equals("planetoid") || format.equals("gnn-benchmark-npz");
        if (classesOnly && dataset.truth().kind() != Truth.Kind.CLASSES) {
            throw new IllegalArgumentException("format " + format + " has no place for the values to be predicted of '"
                    + dataset.name() + "'; write csv or heterophilous-npz");
        }
        if (classesOnly && dataset.edgeFeatures().columns() > 0) {
            throw new IllegalArgumentException("format " + format + " has no place for the features of the edges of '"
                    + dataset.name() + "'; write csv or heterophilous-npz");
        }
        for (Named<DatasetWriter> writer : WRITERS) {
            if (writer.format.equals(format)) {
                writer.code.write(nodes, path);
                return;
            }
        }
        throw new IllegalArgumentException(
                "dataset format '" + format + "' is not written; written are " + String.join(", ", writtenFormats()));
    }
}
