package org.seprank.spark.set;

import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/** An undirected graph on the vertices 0..n-1. */
final class NumberedContent implements GraphItem.Content {
    private static final long serialVersionUID = 1L;

    private final int vertices;
    private final int[][] edges;

    NumberedContent(int vertices, int[][] edges) {
        this.vertices = vertices;
        this.edges = edges;
    }

    @Override
    public Graph graph() {
        GraphBuilder builder = GraphBuilder.over(vertices, false);
        for (int[] edge : edges) {
            builder.edge(edge[0], edge[1]);
        }
        return builder.build();
    }
}
