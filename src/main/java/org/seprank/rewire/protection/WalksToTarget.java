package org.seprank.rewire.protection;

import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.rewire.row.UnsortedRows;
import org.seprank.rewire.walk.SparseCounts;

/**
 * For each vertex the number s_k of walks of k = 0..L-1 steps to one set J, self-loops usable everywhere, while edges
 * go. With A' the adjacency without the edge and E that of the edge alone, the counts fall by {@code d_0 = 0},
 * {@code d_k = A' d_{k-1} + E s_{k-1}}, which is not 0 only within k-1 steps of the edge. Memory O(L n).
 */
final class WalksToTarget {
    private final Graph graph;
    private final UnsortedRows in;
    private final int steps;
    private final long[][] counts;
    private final SparseCounts[] falls;

    /** @throws ArithmeticException if a count does not fit 64 bits */
    WalksToTarget(Graph graph, UnsortedRows in, VertexSet ends, int steps) {
        int n = graph.vertexCount();
        this.graph = graph;
        this.in = in;
        this.steps = steps;
        this.counts = new long[steps + 1][n];
        this.falls = SparseCounts.several(steps + 1, n);
        ends.stream().forEach(v -> counts[0][v] = 1);
        for (int k = 1; k <= steps; k++) {
            counts[k] = prepended(counts[k - 1]);
        }
    }

    private long[] prepended(long[] shorter) {
        long[] sums = shorter.clone();
        for (int y = 0; y < sums.length; y++) {
            for (int k = in.start(y); k < in.end(y); k++) {
                int x = in.neighbour(k);
                sums[x] = Math.addExact(sums[x], shorter[y]);
            }
        }
        return sums;
    }

    /** The number of walks of L-1 steps that start at {@code v}. */
    long at(int v) {
        return counts[steps][v];
    }

    /** By how much {@link #at} would fall without the edge. The answer is overwritten by the next call. */
    SparseCounts fallWithout(int edge) {
        falls[0].clear();
        for (int k = 1; k <= steps; k++) {
            falls[k].step(falls[k - 1], in, edge);
            falls[k].add(graph.source(edge), counts[k - 1][graph.target(edge)]);
            if (!graph.directed()) {
                falls[k].add(graph.target(edge), counts[k - 1][graph.source(edge)]);
            }
        }
        return falls[steps];
    }

    /** Takes the edge away; the rows are left to the caller. */
    void remove(int edge) {
        fallWithout(edge);
        for (int k = 1; k <= steps; k++) {
            for (int i = 0; i < falls[k].size(); i++) {
                int v = falls[k].vertex(i);
                counts[k][v] -= falls[k].at(v);
            }
        }
    }
}
