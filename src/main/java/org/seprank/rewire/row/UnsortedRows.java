package org.seprank.rewire.row;

import org.seprank.graph.Graph;

/**
 * Rows of neighbours that edges can be taken out of: row {@code v} is the entries {@code start(v) .. end(v)-1}, in no
 * particular order. Removal takes O(1). Memory 16 bytes per entry.
 */
public final class UnsortedRows {
    private final Graph graph;
    private final int[] offsets;
    private final int[] degrees;
    private final int[] neighbours;
    private final int[] edges;
    private final int[] atSource; // entry of an edge in the row of its source; empty if sources have no entries
    private final int[] atTarget;

    private UnsortedRows(Graph graph, boolean sources, boolean targets) {
        int n = graph.vertexCount();
        int m = graph.edgeCount();
        this.graph = graph;
        this.degrees = new int[n];
        this.offsets = new int[n + 1];
        this.atSource = new int[sources ? m : 0];
        this.atTarget = new int[targets ? m : 0];
        for (int e = 0; e < m; e++) {
            offsets[graph.source(e) + 1] += sources ? 1 : 0;
            offsets[graph.target(e) + 1] += targets ? 1 : 0;
        }
        for (int v = 0; v < n; v++) {
            offsets[v + 1] = Math.addExact(offsets[v + 1], offsets[v]);
        }
        this.neighbours = new int[offsets[n]];
        this.edges = new int[offsets[n]];
        for (int e = 0; e < m; e++) {
            if (sources) {
                atSource[e] = append(graph.source(e), graph.target(e), e);
            }
            if (targets) {
                atTarget[e] = append(graph.target(e), graph.source(e), e);
            }
        }
    }

    /** Neighbours along edges; in an undirected graph all of them. */
    public static UnsortedRows outgoing(Graph graph) {
        return new UnsortedRows(graph, true, !graph.directed());
    }

    /** Neighbours against edges; in an undirected graph all of them. */
    public static UnsortedRows incoming(Graph graph) {
        return new UnsortedRows(graph, !graph.directed(), true);
    }

    /** Neighbours along and against edges; opposite edges of a directed graph make two entries. */
    public static UnsortedRows bothEnds(Graph graph) {
        return new UnsortedRows(graph, true, true);
    }

    private int append(int v, int w, int e) {
        int at = offsets[v] + degrees[v]++;
        neighbours[at] = w;
        edges[at] = e;
        return at;
    }

    /** The number of neighbours of {@code v} that are left. */
    public int degree(int v) {
        return degrees[v];
    }

    /** The first entry of the row of {@code v}. */
    public int start(int v) {
        return offsets[v];
    }

    /** The entry after the last of the row of {@code v}. */
    public int end(int v) {
        return offsets[v] + degrees[v];
    }

    /** The neighbour that an entry names. */
    public int neighbour(int entry) {
        return neighbours[entry];
    }

    /** The edge that an entry stands for. */
    public int edge(int entry) {
        return edges[entry];
    }

    /** Takes an edge out of the rows of its ends. */
    public void remove(int e) {
        if (atSource.length > 0) {
            take(graph.source(e), atSource[e]);
        }
        if (atTarget.length > 0) {
            take(graph.target(e), atTarget[e]);
        }
    }

    /** Fills the gap with the last entry of the row. */
    private void take(int v, int at) {
        int last = offsets[v] + --degrees[v];
        int moved = edges[last];
        neighbours[at] = neighbours[last];
        edges[at] = moved;
        if (atSource.length > 0 && graph.source(moved) == v) {
            atSource[moved] = at;
        } else {
            atTarget[moved] = at;
        }
    }
}
