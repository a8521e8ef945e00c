package org.seprank.dataset.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Provenance;
import org.seprank.dataset.file.ReadLimits;
import org.seprank.dataset.file.Source;
import org.seprank.dataset.image.IdxImages;
import org.seprank.graph.GraphFormatException;

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
 * </table>
 */
public final class Datasets {
    private static final List<DatasetReader> READERS = List.of(
            new PlanetoidReader(),
            new HeterophilousReader(),
            new GnnBenchmarkReader(),
            new OgbReader(),
            new GeomGcnReader(),
            new TuReader(),
            new CsvReader(),
            new DgcnnReader());

    private Datasets() {}

    /** The names of the formats. */
    public static List<String> formats() {
        return READERS.stream().map(DatasetReader::format).toList();
    }

    /** The format of a file or folder, if it is one of ours. */
    public static Optional<String> format(Path path) throws IOException {
        Source source = Source.of(path, ReadLimits.defaults());
        return guarded(source, () -> reader(source)).map(DatasetReader::format);
    }

    private static Optional<DatasetReader> reader(Source source) throws IOException {
        for (DatasetReader reader : READERS) {
            if (reader.recognises(source)) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    /**
     * The dataset in a file or folder of any known format.
     *
     * @throws GraphFormatException if it is of no known format or does not hold what its format asks for
     */
    public static Dataset read(Path path) throws IOException {
        return read(path, ReadLimits.defaults());
    }

    /** The dataset in a file or folder that must not ask for more than the limits. */
    public static Dataset read(Path path, ReadLimits limits) throws IOException {
        Source source = Source.of(path, limits);
        return guarded(source, () -> {
            Optional<DatasetReader> reader = reader(source);
            if (reader.isEmpty() && IdxImages.recognises(path)) {
                throw source.error(
                        "it holds images, not graphs", "use them in synthetic:same-class,images=FILE,test-images=FILE");
            }
            if (reader.isEmpty()) {
                boolean there = Files.exists(path);
                throw source.error(
                        there ? "it is of no known dataset format" : "there is no such file or folder",
                        "known are " + String.join(", ", formats()));
            }
            return located(
                    reader.get().read(source), source.provenance(reader.get().format()));
        });
    }

    private static Dataset located(Dataset dataset, Provenance found) {
        if (dataset instanceof NodeDataset nodes) {
            return nodes.withProvenance(with(found, nodes.provenance()));
        }
        GraphDataset graphs = (GraphDataset) dataset;
        return graphs.withProvenance(with(found, graphs.provenance()));
    }

    private static Provenance with(Provenance found, Provenance read) {
        Provenance all = found;
        for (String step : read.steps()) {
            all = all.then(step);
        }
        return all;
    }

    /**
     * The labels on vertices in a file or folder of any known format.
     *
     * @throws GraphFormatException as {@link #read(Path)}, or if it holds many graphs
     */
    public static NodeDataset readNodes(Path path) throws IOException {
        if (read(path) instanceof NodeDataset nodes) {
            return nodes;
        }
        throw GraphFormatException.inFile(
                path, "it holds many graphs with a label each", "use a dataset with labels on vertices");
    }

    /**
     * The labelled graphs in a file or folder of any known format.
     *
     * @throws GraphFormatException as {@link #read(Path)}, or if it holds one graph with labels on vertices
     */
    public static GraphDataset readGraphs(Path path) throws IOException {
        if (read(path) instanceof GraphDataset graphs) {
            return graphs;
        }
        throw GraphFormatException.inFile(
                path, "it holds one graph with labels on vertices", "use a dataset of many graphs");
    }

    /**
     * Writes a dataset: as an npz file of the heterophilous layout if the name ends in {@code .npz}, otherwise as a
     * folder with {@code vertices.csv} and {@code edges.csv}. The npz layout keeps everything but vertex ids and
     * attributes; the CSV pair keeps ids too.
     *
     * @throws IllegalArgumentException if the graph is directed and the name of the npz file does not say
     *     {@code directed}, by which readers of the layout tell
     */
    public static void write(NodeDataset dataset, Path path) throws IOException {
        if (path.toString().endsWith(".npz")) {
            NpzWriter.write(dataset, path);
        } else {
            CsvWriter.write(dataset, path);
        }
    }

    /** What a reader does. */
    interface Reading<T> {
        /** Reads. */
        T read() throws IOException;
    }

    /** Turns what the value classes and the packed streams refuse into faults of the file. */
    static <T> T guarded(Source source, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (EOFException | ZipException e) {
            throw source.error("its data ends early or is damaged", "get the file again")
                    .causedBy(e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw source.error(String.valueOf(e.getMessage()), "check the file against its format")
                    .causedBy(e);
        }
    }
}
