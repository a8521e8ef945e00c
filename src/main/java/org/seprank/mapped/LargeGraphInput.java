package org.seprank.mapped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files from which mapped graphs are built: text of integer edges, and graphs of WebGraph. */
public final class LargeGraphInput {
    private LargeGraphInput() {}

    /** Whether a file is one of WebGraph's: {@code NAME.graph} beside {@code NAME.properties}. */
    public static boolean isWebGraph(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(".graph")
                && Files.isRegularFile(path.resolveSibling(name.replaceFirst("\\.graph$", ".properties")));
    }

    /**
     * Hands all edges of a file to the builder.
     *
     * @throws org.seprank.file.FormatException if it is malformed
     */
    public static void read(Path path, MappedGraphBuilder builder) throws IOException {
        if (isWebGraph(path)) {
            WebGraphArcs.read(path, builder);
        } else {
            IntegerEdgeText.read(path, builder);
        }
    }
}
