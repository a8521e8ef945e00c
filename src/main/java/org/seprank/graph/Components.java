package org.seprank.graph;

/** The connected components of a graph, edge directions ignored; an isolated vertex is one. Time O(n + m α(n)). */
public final class Components {
    private final int[] component;
    private final int count;

    private Components(int[] component, int count) {
        this.component = component;
        this.count = count;
    }

    /** The components of {@code graph}, numbered in the order of their smallest vertices. */
    public static Components of(Graph graph) {
        int n = graph.vertexCount();
        int[] parent = new int[n];
        for (int v = 0; v < n; v++) {
            parent[v] = v;
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            int a = root(parent, graph.source(e));
            int b = root(parent, graph.target(e));
            parent[Math.max(a, b)] = Math.min(a, b);
        }
        int[] component = new int[n];
        int count = 0;
        for (int v = 0; v < n; v++) {
            int root = root(parent, v);
            component[v] = root == v ? count++ : component[root];
        }
        return new Components(component, count);
    }

    private static int root(int[] parent, int v) {
        int at = v;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** The component of vertex {@code v}, in 0..count-1. */
    public int of(int v) {
        return component[v];
    }
}
