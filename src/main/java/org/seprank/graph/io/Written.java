package org.seprank.graph.io;

import java.nio.file.Path;
import java.util.List;

/**
 * A graph file that was written.
 *
 * @param path the file
 * @param format its format
 * @param warnings what of the graph is not in the file, a sentence each
 */
public record Written(Path path, GraphFormat format, List<String> warnings) {
    /** Copies the list. */
    public Written {
        warnings = List.copyOf(warnings);
    }
}
