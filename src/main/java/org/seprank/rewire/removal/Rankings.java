package org.seprank.rewire.removal;

import java.util.function.BooleanSupplier;
import org.seprank.graph.Graph;

/**
 * The rankings there are. Those that may work long between two candidates ask whether they are cancelled, and then
 * offer {@link Ranking#NONE}.
 */
public final class Rankings {
    private Rankings() {}

    /**
     * Walk Index Sparsification for the partitions ({t}, Iᶜ) with target t, for every vertex t.
     *
     * @throws IllegalArgumentException if counts of walks of that depth exceed 64 bits on this graph
     */
    public static Ranking byWalkIndices(Graph graph, int depth, Ties ties, BooleanSupplier cancelled) {
        if (!graph.directed() && depth == 2) {
            return new DegreeRanking(graph, ties);
        }
        KeySource keys = !graph.directed() && depth == 3 ? new TriangleKeys(graph) : new ClosedWalkKeys(graph, depth);
        return new LazyRanking(graph, keys, ties, cancelled);
    }

    /**
     * Walk Index Sparsification for given partitions.
     *
     * @throws IllegalArgumentException if a walk index exceeds 64 bits on this graph
     */
    public static Ranking byProtected(Graph graph, Protection protection, Ties ties, BooleanSupplier cancelled) {
        return new ProtectedRanking(graph, protection, ties, cancelled);
    }

    /** A uniformly random order. */
    public static Ranking random(Graph graph, long seed) {
        return new RandomRanking(graph, seed);
    }
}
