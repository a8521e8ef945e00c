package org.seprank.graph.io;

import java.nio.file.Path;
import java.util.List;
import org.seprank.graph.Graph;

/**
 * A graph that was read.
 *
 * @param path its file
 * @param format the format that was recognised or asked for
 * @param graph the graph; {@link Graph#dropped} counts the edges that were left out
 * @param warnings what else of the file is not in the graph, a sentence each
 */
public record GraphFile(Path path, GraphFormat format, Graph graph, List<String> warnings) {
    /** Copies the list. */
    public GraphFile {
        warnings = List.copyOf(warnings);
    }
}
