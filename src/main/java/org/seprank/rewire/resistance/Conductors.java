package org.seprank.rewire.resistance;

import org.seprank.graph.Graph;
import org.seprank.rewire.row.SortedRows;

/** An undirected graph whose edges, conductors, come and go; those that come weigh 1. Memory O(n + m). */
final class Conductors {
    private final Graph graph;
    private final SortedRows rows;
    private int numbers; // of edges given so far

    Conductors(Graph graph) {
        this.graph = graph;
        this.rows = SortedRows.sharing(graph.out());
        this.numbers = graph.edgeCount();
    }

    int vertexCount() {
        return rows.size();
    }

    /** The neighbours of {@code v}, ascending, in the entries from {@link #start} on. Read only. */
    int[] neighbours(int v) {
        return rows.neighbours(v);
    }

    int start(int v) {
        return rows.start(v);
    }

    int end(int v) {
        return rows.end(v);
    }

    /** The weight of the edge at an entry of the row of {@code v}. */
    double weight(int v, int entry) {
        int edge = rows.edges(v)[entry];
        return edge < graph.edgeCount() ? graph.weight(edge) : 1;
    }

    /** The weight of an edge that is there. */
    double weightBetween(int u, int v) {
        return weight(u, rows.find(u, v));
    }

    void add(int u, int v) {
        rows.insert(u, v, numbers);
        rows.insert(v, u, numbers);
        numbers++;
    }

    void remove(int u, int v) {
        rows.erase(u, v);
        rows.erase(v, u);
    }
}
