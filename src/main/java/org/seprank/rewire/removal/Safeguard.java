package org.seprank.rewire.removal;

import java.util.Arrays;
import org.seprank.graph.Graph;

/**
 * Which edges must stay, judged by the graph as {@link #remove} left it. An edge that must stay once must stay for
 * good: removals elsewhere never make it free again.
 */
sealed interface Safeguard permits Safeguard.Nothing, Safeguard.Degrees, Bridges {
    /** Whether the edge may go now. */
    boolean permits(int edge);

    /** Removes an edge. */
    void remove(int edge);

    /**
     * The safeguard for a whole graph. A component is a weak one and a vertex is isolated if it has no edge in either
     * direction.
     *
     * @param keepConnected never split a component; no vertex is isolated then either
     * @param noIsolated never take a vertex's last edge
     */
    static Safeguard of(Graph graph, boolean keepConnected, boolean noIsolated) {
        if (keepConnected) {
            return new Bridges(graph);
        }
        return noIsolated ? new Degrees(graph) : Nothing.INSTANCE;
    }

    /** Lets every edge go. */
    enum Nothing implements Safeguard {
        /** The only one. */
        INSTANCE;

        @Override
        public boolean permits(int edge) {
            return true;
        }

        @Override
        public void remove(int edge) {}
    }

    /** Keeps the last edge of each vertex. */
    final class Degrees implements Safeguard {
        private final Graph graph;
        private final int[] degrees;

        Degrees(Graph graph) {
            this.graph = graph;
            this.degrees = new int[graph.vertexCount()];
            Arrays.setAll(
                    degrees,
                    v -> graph.out().degree(v) + (graph.directed() ? graph.in().degree(v) : 0));
        }

        @Override
        public boolean permits(int edge) {
            return degrees[graph.source(edge)] > 1 && degrees[graph.target(edge)] > 1;
        }

        @Override
        public void remove(int edge) {
            degrees[graph.source(edge)]--;
            degrees[graph.target(edge)]--;
        }
    }
}
