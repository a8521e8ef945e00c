package org.seprank.rewire.curvature;

import java.util.Arrays;
import java.util.BitSet;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * The rows of neighbours of an undirected graph whose edges come and go: row {@code v} is the entries {@code start(v)
 * .. end(v)-1} of {@code neighbours(v)}, ascending. Rows that were never changed are those of the graph itself, so the
 * copy costs O(n). An edge keeps its number; a new one gets the next, also if it was an edge before.
 */
final class UndirectedRows {
    private final int[][] neighbours;
    private final int[][] edges;
    private final int[] starts;
    private final int[] ends;
    private final BitSet copied = new BitSet();
    private final Graph graph;
    private int[] addedEnds = new int[16]; // two for every edge that was not in the graph
    private int edgeNumbers;

    private UndirectedRows(Graph graph) {
        int n = graph.vertexCount();
        Adjacency adjacency = graph.out();
        this.graph = graph;
        this.neighbours = new int[n][];
        this.edges = new int[n][];
        Arrays.fill(neighbours, adjacency.neighbours());
        Arrays.fill(edges, adjacency.edges());
        this.starts = Arrays.copyOf(adjacency.offsets(), n);
        this.ends = n == 0 ? new int[0] : Arrays.copyOfRange(adjacency.offsets(), 1, n + 1);
        this.edgeNumbers = graph.edgeCount();
    }

    /**
     * The rows of a graph.
     *
     * @throws IllegalArgumentException if the graph is directed
     */
    static UndirectedRows of(Graph graph) {
        if (graph.directed()) {
            throw new IllegalArgumentException("curvature is defined on undirected graphs, this is a " + graph
                    + "; read it with --undirected, or take Graph.asUndirected()");
        }
        return new UndirectedRows(graph);
    }

    int vertexCount() {
        return starts.length;
    }

    /** 1 + the largest edge number given so far. */
    int edgeNumbers() {
        return edgeNumbers;
    }

    int degree(int v) {
        return ends[v] - starts[v];
    }

    int[] neighbours(int v) {
        return neighbours[v];
    }

    int[] edges(int v) {
        return edges[v];
    }

    int start(int v) {
        return starts[v];
    }

    int end(int v) {
        return ends[v];
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
        int at = place(u, v);
        return at < 0 ? -1 : edges[u][at];
    }

    /** The number of the edge between two vertices. */
    int expectEdge(int u, int v) {
        int n = vertexCount();
        int e = u >= 0 && u < n && v >= 0 && v < n ? edgeBetween(u, v) : -1;
        if (e < 0) {
            throw new IllegalArgumentException("(" + u + ", " + v + ") is not an edge");
        }
        return e;
    }

    private int place(int u, int v) {
        return Arrays.binarySearch(neighbours[u], starts[u], ends[u], v);
    }

    /** The total degree of the neighbours of {@code v}. */
    long secondDegree(int v) {
        long sum = 0;
        for (int k = starts[v]; k < ends[v]; k++) {
            sum += degree(neighbours[v][k]);
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
        insert(u, v, e);
        insert(v, u, e);
        return e;
    }

    private void insert(int u, int v, int e) {
        own(u);
        int at = -place(u, v) - 1;
        int[] row = neighbours[u];
        int[] numbers = edges[u];
        if (ends[u] == row.length) {
            row = neighbours[u] = Arrays.copyOf(row, 2 * row.length + 2);
            numbers = edges[u] = Arrays.copyOf(numbers, row.length);
        }
        System.arraycopy(row, at, row, at + 1, ends[u] - at);
        System.arraycopy(numbers, at, numbers, at + 1, ends[u] - at);
        row[at] = v;
        numbers[at] = e;
        ends[u]++;
    }

    /** Takes out an edge that is there; its number. */
    int remove(int u, int v) {
        int e = edgeBetween(u, v);
        delete(u, v);
        delete(v, u);
        return e;
    }

    private void delete(int u, int v) {
        own(u);
        int at = place(u, v);
        ends[u]--;
        System.arraycopy(neighbours[u], at + 1, neighbours[u], at, ends[u] - at);
        System.arraycopy(edges[u], at + 1, edges[u], at, ends[u] - at);
    }

    private void own(int v) {
        if (!copied.get(v)) {
            copied.set(v);
            neighbours[v] = Arrays.copyOfRange(neighbours[v], starts[v], ends[v]);
            edges[v] = Arrays.copyOfRange(edges[v], starts[v], ends[v]);
            ends[v] -= starts[v];
            starts[v] = 0;
        }
    }
}
