package org.seprank.walk;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * The number of triangles through every edge of an undirected graph, which is the number of common neighbours of its
 * ends. Every triangle is met once, from its vertex of least (degree, index). Time O(m^1.5), memory O(n + m).
 */
public final class EdgeTriangles {
    private EdgeTriangles() {}

    /**
     * Counts the triangles.
     *
     * @return by edge number
     * @throws IllegalArgumentException if the graph is directed
     */
    public static int[] of(Graph graph) {
        if (graph.directed()) {
            throw new IllegalArgumentException("triangles through edges are counted in undirected graphs only");
        }
        Adjacency rows = graph.out();
        int[] counts = new int[graph.edgeCount()];
        int[] edgeTo = new int[graph.vertexCount()];
        Arrays.fill(edgeTo, -1);
        for (int u = 0; u < graph.vertexCount(); u++) {
            mark(rows, u, edgeTo, true);
            for (int i = rows.offsets()[u]; i < rows.offsets()[u + 1]; i++) {
                int v = rows.neighbours()[i];
                if (below(rows, u, v)) {
                    countAt(rows, v, rows.edges()[i], edgeTo, counts);
                }
            }
            mark(rows, u, edgeTo, false);
        }
        return counts;
    }

    private static void countAt(Adjacency rows, int v, int uv, int[] edgeTo, int[] counts) {
        for (int j = rows.offsets()[v]; j < rows.offsets()[v + 1]; j++) {
            int w = rows.neighbours()[j];
            if (edgeTo[w] >= 0 && below(rows, v, w)) {
                counts[uv]++;
                counts[rows.edges()[j]]++;
                counts[edgeTo[w]]++;
            }
        }
    }

    private static void mark(Adjacency rows, int u, int[] edgeTo, boolean on) {
        for (int i = rows.offsets()[u]; i < rows.offsets()[u + 1]; i++) {
            int v = rows.neighbours()[i];
            if (below(rows, u, v)) {
                edgeTo[v] = on ? rows.edges()[i] : -1;
            }
        }
    }

    private static boolean below(Adjacency rows, int u, int v) {
        int difference = rows.degree(u) - rows.degree(v);
        return difference != 0 ? difference < 0 : u < v;
    }
}
