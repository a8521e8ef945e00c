package org.seprank.rewire.feature;

import java.util.Comparator;
import org.seprank.graph.Graph;

/**
 * A pair of vertices with a score, such as the cosine of their features.
 *
 * @param u the smaller end
 * @param v the larger end
 * @param score finite
 */
record ScoredPair(int u, int v, double score) {
    private static final Comparator<ScoredPair> BY_ENDS =
            Comparator.comparingInt(ScoredPair::u).thenComparingInt(ScoredPair::v);

    /** The largest score first, of equal ones the first by its ends. */
    static final Comparator<ScoredPair> LARGEST =
            Comparator.comparingDouble(ScoredPair::score).reversed().thenComparing(BY_ENDS);

    /** The smallest score first, of equal ones the first by its ends. */
    static final Comparator<ScoredPair> SMALLEST =
            Comparator.comparingDouble(ScoredPair::score).thenComparing(BY_ENDS);

    /** The ends of an edge and their cosine. */
    static ScoredPair ofEdge(Graph graph, int e, FeatureRows rows) {
        int u = Math.min(graph.source(e), graph.target(e));
        int v = Math.max(graph.source(e), graph.target(e));
        return new ScoredPair(u, v, rows.cosine(u, v));
    }
}
