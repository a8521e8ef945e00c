package org.seprank.graph.io;

import java.io.IOException;
import java.nio.file.Path;
import org.seprank.file.FormatException;
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
        Input input = options.input(path);
        GraphFormat format = format(input, options);
        Graph graph = format.codec().read(input);
        return new GraphFile(path, format, graph);
    }

    /**
     * Hands over the graphs of a file one by one, as they are read, and returns how many there were. Only the one at
     * hand is in memory. Graphs before a malformed one have been handed over when that is found.
     */
    public static long forEach(Path path, ReadOptions options, GraphSink sink) throws IOException {
        Input input = options.input(path);
        long[] count = {0};
        format(input, options).codec().forEach(input, graph -> {
            count[0]++;
            sink.accept(graph);
        });
        return count[0];
    }

    /** The format of a file by its content and name. */
    public static GraphFormat format(Path path) throws IOException {
        return format(ReadOptions.defaults().input(path), ReadOptions.defaults());
    }

    private static GraphFormat format(Input input, ReadOptions options) throws IOException {
        Head head = input.head();
        if (head.text().isEmpty()) {
            throw input.error("the file is empty", "get it again, or name another");
        }
        GraphFormat format = options.format() == null ? GraphFormat.of(input.path(), head) : options.format();
        boolean text = format != GraphFormat.NPZ && format != GraphFormat.PLANETOID;
        if (text && head.binary() && !utf16Xml(format, head)) {
            throw input.error("binary data, of none of the formats known here", "name the right file");
        }
        return format;
    }

    /** XML says its encoding itself; every other text is UTF-8. */
    private static boolean utf16Xml(GraphFormat format, Head head) {
        boolean xml = format == GraphFormat.GRAPHML || format == GraphFormat.GEXF;
        return xml && (head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe"));
    }
}
