package org.seprank.spark.set;

import java.util.HashMap;
import java.util.Map;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/**
 * The ends of the edges of an undirected graph by the ids of vertices, which are in the order of their first mention.
 */
final class EdgeContent implements GraphItem.Content {
    private static final long serialVersionUID = 1L;

    private final String[] vertices;
    private final String[] sources;
    private final String[] targets;

    /**
     * A graph.
     *
     * @param vertices whose ids; further ones come with the edges
     * @param sources one end of each edge
     * @param targets the other
     */
    EdgeContent(String[] vertices, String[] sources, String[] targets) {
        this.vertices = vertices;
        this.sources = sources;
        this.targets = targets;
    }

    @Override
    public Graph graph() {
        GraphBuilder builder = GraphBuilder.named(false);
        Map<String, Integer> numbers = new HashMap<>();
        for (String id : vertices) {
            numbers.computeIfAbsent(id, builder::vertex);
        }
        for (int e = 0; e < sources.length; e++) {
            int u = numbers.computeIfAbsent(sources[e], builder::vertex);
            builder.edge(u, numbers.computeIfAbsent(targets[e], builder::vertex));
        }
        return builder.build();
    }
}
