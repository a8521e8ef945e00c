package org.seprank.rewire.walk;

import org.seprank.graph.Graph;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.removal.Ranking;
import org.seprank.rewire.removal.RemovalLoop;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

/**
 * (L-1)-Walk Index Sparsification (WIS, Algorithm 1 of arXiv 2211.16494) for the partitions ({t}, V \ {t}) with target
 * t, for every vertex t: removes the edge without which the walk indices of all vertices, sorted ascending, are
 * lexicographically largest, then the next. Exact for every depth, on undirected and directed graphs.
 *
 * <p>The walk index of t is {@code (A^L)_tt}, the number of closed walks of length L, or 0 if t has no (in-)neighbour:
 *
 * <ul>
 *   <li>L = 1: 1 unless t is isolated. Edges go in the order of ties while they isolate no vertex, then those that
 *       isolate one, then those that isolate two.
 *   <li>L = 2 (1-WIS), undirected: 1 + deg(t). Time O(sum over edges of min(deg u, deg v) + m log n).
 *   <li>L = 3 (2-WIS), undirected: 1 + 3 deg(t) + 2 tri(t). Time O(m^1.5) to count triangles, then per removal O(c log
 *       m) for its c common neighbours, O(log m) per outdated key that comes to the top, and one evaluation, at most
 *       O(min(deg u, deg v) log n), for each of those that the common neighbours remembered leave there; never more
 *       than the sum of squared degrees in all, times log m.
 *   <li>otherwise closed walks are recounted within about L/2 steps of an edge. Time per evaluation: the edges within
 *       L/2 steps. Counts must be below 2^61; they grow like the (L-1)-th power of the largest degree.
 * </ul>
 */
public final class WalkIndexSparsifier implements Sparsifier {
    private final int depth;
    private final RemovalRules rules;

    private WalkIndexSparsifier(int depth, RemovalRules rules) {
        if (depth < 1 || depth > WalkIndex.MAX_DEPTH) {
            throw new IllegalArgumentException("depth " + depth + " is not in 1.." + WalkIndex.MAX_DEPTH);
        }
        this.depth = depth;
        this.rules = rules;
    }

    /**
     * The sparsifier with the {@linkplain RemovalRules#defaults() default rules}.
     *
     * @param depth L, in 1..64
     */
    public static WalkIndexSparsifier of(int depth) {
        return new WalkIndexSparsifier(depth, RemovalRules.defaults());
    }

    /**
     * The sparsifier with these rules.
     *
     * @param depth L, in 1..64
     */
    public static WalkIndexSparsifier of(int depth, RemovalRules rules) {
        return new WalkIndexSparsifier(depth, rules);
    }

    /** @throws IllegalArgumentException also if counts of walks of that depth are too large on this graph */
    @Override
    public EditList sparsify(Sparsification task, EditSink sink, Progress progress) {
        return new RemovalLoop(task, rules, ranking(task.graph(), progress)).run(sink, progress);
    }

    /** May work long between two candidates; stops offering some when cancelled. */
    Ranking ranking(Graph graph, Progress progress) {
        if (!graph.directed() && depth == 2) {
            return new DegreeRanking(graph, rules.ties());
        }
        KeySource keys = !graph.directed() && depth == 3 ? new TriangleKeys(graph) : new ClosedWalkKeys(graph, depth);
        return new LazyRanking(graph, keys, rules.ties(), progress::cancelled);
    }

    @Override
    public String toString() {
        return (depth - 1) + "-WIS, " + rules;
    }
}
