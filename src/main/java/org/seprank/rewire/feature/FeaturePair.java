package org.seprank.rewire.feature;

import java.util.Comparator;
import org.seprank.graph.Graph;

/**
 * A pair of vertices and the cosine of their features.
 *
 * @param u the smaller end
 * @param v the larger end
 * @param cosine in -1..1
 */
record FeaturePair(int u, int v, double cosine) {
    private static final Comparator<FeaturePair> BY_ENDS =
            Comparator.comparingInt(FeaturePair::u).thenComparingInt(FeaturePair::v);

    /** The most alike first, of equal ones the first by its ends. */
    static final Comparator<FeaturePair> MOST_ALIKE =
            Comparator.comparingDouble(FeaturePair::cosine).reversed().thenComparing(BY_ENDS);

    /** The least alike first, of equal ones the first by its ends. */
    static final Comparator<FeaturePair> LEAST_ALIKE =
            Comparator.comparingDouble(FeaturePair::cosine).thenComparing(BY_ENDS);

    /** The ends of an edge. */
    static FeaturePair ofEdge(Graph graph, int e, FeatureRows rows) {
        int u = Math.min(graph.source(e), graph.target(e));
        int v = Math.max(graph.source(e), graph.target(e));
        return new FeaturePair(u, v, rows.cosine(u, v));
    }
}
