package org.seprank.mapped;

import it.unimi.dsi.webgraph.ImmutableGraph;
import it.unimi.dsi.webgraph.NodeIterator;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import org.seprank.file.FormatException;

/**
 * A graph compressed by WebGraph (P. Boldi and S. Vigna, <i>The WebGraph Framework I</i>, WWW 2004), read by its own
 * library from front to back: {@code NAME.graph} and {@code NAME.properties}; offsets are not needed. Memory O(1).
 */
final class WebGraphArcs {
    private WebGraphArcs() {}

    /** Hands all arcs to the builder; their direction is lost. */
    static void read(Path path, MappedGraphBuilder builder) throws IOException {
        String text = path.toString();
        String name = text.endsWith(".graph") ? text.substring(0, text.length() - ".graph".length()) : text;
        try {
            ImmutableGraph graph = ImmutableGraph.loadOffline(name);
            builder.vertices(graph.numNodes());
            NodeIterator nodes = graph.nodeIterator();
            while (nodes.hasNext()) {
                int u = nodes.nextInt();
                int[] successors = nodes.successorArray();
                int degree = nodes.outdegree();
                for (int i = 0; i < degree; i++) {
                    builder.edge(u, successors[i]);
                }
            }
        } catch (EOFException | RuntimeException | LinkageError damaged) { // its decoder checks nothing
            throw FormatException.inFile(
                            path,
                            "WebGraph's library cannot decode it: " + damaged,
                            "check that " + name + ".graph and " + name + ".properties are whole and belong together")
                    .causedBy(damaged);
        }
    }
}
