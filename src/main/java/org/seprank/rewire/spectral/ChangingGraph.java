package org.seprank.rewire.spectral;

import java.util.Arrays;
import org.seprank.graph.Graph;
import org.seprank.rewire.row.SortedRows;

/** An undirected graph that edges come to and go from; weights are left out. Memory 8 m bytes. */
final class ChangingGraph implements NormalisedAdjacency {
    private final SortedRows rows;
    private long edgeCount;

    private ChangingGraph(Graph graph) {
        this.rows = SortedRows.copyOf(graph.out());
        this.edgeCount = graph.edgeCount();
    }

    /** @throws IllegalArgumentException if the graph is directed */
    static ChangingGraph of(Graph graph) {
        if (graph.directed()) {
            throw new IllegalArgumentException(
                    "a directed graph has no normalised Laplacian in the sense of this method; make it undirected");
        }
        return new ChangingGraph(graph);
    }

    @Override
    public int vertexCount() {
        return rows.size();
    }

    long edgeCount() {
        return edgeCount;
    }

    int degree(int v) {
        return rows.end(v);
    }

    @Override
    public double volume(int v) {
        return degree(v);
    }

    /** The neighbours of {@code v}, ascending, in the first {@link #degree} entries. Read only. */
    int[] row(int v) {
        return rows.neighbours(v);
    }

    boolean contains(int u, int v) {
        return rows.has(u, v);
    }

    void add(int u, int v) {
        rows.insert(u, v);
        rows.insert(v, u);
        edgeCount++;
    }

    void remove(int u, int v) {
        rows.erase(u, v);
        rows.erase(v, u);
        edgeCount--;
    }

    @Override
    public void multiplyNormalised(double[] x, double[] y) {
        double[] scaled = new double[x.length];
        for (int v = 0; v < x.length; v++) {
            scaled[v] = degree(v) == 0 ? 0 : x[v] / Math.sqrt(degree(v));
        }
        for (int v = 0; v < x.length; v++) {
            int[] row = row(v);
            int degree = degree(v);
            double sum = 0;
            for (int k = 0; k < degree; k++) {
                sum += scaled[row[k]];
            }
            y[v] = degree == 0 ? 0 : sum / Math.sqrt(degree);
        }
    }

    @Override
    public int[] components() {
        int[] components = new int[rows.size()];
        Arrays.fill(components, -1);
        int[] queue = new int[rows.size()];
        int count = 0;
        for (int root = 0; root < rows.size(); root++) {
            if (degree(root) == 0 || components[root] >= 0) {
                continue;
            }
            int size = 0;
            queue[size++] = root;
            components[root] = count;
            for (int head = 0; head < size; head++) {
                int v = queue[head];
                for (int k = 0; k < degree(v); k++) {
                    int w = row(v)[k];
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
