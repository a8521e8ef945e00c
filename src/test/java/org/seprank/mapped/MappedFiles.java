package org.seprank.mapped;

import java.io.IOException;
import java.nio.file.Path;
import org.seprank.graph.Graph;

/** Mapped graphs of graphs in memory. */
final class MappedFiles {
    private MappedFiles() {}

    /** The graph in a file of the folder, edges handed over in descending order, sorted within that many bytes. */
    static MappedGraph of(Graph graph, Path folder, long memory) throws IOException {
        try (MappedGraphBuilder builder = MappedGraphBuilder.of(folder.resolve("graph.csr"), memory)) {
            builder.vertices(graph.vertexCount());
            for (int e = graph.edgeCount() - 1; e >= 0; e--) {
                builder.edge(graph.source(e), graph.target(e));
            }
            return builder.build();
        }
    }
}
