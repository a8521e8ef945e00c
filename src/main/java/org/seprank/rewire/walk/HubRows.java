package org.seprank.rewire.walk;

import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * Which neighbours the vertices of high degree have left, a bit each: rows of vertices with at least one neighbour in
 * {@value #SPARSITY} vertices, so that memory stays below {@value #SPARSITY} bits per entry of a row.
 */
final class HubRows {
    private static final int SPARSITY = 64;

    private final long[][] rows; // by vertex; empty: none

    HubRows(Graph graph) {
        Adjacency adjacency = graph.out();
        int n = graph.vertexCount();
        this.rows = new long[n][];
        long[] none = {};
        for (int v = 0; v < n; v++) {
            rows[v] = none;
            if ((long) adjacency.degree(v) * SPARSITY >= n) {
                rows[v] = new long[(n + Long.SIZE - 1) / Long.SIZE];
                for (int k = adjacency.offsets()[v]; k < adjacency.offsets()[v + 1]; k++) {
                    int w = adjacency.neighbours()[k];
                    rows[v][w >> 6] |= 1L << w;
                }
            }
        }
    }

    /** The row of a vertex, empty if it has none: bit w says whether w is a neighbour. */
    long[] row(int v) {
        return rows[v];
    }

    /** Removes the edge between two vertices. */
    void remove(int u, int v) {
        clear(u, v);
        clear(v, u);
    }

    private void clear(int v, int w) {
        if (rows[v].length > 0) {
            rows[v][w >> 6] &= ~(1L << w);
        }
    }
}
