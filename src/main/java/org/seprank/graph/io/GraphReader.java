package org.seprank.graph.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seprank.file.FormatException;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.GraphSink;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;

/**
 * Reads graph files, also gzip-compressed ones. An answer is a whole graph; a file that does not hold one is a
 * {@link FormatException} with the line (of binary files the byte, where it has one), the offending value and a remedy.
 */
public final class GraphReader {
    private GraphReader() {}

    /**
     * The graph of a file; {@link #read(Path)} also says its format and what was dropped.
     *
     * @throws FormatException if the file is malformed or holds several graphs
     * @throws IOException if it cannot be opened or read
     */
    public static Graph graph(Path path) throws IOException {
        return read(path).graph();
    }

    /** The graph of a file, all as the file says, with its format. */
    public static GraphFile read(Path path) throws IOException {
        return read(path, ReadOptions.defaults());
    }

    /**
     * The graph of a file.
     *
     * @throws FormatException if the file is malformed or holds several graphs
     * @throws IOException if it cannot be opened or read
     */
    public static GraphFile read(Path path, ReadOptions options) throws IOException {
        try (Rereadable file = Rereadable.of(path)) {
            Input input = options.input(path, file.content());
            GraphFormat format = format(input, options);
            input.requireMemory(format.codec().memoryPerByte(input.head()));
            return answer(format.codec().read(input), format, input, options);
        }
    }

    /**
     * A graph of a file that may hold several.
     *
     * @param number which, from 1
     * @throws IllegalArgumentException if the file has none of that number, naming how many it has
     */
    public static GraphFile read(Path path, ReadOptions options, long number) throws IOException {
        try (Rereadable file = Rereadable.of(path)) {
            Input input = options.input(path, file.content());
            GraphFormat format = format(input, options);
            List<Graph> found = new ArrayList<>();
            long[] count = {0};
            format.codec().forEach(input, graph -> {
                if (++count[0] == number) {
                    found.add(graph);
                }
            });
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        "--graph " + number + " is not in 1.." + count[0] + ", the graphs of " + path);
            }
            return answer(found.get(0), format, input, options);
        }
    }

    private static GraphFile answer(Graph whole, GraphFormat format, Input input, ReadOptions options) {
        Graph graph = options.largestComponent() ? largestComponent(whole, input) : whole;
        return new GraphFile(input.path(), format, graph, input.warnings());
    }

    private static Graph largestComponent(Graph graph, Input input) {
        Components components = Components.of(graph);
        if (components.count() < 2) {
            return graph;
        }
        Graph largest = graph.induced(components.largest());
        input.warn("of " + components.count() + " components the largest is kept, " + largest.vertexCount() + " of "
                + graph.vertexCount() + " vertices");
        return largest;
    }

    /**
     * Hands over the graphs of a file one by one, as they are read, and returns how many there were. Only the one at
     * hand is in memory. Graphs before a malformed one have been handed over when that is found.
     */
    public static long forEach(Path path, ReadOptions options, GraphSink sink) throws IOException {
        long[] count = {0};
        try (Rereadable file = Rereadable.of(path)) {
            Input input = options.input(path, file.content());
            format(input, options).codec().forEach(input, graph -> {
                count[0]++;
                sink.accept(options.largestComponent() ? largestComponent(graph, input) : graph);
            });
        }
        return count[0];
    }

    /** The format of a file by its content and name. */
    public static GraphFormat format(Path path) throws IOException {
        return format(ReadOptions.defaults().input(path, path), ReadOptions.defaults());
    }

    /** Whether the content of a file says of itself which graph format it is. */
    public static boolean recognises(Path path) throws IOException {
        return Files.isRegularFile(path)
                && GraphFormat.recognised(
                                ReadOptions.defaults().input(path, path).head())
                        .isPresent();
    }

    /**
     * Refuses what is neither graph nor dataset but known by name, such as an archive, a web page or a Git LFS pointer.
     *
     * @throws FormatException if it is, with a remedy
     */
    public static void refuseForeign(Path path) throws IOException {
        if (!recognises(path)) {
            Input input = ReadOptions.defaults().input(path, path);
            refuse(input, Foreign.of(input.head()).filter(Foreign::always));
        }
    }

    private static void refuse(Input input, Optional<Foreign> foreign) throws FormatException {
        if (foreign.isPresent()) {
            throw input.error(
                    "it is " + foreign.get().name() + ", which is not read",
                    foreign.get().remedy());
        }
    }

    private static GraphFormat format(Input input, ReadOptions options) throws IOException {
        Head head = input.head();
        if (head.text().isEmpty()) {
            throw input.error("the file is empty", "get it again, or name another");
        }
        GraphFormat forced = options.format();
        Optional<GraphFormat> told = forced == null ? GraphFormat.recognised(head) : Optional.of(forced);
        GraphFormat format = told.or(() -> GraphFormat.forName(input.path())).orElse(GraphFormat.EDGE_LIST);
        refuse(input, head, format, forced != null);
        if (format.text() && head.binary() && !(format.xml() && head.utf16())) {
            throw input.error("binary data, of none of the formats known here", "name the right file");
        }
        return format;
    }

    /** What is known to be something else is refused by its name. */
    private static void refuse(Input input, Head head, GraphFormat format, boolean forced) throws FormatException {
        boolean xml = format.xml() && (head.utf16() || forced);
        if (format.codec().recognises(head) || xml || (forced && !format.text())) {
            return;
        }
        refuse(input, Foreign.of(head).filter(foreign -> !forced || foreign.always()));
    }
}
