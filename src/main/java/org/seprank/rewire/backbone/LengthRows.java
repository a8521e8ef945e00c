package org.seprank.rewire.backbone;

import java.util.BitSet;
import org.seprank.graph.Graph;

/** The neighbours of every vertex along edges, the nearest first, without some edges. Memory 12 bytes per entry. */
final class LengthRows {
    private final int[] offsets;
    private final int[] neighbours;
    private final double[] lengths;

    private LengthRows(int[] offsets, int entries) {
        this.offsets = offsets;
        this.neighbours = new int[entries];
        this.lengths = new double[entries];
    }

    /**
     * The rows of a graph. Time O(n + m).
     *
     * @param length by edge
     * @param order of the edges, the shortest first
     * @param removed edges to leave out
     */
    static LengthRows of(Graph graph, double[] length, int[] order, BitSet removed) {
        int n = graph.vertexCount();
        int[] offsets = new int[n + 1];
        for (int e = removed.nextClearBit(0); e < order.length; e = removed.nextClearBit(e + 1)) {
            offsets[graph.source(e) + 1]++;
            offsets[graph.target(e) + 1] += graph.directed() ? 0 : 1;
        }
        for (int v = 0; v < n; v++) {
            offsets[v + 1] += offsets[v];
        }
        LengthRows rows = new LengthRows(offsets, offsets[n]);
        int[] next = offsets.clone();
        for (int e : order) {
            if (!removed.get(e)) {
                rows.put(next[graph.source(e)]++, graph.target(e), length[e]);
                if (!graph.directed()) {
                    rows.put(next[graph.target(e)]++, graph.source(e), length[e]);
                }
            }
        }
        return rows;
    }

    private void put(int entry, int neighbour, double length) {
        neighbours[entry] = neighbour;
        lengths[entry] = length;
    }

    int vertexCount() {
        return offsets.length - 1;
    }

    int start(int v) {
        return offsets[v];
    }

    int end(int v) {
        return offsets[v + 1];
    }

    int neighbour(int entry) {
        return neighbours[entry];
    }

    double length(int entry) {
        return lengths[entry];
    }
}
