package org.seprank.graph.io;

import java.nio.file.Path;
import java.util.List;
import org.seprank.graph.Graph;

/**
 * A graph file that was written.
 *
 * @param path the file
 * @param format its format
 * @param graph what was written: undirected if the format has no directions
 * @param warnings what of the graph is not in the file, a sentence each
 */
public record Written(Path path, GraphFormat format, Graph graph, List<String> warnings) {
    /** Copies the list. */
    public Written {
        warnings = List.copyOf(warnings);
    }
}
