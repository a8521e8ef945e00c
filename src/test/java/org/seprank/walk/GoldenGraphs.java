package org.seprank.walk;

import java.io.IOException;
import java.nio.file.Files;
import org.seprank.Shared;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/** The graphs of the reference files. */
final class GoldenGraphs {
    private GoldenGraphs() {}

    /** The graph of {@code golden/graph_NAME.edges} on n vertices. */
    static Graph read(String name, int n) throws IOException {
        GraphBuilder builder = GraphBuilder.over(n, false);
        for (String line : Files.readAllLines(Shared.file("golden/graph_" + name + ".edges"))) {
            int space = line.indexOf(' ');
            builder.edge(Integer.parseInt(line.substring(0, space)), Integer.parseInt(line.substring(space + 1)));
        }
        return builder.build();
    }
}
