package org.seprank.walk;

import java.math.BigInteger;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * The walk index of a partition (I, Iᶜ): {@code WI_{L-1}(I) = rho_{L-1}(C_I, V)} for graph prediction,
 * {@code WI_{L-1,t}(I) = rho_{L-1}(C_I, {t})} for vertex prediction, where {@code C_I} is the boundary and L the depth
 * of the network (Definition 4 and Theorem 2 of arXiv 2211.16494). Exact.
 */
public final class WalkIndex {
    /** The largest depth for which exact counts are offered. */
    public static final int MAX_DEPTH = 64;

    private WalkIndex() {}

    /**
     * The walk index of {@code partition}. Time O(depth · (n + m)).
     *
     * @param depth L, in 1..{@value #MAX_DEPTH}
     */
    public static BigInteger of(Graph graph, VertexSet partition, Target target, int depth) {
        checkDepth(depth);
        VertexSet ends = target.ends(graph.vertexCount());
        return WalkCounts.endingIn(graph, ends, depth - 1).sum(partition.boundary(graph));
    }

    /**
     * The natural logarithm of the walk index, -∞ if it is 0, in floating point. Time O(depth · (n + m)).
     *
     * @param depth L, at least 1
     */
    public static double log(Graph graph, VertexSet partition, Target target, int depth) {
        LogWalkCounts counts = LogWalkCounts.of(target.ends(graph.vertexCount()));
        for (int step = 1; step < depth; step++) {
            counts = counts.prepended(graph);
        }
        return counts.sum(partition.boundary(graph));
    }

    /**
     * The walk indices for the depths 1, 2, .., maxDepth. Time O(maxDepth · (n + m)).
     *
     * @param maxDepth in 1..{@value #MAX_DEPTH}
     */
    public static BigInteger[] byDepth(Graph graph, VertexSet partition, Target target, int maxDepth) {
        checkDepth(maxDepth);
        VertexSet boundary = partition.boundary(graph);
        BigInteger[] indices = new BigInteger[maxDepth];
        WalkCounts counts = WalkCounts.of(target.ends(graph.vertexCount()));
        for (int depth = 1; depth <= maxDepth; depth++) {
            if (depth > 1) {
                counts = counts.prepended(graph);
            }
            indices[depth - 1] = counts.sum(boundary);
        }
        return indices;
    }

    static void checkDepth(int depth) {
        if (depth < 1 || depth > MAX_DEPTH) {
            throw new IllegalArgumentException("depth " + depth + " is not in 1.." + MAX_DEPTH);
        }
    }
}
