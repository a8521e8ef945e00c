package org.seprank.walk;

import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * An undirected graph with its vertices renumbered by ascending degree, equal degrees in their old order, and every row
 * ascending in the new numbers. No vertex has more than {@code sqrt(2m)} neighbours above itself, which bounds the work
 * of counting small cycles. Time and memory O(n + m).
 */
final class DegreeOrder {
    private final int[] ranks; // new number of each vertex
    private final int[] offsets;
    private final int[] rows;
    private final int[] above; // where each row's neighbours above the vertex itself begin

    private DegreeOrder(int[] ranks, int[] offsets, int[] rows, int[] above) {
        this.ranks = ranks;
        this.offsets = offsets;
        this.rows = rows;
        this.above = above;
    }

    static DegreeOrder of(Graph graph) {
        Adjacency adjacency = graph.out();
        int n = graph.vertexCount();
        int[] ranks = ranks(adjacency, n);
        int[] vertices = new int[n];
        for (int v = 0; v < n; v++) {
            vertices[ranks[v]] = v;
        }
        int[] offsets = new int[n + 1];
        for (int r = 0; r < n; r++) {
            offsets[r + 1] = offsets[r] + adjacency.degree(vertices[r]);
        }
        int[] rows = new int[offsets[n]];
        int[] next = offsets.clone();
        int[] above = new int[n];
        for (int r = 0; r < n; r++) {
            above[r] = next[r]; // all smaller numbers have been dealt out by now
            int v = vertices[r];
            for (int k = adjacency.offsets()[v]; k < adjacency.offsets()[v + 1]; k++) {
                rows[next[ranks[adjacency.neighbours()[k]]]++] = r;
            }
        }
        return new DegreeOrder(ranks, offsets, rows, above);
    }

    /** A counting sort. */
    private static int[] ranks(Adjacency adjacency, int n) {
        int[] starts = new int[adjacency.maxDegree() + 2];
        for (int v = 0; v < n; v++) {
            starts[adjacency.degree(v) + 1]++;
        }
        for (int d = 1; d < starts.length; d++) {
            starts[d] += starts[d - 1];
        }
        int[] ranks = new int[n];
        for (int v = 0; v < n; v++) {
            ranks[v] = starts[adjacency.degree(v)]++;
        }
        return ranks;
    }

    int vertexCount() {
        return ranks.length;
    }

    /** Row starts by new number. Read only. */
    int[] offsets() {
        return offsets;
    }

    /** Neighbours by new number. Read only. */
    int[] rows() {
        return rows;
    }

    /** For each new number, where in its row the neighbours above it begin. Read only. */
    int[] above() {
        return above;
    }

    /** Sums of what threads counted by new number, by vertex. */
    long[] byVertex(Iterable<long[]> perThread) {
        long[] sums = new long[ranks.length];
        for (long[] counts : perThread) {
            for (int v = 0; v < sums.length; v++) {
                sums[v] += counts[ranks[v]];
            }
        }
        return sums;
    }
}
