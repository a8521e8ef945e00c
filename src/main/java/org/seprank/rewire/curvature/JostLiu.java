package org.seprank.rewire.curvature;

import java.util.Arrays;
import org.seprank.graph.Graph;
import org.seprank.walk.EdgeTriangles;

/**
 * The curvature of J. Jost and S. Liu (Discrete Comput. Geom. 51, 2014) of an edge u-v of an undirected graph, with #
 * triangles through it and a and b the smaller and the larger of the degrees of its ends:
 *
 * <pre>{@code
 * - max(0, 1 - 1/a - 1/b - #/a) - max(0, 1 - 1/a - 1/b - #/b) + #/b
 * }</pre>
 *
 * <p>It is a lower bound of the Ollivier-Ricci curvature without laziness and costs no more than triangles: time
 * O(m^1.5) at most, memory O(n + m). Stochastic Jost-Liu rewiring (Giraldo et al., CIKM 2023) goes by it. Edge weights
 * are ignored.
 */
public final class JostLiu {
    private JostLiu() {}

    /**
     * The curvature of every edge, by edge number, in -2..1.
     *
     * @throws IllegalArgumentException if the graph is directed
     */
    public static double[] all(Graph graph) {
        int[] triangles = EdgeTriangles.of(graph);
        double[] values = new double[triangles.length];
        Arrays.setAll(values, e -> {
            int du = graph.out().degree(graph.source(e));
            int dv = graph.out().degree(graph.target(e));
            return of(du, dv, triangles[e]);
        });
        return values;
    }

    /** The curvature of an edge between vertices of these degrees, with that many triangles. */
    public static double of(int du, int dv, int triangles) {
        double smaller = Math.min(du, dv);
        double larger = Math.max(du, dv);
        double rest = 1 - 1 / smaller - 1 / larger;
        return triangles / larger - Math.max(0, rest - triangles / smaller) - Math.max(0, rest - triangles / larger);
    }
}
