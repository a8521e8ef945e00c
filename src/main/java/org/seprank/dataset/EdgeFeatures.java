package org.seprank.dataset;

import java.util.List;
import org.seprank.graph.Graph;

/** Features of edges on their way from a graph to another. */
public final class EdgeFeatures {
    private EdgeFeatures() {}

    /**
     * The features of the edges of another graph: those of the same edge before, 0 where there was none. Time O(m log
     * maxDegree).
     */
    public static Features carried(Graph before, Graph now, Features features) {
        return carried(List.of(before), List.of(now), features);
    }

    /** The same for many graphs, features one graph after the other. */
    public static Features carried(List<Graph> before, List<Graph> now, Features features) {
        if (features.columns() == 0) {
            return features;
        }
        SparseFeatures zero = SparseFeatures.over(1, features.columns(), new int[2], new int[0], new float[0]);
        int[] rows = new int[now.stream().mapToInt(Graph::edgeCount).sum()];
        int at = 0;
        int first = 0;
        for (int g = 0; g < before.size(); g++) {
            Graph old = before.get(g);
            Graph after = now.get(g);
            for (int e = 0; e < after.edgeCount(); e++) {
                boolean there = Math.max(after.source(e), after.target(e)) < old.vertexCount();
                int was = there ? old.edgeBetween(after.source(e), after.target(e)) : -1;
                if (there && was < 0 && !after.directed()) {
                    was = old.edgeBetween(after.target(e), after.source(e));
                }
                rows[at++] = was < 0 ? features.rows() : first + was;
            }
            first += old.edgeCount();
        }
        return SparseFeatures.stacked(features.columns(), List.of(features.toSparse(), zero))
                .select(rows)
                .compact();
    }
}
