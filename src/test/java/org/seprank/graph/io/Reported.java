package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.seprank.file.FormatException;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;

/** Small files of kinds that users of other programs reported. */
final class Reported {
    private Reported() {}

    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Reported.class.getResource("reported/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static GraphFile read(String name) throws IOException {
        return GraphReader.read(file(name));
    }

    /** The text that a graph is written as. */
    static String written(Graph graph, Path file) throws IOException {
        GraphWriter.write(graph, file);
        return Files.readString(file);
    }

    /** The graph after being written and read. */
    static Graph again(Graph graph, Path file) throws IOException {
        GraphWriter.write(graph, file);
        return GraphReader.graph(file);
    }

    static List<String> warnings(Graph graph, Path file) throws IOException {
        return GraphWriter.write(graph, file).warnings();
    }

    static FormatException fault(Path file) {
        return catchThrowableOfType(FormatException.class, () -> GraphReader.read(file));
    }

    /** The value of a vertex, by its id; empty if there is none. */
    static String ofVertex(Graph graph, String id, String name) {
        return value(graph.vertexAttributes(), name, graph.ids().vertex(id).orElseThrow());
    }

    /** The value of an edge, by the ids of its ends; empty if there is none. */
    static String ofEdge(Graph graph, String u, String v, String name) {
        return value(graph.edgeAttributes(), name, edge(graph, u, v));
    }

    static double weight(Graph graph, String u, String v) {
        return graph.weight(edge(graph, u, v));
    }

    private static int edge(Graph graph, String u, String v) {
        int e = graph.edgeBetween(
                graph.ids().vertex(u).orElseThrow(), graph.ids().vertex(v).orElseThrow());
        if (e < 0) {
            throw new AssertionError("no edge " + u + ", " + v);
        }
        return e;
    }

    static String ofGraph(Graph graph, String name) {
        return value(graph.attributes(), name, 0);
    }

    private static String value(Attributes columns, String name, int row) {
        return columns.has(name) ? columns.value(name, row).orElse("") : "";
    }
}
