package org.seprank.rewire.score;

import org.seprank.graph.Graph;

/** The condition of most scores. */
public final class Undirected {
    private Undirected() {}

    /**
     * Refuses directions.
     *
     * @param what needs that, as the subject of a sentence
     * @throws IllegalArgumentException if the graph is directed
     */
    public static void require(Graph graph, String what) {
        if (graph.directed()) {
            throw new IllegalArgumentException(
                    what + " is defined on undirected graphs only; take the graph without directions");
        }
    }
}
