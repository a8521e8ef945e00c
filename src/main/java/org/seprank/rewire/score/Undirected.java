package org.seprank.rewire.score;

import org.seprank.graph.Graph;

/** The condition of most scores. */
final class Undirected {
    private Undirected() {}

    /** @throws IllegalArgumentException if the graph is directed */
    static void require(Graph graph, String what) {
        if (graph.directed()) {
            throw new IllegalArgumentException(
                    what + " is defined on undirected graphs only; take the graph without directions");
        }
    }
}
