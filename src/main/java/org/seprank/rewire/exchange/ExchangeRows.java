package org.seprank.rewire.exchange;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.rewire.row.SortedRows;

/**
 * The out-neighbours of every vertex, where one can be replaced by another: exchanges leave the out-degrees as they
 * are, so that arcs are numbered row by row and rows keep their numbers. Memory 8 bytes per arc.
 */
final class ExchangeRows {
    private final SortedRows rows;
    private final int[] offsets;
    private final int[] tails; // by arc

    ExchangeRows(Graph graph) {
        Adjacency before = graph.out();
        this.rows = SortedRows.copyOf(before);
        this.offsets = before.offsets();
        this.tails = new int[before.neighbours().length];
        for (int v = 0; v < graph.vertexCount(); v++) {
            Arrays.fill(tails, offsets[v], offsets[v + 1], v);
        }
    }

    /** The number of arcs; an undirected edge is two. */
    int arcs() {
        return tails.length;
    }

    /** The vertex whose row an arc is in. */
    int tail(int arc) {
        return tails[arc];
    }

    /** The neighbour that an arc leads to. */
    int head(int arc) {
        int tail = tails[arc];
        return rows.neighbours(tail)[arc - offsets[tail]];
    }

    /** The neighbours of {@code v}, ascending, the first {@link #degree} entries; read only. */
    int[] neighbours(int v) {
        return rows.neighbours(v);
    }

    int degree(int v) {
        return rows.end(v);
    }

    boolean has(int u, int v) {
        return rows.has(u, v);
    }

    /** Puts {@code fresh} in the place of {@code old} among the neighbours of {@code u}. */
    void replace(int u, int old, int fresh) {
        rows.replace(u, old, fresh);
    }
}
