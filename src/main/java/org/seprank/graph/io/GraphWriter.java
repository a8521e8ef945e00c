package org.seprank.graph.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.seprank.file.AtomicFile;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.Output;
import org.seprank.graph.io.codec.Spelling;

/**
 * Writes graph files, gzip-compressed where the name ends in {@code .gz}. A file appears as a whole or not at all; what
 * the format cannot hold is left out and named.
 */
public final class GraphWriter {
    private GraphWriter() {}

    /**
     * Writes a graph in the format that the file's name asks for.
     *
     * @throws IllegalArgumentException if the name has no extension of a format that can be written
     */
    public static Written write(Graph graph, Path path) throws IOException {
        return write(
                graph,
                path,
                GraphFormat.forName(path)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the name " + path + " tells no graph format; name it like graph.graphml")));
    }

    /**
     * Writes a graph.
     *
     * @throws IllegalArgumentException if the format is read only
     */
    public static Written write(Graph graph, Path path, GraphFormat format) throws IOException {
        if (!format.writable()) {
            throw new IllegalArgumentException("format " + format.id() + " is read only");
        }
        List<String> warnings = new ArrayList<>();
        AtomicFile.write(path, bytes -> {
            boolean packed = path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
            try (Output output = new Output(packed ? new GZIPOutputStream(bytes, 1 << 16) : bytes)) {
                warn(graph, format, output);
                format.codec().write(graph, output);
                warnings.addAll(output.warnings());
            }
        });
        return new Written(path, format, warnings);
    }

    private static void warn(Graph graph, GraphFormat format, Output output) {
        Set<Feature> holds = format.holds();
        if (graph.directed() && !holds.contains(Feature.DIRECTED)) {
            output.warn("the directions of the edges are left out");
        }
        if (graph.weighted() && !holds.contains(Feature.WEIGHTS)) {
            output.warn("the weights are left out");
        }
        if (!holds.contains(Feature.IDS) && !Spelling.counts(graph, format.firstVertex())) {
            output.warn("the vertex ids are left out, vertices are numbered from " + format.firstVertex());
        }
        List<String> vertexColumns = graph.vertexAttributes().names();
        if (!vertexColumns.isEmpty() && !holds.contains(Feature.VERTEX_ATTRIBUTES)) {
            output.warn("the vertex attributes are left out: " + String.join(", ", vertexColumns));
        }
        List<String> edgeColumns = graph.edgeAttributes().names();
        if (!edgeColumns.isEmpty() && !holds.contains(Feature.EDGE_ATTRIBUTES)) {
            output.warn("the edge attributes are left out: " + String.join(", ", edgeColumns));
        }
        long isolated = Spelling.isolated(graph).count();
        if (!holds.contains(Feature.ISOLATED_VERTICES) && isolated > 0) {
            output.warn(isolated + " vertices without edges are left out");
        }
    }
}
