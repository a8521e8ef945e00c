package org.seprank.rewire.curvature;

import java.util.Arrays;
import org.seprank.graph.Graph;
import org.seprank.rewire.row.SortedRows;

/**
 * The rows of neighbours of an undirected graph whose edges come and go: row {@code v} is the entries {@code start(v)
 * .. end(v)-1} of {@code neighbours(v)}, ascending. Rows that were never changed are those of the graph itself, so the
 * copy costs O(n). An edge keeps its number; a new one gets the next, also if it was an edge before.
 */
final class UndirectedRows {
    private final SortedRows rows;
    private final Graph graph;
    private int[] addedEnds = new int[16]; // two for every edge that was not in the graph
    private int edgeNumbers;

    private UndirectedRows(Graph graph) {
        this.graph = graph;
        this.rows = SortedRows.sharing(graph.out());
        this.edgeNumbers = graph.edgeCount();
    }

    /**
     * The rows of a graph.
     *
     * @throws IllegalArgumentException if the graph is directed
     */
    static UndirectedRows of(Graph graph) {
        if (graph.directed()) {
            throw new IllegalArgumentException(
                    "curvature is defined on undirected graphs, this is a " + graph + "; read it with --undirected");
        }
        return new UndirectedRows(graph);
    }

    int vertexCount() {
        return rows.size();
    }

    /** 1 + the largest edge number given so far. */
    int edgeNumbers() {
        return edgeNumbers;
    }

    int degree(int v) {
        return rows.degree(v);
    }

    int[] neighbours(int v) {
        return rows.neighbours(v);
    }

    int[] edges(int v) {
        return rows.edges(v);
    }

    int start(int v) {
        return rows.start(v);
    }

    int end(int v) {
        return rows.end(v);
    }

    /** The smaller end of an edge. */
    int source(int e) {
        return e < graph.edgeCount() ? graph.source(e) : addedEnds[2 * (e - graph.edgeCount())];
    }

    /** The larger end of an edge. */
    int target(int e) {
        return e < graph.edgeCount() ? graph.target(e) : addedEnds[2 * (e - graph.edgeCount()) + 1];
    }

    /** The edge between two vertices, or -1. */
    int edgeBetween(int u, int v) {
        int at = rows.find(u, v);
        return at < 0 ? -1 : rows.edges(u)[at];
    }

    /** The total degree of the neighbours of {@code v}. */
    long secondDegree(int v) {
        long sum = 0;
        for (int k = start(v); k < end(v); k++) {
            sum += degree(neighbours(v)[k]);
        }
        return sum;
    }

    /** Puts in an edge that is not there; its number. */
    int add(int u, int v) {
        int e = edgeNumbers++;
        int at = 2 * (e - graph.edgeCount());
        if (at == addedEnds.length) {
            addedEnds = Arrays.copyOf(addedEnds, 2 * at);
        }
        addedEnds[at] = Math.min(u, v);
        addedEnds[at + 1] = Math.max(u, v);
        rows.insert(u, v, e);
        rows.insert(v, u, e);
        return e;
    }

    /** Takes out an edge that is there; its number. */
    int remove(int u, int v) {
        int e = edgeBetween(u, v);
        rows.erase(u, v);
        rows.erase(v, u);
        return e;
    }
}
