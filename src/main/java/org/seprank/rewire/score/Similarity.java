package org.seprank.rewire.score;

import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.walk.EdgeTriangles;
import org.seprank.work.Progress;

/**
 * How much the neighbourhoods of the ends of an edge have in common, on the whole graph's scale; T is the number of
 * triangles through the edge, d_u and d_v are the degrees. Edges between dense parts go first, which is what is wanted
 * to bring out clusters; {@link LocalRank#SIMILARITY} compares within a neighbourhood instead. Undirected graphs only.
 * Time O(m^1.5).
 */
public enum Similarity implements EdgeScore {
    /** T, the unnormalised Simmelian strength of a tie (B. Nick et al., ASONAM 2013). In 0..n-2. */
    TRIANGLES {
        @Override
        double of(int triangles, int du, int dv, int n) {
            return triangles;
        }
    },
    /**
     * T / (d_u + d_v - T), the share that common neighbours have in all neighbours ("GSpar"; V. Satuluri, S.
     * Parthasarathy and Y. Ruan, SIGMOD 2011). In 0..1.
     */
    JACCARD {
        @Override
        double of(int triangles, int du, int dv, int n) {
            return triangles / ((double) du + dv - triangles);
        }
    },
    /** (T + 1) / sqrt((d_u + 1) (d_v + 1)), structural similarity (X. Xu et al., SCAN, KDD 2007). In 0..1. */
    SCAN {
        @Override
        double of(int triangles, int du, int dv, int n) {
            return (triangles + 1) / Math.sqrt((du + 1.0) * (dv + 1.0));
        }
    },
    /**
     * T (n - 2) / ((d_u - 1) (d_v - 1)), the triangles by the number that chance would make of degrees alone
     * (NetworKit's {@code ChanceCorrectedTriangleScore}); 1 for the only edge of a vertex, of which none can be
     * expected. At least 0.
     */
    CHANCE {
        @Override
        double of(int triangles, int du, int dv, int n) {
            return du == 1 || dv == 1 ? 1 : triangles * (n - 2.0) / ((du - 1.0) * (dv - 1.0));
        }
    };

    abstract double of(int triangles, int du, int dv, int n);

    @Override
    public double[] scores(Graph graph, Progress progress) {
        Undirected.require(graph, this + " similarity");
        Adjacency rows = graph.out();
        int n = graph.vertexCount();
        int[] triangles = EdgeTriangles.of(graph);
        double[] scores = new double[triangles.length];
        for (int e = 0; e < scores.length; e++) {
            scores[e] = of(triangles[e], rows.degree(graph.source(e)), rows.degree(graph.target(e)), n);
        }
        return scores;
    }
}
