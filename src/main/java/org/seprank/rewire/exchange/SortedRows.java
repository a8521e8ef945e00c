package org.seprank.rewire.exchange;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * The out-neighbours of every vertex, ascending, where one neighbour can be replaced by another: exchanges leave the
 * out-degrees as they are, so rows keep their place. Replacing takes O(degree), asking for an arc O(log degree). Memory
 * 8 bytes per arc.
 */
final class SortedRows {
    private final int[] offsets;
    private final int[] tails; // by entry
    private final int[] heads;

    SortedRows(Graph graph) {
        Adjacency rows = graph.out();
        this.offsets = rows.offsets();
        this.heads = rows.neighbours().clone();
        this.tails = new int[heads.length];
        for (int v = 0; v < graph.vertexCount(); v++) {
            Arrays.fill(tails, offsets[v], offsets[v + 1], v);
        }
    }

    /** The number of arcs; an undirected edge is two. */
    int arcs() {
        return heads.length;
    }

    /** The vertex whose row an entry is in. */
    int tail(int entry) {
        return tails[entry];
    }

    /** The neighbour that an entry names. */
    int head(int entry) {
        return heads[entry];
    }

    int start(int v) {
        return offsets[v];
    }

    int end(int v) {
        return offsets[v + 1];
    }

    boolean has(int u, int v) {
        return find(u, v) >= 0;
    }

    /** Puts {@code fresh} in the place of {@code old} among the neighbours of {@code u}. */
    void replace(int u, int old, int fresh) {
        int from = find(u, old);
        int to = -find(u, fresh) - 1; // before this entry
        if (to <= from) {
            System.arraycopy(heads, to, heads, to + 1, from - to);
        } else {
            to--;
            System.arraycopy(heads, from + 1, heads, from, to - from);
        }
        heads[to] = fresh;
    }

    private int find(int u, int v) {
        return Arrays.binarySearch(heads, offsets[u], offsets[u + 1], v);
    }
}
