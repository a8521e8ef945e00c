package org.seprank.rewire.backbone;

import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/** The strengths of vertices: the sums of the weights of their edges, their degrees where there are no weights. */
final class Strengths {
    private Strengths() {}

    /**
     * The strengths by the edges of some rows, by vertex. Time O(m).
     *
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    static double[] of(Graph graph, Adjacency rows) {
        for (int e = 0; graph.weighted() && e < graph.edgeCount(); e++) {
            if (!(graph.weight(e) >= 0 && graph.weight(e) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight " + graph.weight(e) + " of edge (" + graph.source(e) + ", "
                        + graph.target(e) + ") is negative or not finite");
            }
        }
        double[] strengths = new double[graph.vertexCount()];
        for (int v = 0; v < strengths.length; v++) {
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                strengths[v] += graph.weight(rows.edges()[k]);
            }
        }
        return strengths;
    }
}
