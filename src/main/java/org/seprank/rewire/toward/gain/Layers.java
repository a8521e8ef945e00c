package org.seprank.rewire.toward.gain;

import java.util.BitSet;

/**
 * The number of walks of k = 0, 1, .. steps between each vertex and a set, self-loops usable everywhere, in a graph
 * that changes: from the set to the vertex (forward), {@code a_k = a_{k-1} A}, or from the vertex into the set
 * (backward), {@code s_k = A s_{k-1}}.
 *
 * <p>When A becomes A' = A + E, layer k changes by {@code d_k = d_{k-1} A' + a_{k-1} E}, mirrored {@code d_k = A'
 * d_{k-1} + E s_{k-1}}, which is 0 beyond k-1 steps of an end of E (k steps of a vertex that enters or leaves the set).
 * Memory 8 bytes per layer and vertex.
 */
final class Layers {
    private final boolean forward;
    private final long[][] counts;

    /**
     * @param layers the number of layers, 0 or more
     * @throws ArithmeticException if a count does not fit 64 bits
     */
    Layers(LiveGraph graph, BitSet set, boolean forward, int layers) {
        this.forward = forward;
        this.counts = new long[layers][graph.vertexCount()];
        if (layers > 0) {
            set.stream().forEach(v -> counts[0][v] = 1);
        }
        for (int k = 1; k < layers; k++) {
            for (int v = 0; v < graph.vertexCount(); v++) {
                counts[k][v] = gathered(graph, counts[k - 1], v);
            }
        }
    }

    private long gathered(LiveGraph graph, long[] previous, int v) {
        int[] row = forward ? graph.in(v) : graph.out(v);
        int degree = forward ? graph.inDegree(v) : graph.outDegree(v);
        long sum = previous[v];
        for (int i = 0; i < degree; i++) {
            sum = Math.addExact(sum, previous[row[i]]);
        }
        return sum;
    }

    long at(int k, int v) {
        return counts[k][v];
    }

    /** Layer {@code k}; read only. */
    long[] layer(int k) {
        return counts[k];
    }

    /**
     * Follows the graph, which has changed by {@code arcs}; {@code changes[0]} says how the set has. Vertices with
     * another count are put into {@code touched}.
     *
     * @param changes as many as layers at least, all but the first overwritten
     */
    void follow(LiveGraph graph, Arcs arcs, SparseChange[] changes, BitSet touched) {
        for (int k = 1; k < counts.length; k++) {
            changes[k].clear();
            spread(graph, changes[k - 1], changes[k]);
            for (int f = 0; f < arcs.size(); f++) {
                int from = forward ? arcs.tail(f) : arcs.head(f);
                int to = forward ? arcs.head(f) : arcs.tail(f);
                changes[k].add(to, arcs.sign(f) * counts[k - 1][from]);
            }
        }
        for (int k = 0; k < counts.length; k++) {
            for (int i = 0; i < changes[k].size(); i++) {
                int v = changes[k].vertex(i);
                counts[k][v] = Math.addExact(counts[k][v], changes[k].at(v));
                touched.set(v);
            }
        }
    }

    private void spread(LiveGraph graph, SparseChange previous, SparseChange next) {
        for (int i = 0; i < previous.size(); i++) {
            int v = previous.vertex(i);
            long change = previous.at(v);
            int[] row = forward ? graph.out(v) : graph.in(v);
            int degree = forward ? graph.outDegree(v) : graph.inDegree(v);
            next.add(v, change);
            for (int k = 0; k < degree; k++) {
                next.add(row[k], change);
            }
        }
    }
}
