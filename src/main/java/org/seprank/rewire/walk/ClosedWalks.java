package org.seprank.rewire.walk;

import org.seprank.graph.Graph;
import org.seprank.rewire.row.UnsortedRows;

/**
 * Closed walks of length L, self-loops usable everywhere: {@code (A^L)_tt} of each vertex, and how many of them a
 * removal destroys. Edges are removed with {@link #remove}.
 *
 * <p>A closed walk through the edge (u, v) is, up to its first use of it, a walk from t to u without it, then the edge,
 * then any walk from v to t. Both parts stay within about L/2 steps of the edge: the short ones are counted outwards,
 * the long ones only where the other part can be. Memory O(L n).
 */
final class ClosedWalks {
    private static final int NO_EDGE = -1;

    private final Graph graph;
    private final int length;
    private final int outward; // steps counted outwards from the head; backward towards the tail
    private final int backward;
    private final UnsortedRows out;
    private final UnsortedRows in;
    private final SparseCounts[] fromHead;
    private final SparseCounts[] fromTail; // undirected: either end may be the head
    private final SparseCounts[] toTail;
    private final SparseCounts lost;

    ClosedWalks(Graph graph, int length) {
        int n = graph.vertexCount();
        this.graph = graph;
        this.length = length;
        this.outward = Math.max(0, (length - 1) / 2);
        this.backward = Math.max(0, (length - 2) / 2);
        this.out = UnsortedRows.outgoing(graph);
        this.in = graph.directed() ? UnsortedRows.incoming(graph) : out;
        this.fromHead = SparseCounts.several(length + 1, n);
        this.fromTail = SparseCounts.several(graph.directed() ? 0 : length + 1, n);
        this.toTail = SparseCounts.several(length + 1, n);
        this.lost = new SparseCounts(n);
    }

    UnsortedRows out() {
        return out;
    }

    UnsortedRows in() {
        return in;
    }

    /** {@code (A^L)_tt}. Time: the edges within L/2 steps of t. */
    long at(int t) {
        int forth = length / 2;
        int back = length - forth;
        start(fromHead, t);
        start(toTail, t);
        for (int i = 1; i <= forth; i++) {
            fromHead[i].step(fromHead[i - 1], out, NO_EDGE);
        }
        for (int i = 1; i <= back; i++) {
            toTail[i].step(toTail[i - 1], in, NO_EDGE);
        }
        long sum = 0;
        SparseCounts there = fromHead[forth];
        for (int i = 0; i < there.size(); i++) {
            int x = there.vertex(i);
            sum = Math.addExact(sum, Math.multiplyExact(there.at(x), toTail[back].at(x)));
        }
        return sum;
    }

    /** How many closed walks of each vertex use the edge. The answer is overwritten by the next call. */
    SparseCounts through(int edge) {
        lost.clear();
        if (length < 2) {
            return lost;
        }
        int u = graph.source(edge);
        int v = graph.target(edge);
        spread(fromHead, v);
        if (graph.directed()) {
            approach(edge, u);
            complete(fromHead, toTail);
            addFirstUses(edge, fromHead);
        } else {
            spread(fromTail, u);
            complete(fromHead, fromTail);
            complete(fromTail, fromHead);
            approach(edge, u);
            addFirstUses(edge, fromHead);
            approach(edge, v);
            addFirstUses(edge, fromTail);
        }
        return lost;
    }

    void remove(int edge) {
        out.remove(edge);
        if (in != out) {
            in.remove(edge);
        }
    }

    /** Counts the short walks from a vertex. */
    private void spread(SparseCounts[] counts, int from) {
        start(counts, from);
        for (int j = 1; j <= outward; j++) {
            counts[j].step(counts[j - 1], out, NO_EDGE);
        }
    }

    /**
     * Counts the long ones, where the tail is still near enough; every vertex a step before those is one a step before.
     */
    private void complete(SparseCounts[] counts, SparseCounts[] domains) {
        for (int j = outward + 1; j < length; j++) {
            counts[j].gather(counts[j - 1], in, NO_EDGE, domains[length - 1 - j]);
        }
    }

    /** Counts the short walks to a tail that avoid the edge. */
    private void approach(int edge, int tail) {
        start(toTail, tail);
        for (int k = 1; k <= backward; k++) {
            toTail[k].step(toTail[k - 1], in, edge);
        }
    }

    /** Counts the long ones, and with them the closed walks that use the edge for the first time towards that head. */
    private void addFirstUses(int edge, SparseCounts[] fromThere) {
        for (int k = backward + 1; k < length; k++) {
            toTail[k].gather(toTail[k - 1], out, edge, fromThere[length - 1 - k]);
        }
        for (int k = 0; k <= backward; k++) {
            addProducts(toTail[k], fromThere[length - 1 - k]);
        }
        for (int j = 0; j <= outward; j++) {
            addProducts(fromThere[j], toTail[length - 1 - j]);
        }
    }

    private void addProducts(SparseCounts counts, SparseCounts others) {
        for (int i = 0; i < counts.size(); i++) {
            int t = counts.vertex(i);
            lost.add(t, Math.multiplyExact(counts.at(t), others.at(t)));
        }
    }

    private static void start(SparseCounts[] counts, int v) {
        counts[0].clear();
        counts[0].add(v, 1);
    }
}
