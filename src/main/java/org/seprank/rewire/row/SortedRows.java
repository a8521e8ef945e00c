package org.seprank.rewire.row;

import java.util.Arrays;
import java.util.BitSet;
import org.seprank.graph.Adjacency;

/**
 * Rows of neighbours, ascending, that edges are put into and taken out of: row {@code v} is the entries {@code start(v)
 * .. end(v)-1} of {@code neighbours(v)}. Both ends of an edge are two rows' business. A change takes O(degree), asking
 * for an edge O(log degree).
 */
public final class SortedRows {
    private final int[][] neighbours;
    private final int[][] edges; // parallel; empty if they have no numbers
    private final int[] starts;
    private final int[] ends;
    private final BitSet shared = new BitSet(); // rows that are still those of the graph

    private SortedRows(Adjacency rows, boolean numbered) {
        int n = rows.offsets().length - 1;
        this.neighbours = new int[n][];
        this.edges = new int[numbered ? n : 0][];
        this.starts = Arrays.copyOf(rows.offsets(), n);
        this.ends = Arrays.copyOfRange(rows.offsets(), Math.min(1, n), n + 1);
        Arrays.fill(neighbours, rows.neighbours());
        Arrays.fill(edges, rows.edges());
        shared.set(0, n);
    }

    /**
     * Rows of edges with their numbers, which those that were never changed share with the graph: the copy takes O(n).
     */
    public static SortedRows sharing(Adjacency rows) {
        return new SortedRows(rows, true);
    }

    /** Rows of their own, all of which start at entry 0, of edges without numbers. Memory 4 bytes per entry. */
    public static SortedRows copyOf(Adjacency rows) {
        SortedRows copy = new SortedRows(rows, false);
        for (int v = 0; v < copy.size(); v++) {
            copy.own(v);
        }
        return copy;
    }

    /** The number of rows. */
    public int size() {
        return starts.length;
    }

    /** The length of a row. */
    public int degree(int v) {
        return ends[v] - starts[v];
    }

    /** The array that a row is in; read only, and no longer the row after a change. */
    public int[] neighbours(int v) {
        return neighbours[v];
    }

    /** The numbers of the edges of a row, at the same places. */
    public int[] edges(int v) {
        return edges[v];
    }

    /** The first entry of a row. */
    public int start(int v) {
        return starts[v];
    }

    /** The entry after the last of a row. */
    public int end(int v) {
        return ends[v];
    }

    /** The entry of {@code v} in row {@code u}, or minus 1 minus the entry before which it would be. */
    public int find(int u, int v) {
        return Arrays.binarySearch(neighbours[u], starts[u], ends[u], v);
    }

    /** Whether {@code v} is in row {@code u}. */
    public boolean has(int u, int v) {
        return find(u, v) >= 0;
    }

    /** Puts {@code v}, which is not there, into row {@code u}. */
    public void insert(int u, int v) {
        insert(u, v, 0);
    }

    /** Puts {@code v}, which is not there, into row {@code u} with the number of the edge. */
    public void insert(int u, int v, int edge) {
        own(u);
        int at = -find(u, v) - 1;
        if (at < 0) {
            throw new IllegalStateException("already an edge: " + u + ", " + v);
        }
        neighbours[u] = inserted(neighbours[u], ends[u], at, v);
        if (edges.length > 0) {
            edges[u] = inserted(edges[u], ends[u], at, edge);
        }
        ends[u]++;
    }

    private static int[] inserted(int[] row, int size, int at, int value) {
        int[] longer = size < row.length ? row : Arrays.copyOf(row, size + (size >> 1) + 2);
        System.arraycopy(row, at, longer, at + 1, size - at);
        longer[at] = value;
        return longer;
    }

    /** Takes {@code v}, which is there, out of row {@code u}. */
    public void erase(int u, int v) {
        own(u);
        int at = find(u, v);
        if (at < 0) {
            throw new IllegalStateException("not an edge: " + u + ", " + v);
        }
        ends[u]--;
        System.arraycopy(neighbours[u], at + 1, neighbours[u], at, ends[u] - at);
        if (edges.length > 0) {
            System.arraycopy(edges[u], at + 1, edges[u], at, ends[u] - at);
        }
    }

    /**
     * Puts {@code fresh}, which is not there, in the place of {@code old}, which is there, in row {@code u} of rows
     * without numbers.
     */
    public void replace(int u, int old, int fresh) {
        if (edges.length > 0) {
            throw new IllegalStateException("the edges of these rows have numbers");
        }
        own(u);
        int from = find(u, old);
        int to = -find(u, fresh) - 1; // before this entry
        int[] row = neighbours[u];
        if (to <= from) {
            System.arraycopy(row, to, row, to + 1, from - to);
        } else {
            to--;
            System.arraycopy(row, from + 1, row, from, to - from);
        }
        row[to] = fresh;
    }

    private void own(int v) {
        if (shared.get(v)) {
            shared.clear(v);
            neighbours[v] = Arrays.copyOfRange(neighbours[v], starts[v], ends[v]);
            if (edges.length > 0) {
                edges[v] = Arrays.copyOfRange(edges[v], starts[v], ends[v]);
            }
            ends[v] -= starts[v];
            starts[v] = 0;
        }
    }
}
