package org.seprank.rewire.walk;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.seprank.graph.Graph;

/**
 * Keys of Walk Index Sparsification for any depth L, undirected or directed, by recomputation around the edge. The walk
 * index of vertex t is {@code (A^L)_tt}, or 0 if t has no in-neighbour.
 *
 * <p>Undirected: let r = floor((L-1)/2). A key only gets worse when an edge g goes that has no end within r-1 steps of
 * it: whatever vertex loses walks through g then loses some that avoid this edge, and keeps some through this edge that
 * avoid g, so each value it contributes falls strictly and stays below the old one. The others are named. Directed:
 * every edge that shares an affected vertex with g is named.
 */
final class ClosedWalkKeys implements KeySource {
    private final Graph graph;
    private final int depth;
    private final ClosedWalks walks;
    private final long[] closed;
    private final long[] bestEnd; // undirected, per edge: no end keeps more than this
    private final SignedHistogram histogram = new SignedHistogram();
    private final EdgesNearby nearby;

    /** @throws IllegalArgumentException if counts of walks do not fit 64 bits */
    ClosedWalkKeys(Graph graph, int depth) {
        this.graph = graph;
        this.depth = depth;
        this.walks = new ClosedWalks(graph, depth);
        this.closed = new long[graph.vertexCount()];
        this.bestEnd = new long[graph.directed() ? 0 : graph.edgeCount()];
        this.nearby = new EdgesNearby(graph.vertexCount());
        Arrays.fill(bestEnd, Long.MAX_VALUE);
        for (int t = 0; t < closed.length; t++) {
            closed[t] = closedWalks(t);
        }
    }

    private long closedWalks(int t) {
        try {
            long count = walks.at(t);
            if (count < SignedHistogram.LIMIT) {
                return count;
            }
        } catch (ArithmeticException overflow) {
            // told below, like a count that fits a long but no key
        }
        throw new IllegalArgumentException("depth " + depth + " is too large for this graph: vertex "
                + graph.ids().id(t) + " has more than 2^61 closed walks of that length; choose a smaller depth");
    }

    @Override
    public void bound(int edge, Key key) {
        if (!graph.directed() && depth > 1) {
            long ends = Math.min(mostKept(graph.source(edge)), mostKept(graph.target(edge)));
            SignedHistogram.write(Math.min(ends, bestEnd[edge]), 1, key);
        }
    }

    /** An end loses at least the walks that go to and fro over the edge and otherwise stay. */
    private long mostKept(int end) {
        return walks.in().degree(end) == 1 ? 0 : closed[end] - (1L << (depth - 1)) + 1;
    }

    @Override
    public boolean evaluate(int edge, Key key, int detail) {
        int u = graph.source(edge);
        int v = graph.target(edge);
        SparseCounts lost = walks.through(edge);
        boolean emptiesU = !graph.directed() && walks.in().degree(u) == 1;
        boolean emptiesV = walks.in().degree(v) == 1;
        histogram.clear();
        for (int i = 0; i < lost.size(); i++) {
            int t = lost.vertex(i);
            if (!(emptiesU && t == u) && !(emptiesV && t == v)) {
                histogram.add(closed[t], closed[t] - lost.at(t));
            }
        }
        if (emptiesU) {
            histogram.add(closed[u], 0);
        }
        if (emptiesV) {
            histogram.add(closed[v], 0);
        }
        if (bestEnd.length > 0) {
            bestEnd[edge] = Math.min(emptiesU ? 0 : closed[u] - lost.at(u), emptiesV ? 0 : closed[v] - lost.at(v));
        }
        histogram.writeTo(key);
        return true;
    }

    @Override
    public void remove(int edge, IntConsumer improved) {
        SparseCounts lost = walks.through(edge);
        for (int i = 0; i < lost.size(); i++) {
            closed[lost.vertex(i)] -= lost.at(lost.vertex(i));
        }
        int radius = (depth - 1) / 2;
        nearby.clear();
        if (graph.directed()) {
            startAtAffected(lost, graph.target(edge));
            nearby.search(radius, walks.out());
            nearby.search(radius, walks.in());
        } else if (radius > 0) {
            nearby.startAt(graph.source(edge));
            nearby.startAt(graph.target(edge));
            nearby.search(radius - 1, walks.out());
        }
        walks.remove(edge);
        for (int i = 0; i < nearby.size(); i++) {
            if (nearby.edge(i) != edge) {
                improved.accept(nearby.edge(i));
            }
        }
    }

    /** A head is affected even if it loses no closed walk: it is an in-neighbour poorer. */
    private void startAtAffected(SparseCounts lost, int head) {
        for (int i = 0; i < lost.size(); i++) {
            nearby.startAt(lost.vertex(i));
        }
        if (lost.at(head) == 0) {
            nearby.startAt(head);
        }
    }
}
