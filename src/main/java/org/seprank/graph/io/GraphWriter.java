package org.seprank.graph.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.seprank.file.AtomicFile;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.LinkKey;
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
        return write(graph, path, format(path));
    }

    private static List<String> extensions() {
        return Stream.of(GraphFormat.values())
                .filter(GraphFormat::writable)
                .flatMap(format -> format.extensions().stream())
                .distinct()
                .toList();
    }

    /**
     * The format that a file's name asks for.
     *
     * @throws IllegalArgumentException if the name has no extension of a format
     */
    public static GraphFormat format(Path path) {
        return GraphFormat.forName(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the name " + path + " tells no graph format; known are ." + String.join(", .", extensions())));
    }

    /**
     * Writes a graph.
     *
     * @throws IllegalArgumentException if the format is read only
     */
    public static Written write(Graph graph, Path path, GraphFormat format) throws IOException {
        return write(graph, path, format, LinkKey.EDGES);
    }

    /**
     * Writes a graph.
     *
     * @param linkKey what JSON node-link calls its list of edges
     * @throws IllegalArgumentException if the format is read only
     */
    public static Written write(Graph graph, Path path, GraphFormat format, LinkKey linkKey) throws IOException {
        Graph[] written = {graph};
        List<String> warnings = writeInto(path, format, linkKey, output -> written[0] = put(graph, format, output));
        return new Written(path, format, written[0], warnings);
    }

    /**
     * Writes many graphs, one after the other, and gives the warnings.
     *
     * @throws IllegalArgumentException if the format is read only, or holds one graph
     */
    public static List<String> writeAll(List<Graph> graphs, Path path, GraphFormat format) throws IOException {
        if (!format.holds().contains(Feature.MANY_GRAPHS)) {
            throw new IllegalArgumentException("format " + format.id() + " holds one graph");
        }
        return writeInto(path, format, LinkKey.EDGES, output -> {
            for (Graph graph : graphs) {
                put(graph, format, output);
            }
        });
    }

    /** Writes to an open file. */
    private interface Content {
        void writeTo(Output output) throws IOException;
    }

    private static List<String> writeInto(Path path, GraphFormat format, LinkKey linkKey, Content content)
            throws IOException {
        if (!format.writable()) {
            throw new IllegalArgumentException("graphs are not written as " + format.id() + ", only read; known are ."
                    + String.join(", .", extensions()) + "; 'dataset convert' writes datasets");
        }
        Set<String> warnings = new LinkedHashSet<>();
        AtomicFile.write(path, bytes -> {
            boolean packed = path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
            try (Output output = new Output(packed ? new GZIPOutputStream(bytes, 1 << 16) : bytes, linkKey)) {
                content.writeTo(output);
                warnings.addAll(output.warnings());
            }
        });
        return List.copyOf(warnings);
    }

    /** Writes a graph as far as the format holds it, and gives that part. */
    private static Graph put(Graph graph, GraphFormat format, Output output) throws IOException {
        boolean arcs = format.holds().contains(Feature.DIRECTED);
        Graph written = arcs ? graph : graph.asUndirected();
        if (graph.directed() && !arcs) {
            warnOfDirections(graph, written, output);
        }
        warn(written, format, output);
        format.codec().write(written, output);
        return written;
    }

    private static void warnOfDirections(Graph graph, Graph undirected, Output output) {
        output.warn("the directions of the edges are left out");
        int pairs = graph.edgeCount() - undirected.edgeCount();
        if (pairs == 0) {
            return;
        }
        output.warn(pairs + " pairs of opposite edges become one edge each");
        for (int e = 0; e < graph.edgeCount(); e++) {
            int opposite = graph.edgeBetween(graph.target(e), graph.source(e));
            if (opposite > e && graph.weight(opposite) != graph.weight(e)) {
                output.warn("of opposite edges the weight of the first is kept, such as "
                        + Output.number(graph.weight(e)) + " from " + shown(graph, e) + ", not "
                        + Output.number(graph.weight(opposite)) + " back");
                return;
            }
        }
    }

    private static String shown(Graph graph, int e) {
        return TextLines.shortened(graph.ids().id(graph.source(e))) + " to "
                + TextLines.shortened(graph.ids().id(graph.target(e)));
    }

    private static void warn(Graph graph, GraphFormat format, Output output) {
        Set<Feature> holds = format.holds();
        if (graph.weighted() && !holds.contains(Feature.WEIGHTS)) {
            output.warn("the weights are left out");
        }
        if (!holds.contains(Feature.IDS) && !Spelling.counts(graph, format.firstVertex())) {
            output.warn("the vertex ids are left out, vertices are numbered from " + format.firstVertex());
        }
        warn(graph.attributes(), "graph", format.codec()::holdsOfGraph, output);
        warn(graph.vertexAttributes(), "vertex", name -> holds.contains(Feature.VERTEX_ATTRIBUTES), output);
        warn(graph.edgeAttributes(), "edge", name -> holds.contains(Feature.EDGE_ATTRIBUTES), output);
        long isolated = Spelling.isolated(graph).count();
        if (!holds.contains(Feature.ISOLATED_VERTICES) && isolated > 0) {
            output.warn(isolated + " vertices without edges are left out");
        }
    }

    private static void warn(Attributes columns, String owner, Predicate<String> held, Output output) {
        List<String> lost = columns.names().stream().filter(held.negate()).toList();
        if (!lost.isEmpty()) {
            output.warn("the " + owner + " attributes are left out: " + TextLines.shortened(String.join(", ", lost)));
        }
    }
}
