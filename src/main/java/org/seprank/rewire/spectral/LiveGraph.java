package org.seprank.rewire.spectral;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/** An undirected graph that edges come to and go from; weights are left out. Memory 8 m bytes. */
final class LiveGraph {
    private final int[][] rows; // ascending up to the degree
    private final int[] degrees;
    private long edgeCount;

    private LiveGraph(Graph graph) {
        Adjacency adjacency = graph.out();
        int[] offsets = adjacency.offsets();
        this.degrees = new int[graph.vertexCount()];
        Arrays.setAll(degrees, adjacency::degree);
        this.rows = new int[degrees.length][];
        Arrays.setAll(rows, v -> Arrays.copyOfRange(adjacency.neighbours(), offsets[v], offsets[v + 1]));
        this.edgeCount = graph.edgeCount();
    }

    /** @throws IllegalArgumentException if the graph is directed */
    static LiveGraph of(Graph graph) {
        if (graph.directed()) {
            throw new IllegalArgumentException(
                    "a directed graph has no normalised Laplacian in the sense of this method; make it undirected");
        }
        return new LiveGraph(graph);
    }

    int vertexCount() {
        return degrees.length;
    }

    long edgeCount() {
        return edgeCount;
    }

    int degree(int v) {
        return degrees[v];
    }

    /** The neighbours of {@code v}, ascending, in the first {@link #degree} entries. Read only. */
    int[] row(int v) {
        return rows[v];
    }

    boolean contains(int u, int v) {
        return Arrays.binarySearch(rows[u], 0, degrees[u], v) >= 0;
    }

    void add(int u, int v) {
        insert(u, v);
        insert(v, u);
        edgeCount++;
    }

    void remove(int u, int v) {
        erase(u, v);
        erase(v, u);
        edgeCount--;
    }

    private void insert(int u, int v) {
        int at = ~Arrays.binarySearch(rows[u], 0, degrees[u], v);
        if (degrees[u] == rows[u].length) {
            rows[u] = Arrays.copyOf(rows[u], degrees[u] + degrees[u] / 2 + 2);
        }
        System.arraycopy(rows[u], at, rows[u], at + 1, degrees[u] - at);
        rows[u][at] = v;
        degrees[u]++;
    }

    private void erase(int u, int v) {
        int at = Arrays.binarySearch(rows[u], 0, degrees[u], v);
        System.arraycopy(rows[u], at + 1, rows[u], at, degrees[u] - at - 1);
        degrees[u]--;
    }

    /** {@code y = D^(-1/2) B D^(-1/2) x}, with 0 in the rows of isolated vertices. */
    void multiplyNormalised(double[] x, double[] y) {
        double[] scaled = new double[x.length];
        for (int v = 0; v < x.length; v++) {
            scaled[v] = degrees[v] == 0 ? 0 : x[v] / Math.sqrt(degrees[v]);
        }
        for (int v = 0; v < x.length; v++) {
            int[] row = rows[v];
            double sum = 0;
            for (int k = 0; k < degrees[v]; k++) {
                sum += scaled[row[k]];
            }
            y[v] = degrees[v] == 0 ? 0 : sum / Math.sqrt(degrees[v]);
        }
    }

    /** The component of every vertex, numbered from 0 in the order of their smallest vertices; -1 if isolated. */
    int[] components() {
        int[] components = new int[degrees.length];
        Arrays.fill(components, -1);
        int[] queue = new int[degrees.length];
        int count = 0;
        for (int root = 0; root < degrees.length; root++) {
            if (degrees[root] == 0 || components[root] >= 0) {
                continue;
            }
            int size = 0;
            queue[size++] = root;
            components[root] = count;
            for (int head = 0; head < size; head++) {
                int v = queue[head];
                for (int k = 0; k < degrees[v]; k++) {
                    int w = rows[v][k];
                    if (components[w] < 0) {
                        components[w] = count;
                        queue[size++] = w;
                    }
                }
            }
            count++;
        }
        return components;
    }
}
