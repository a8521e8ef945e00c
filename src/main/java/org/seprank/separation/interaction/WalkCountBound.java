package org.seprank.separation.interaction;

import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * A row of a power of the normalised adjacency: the entries {@code (Â^L)_{vu}} of one vertex v, with {@code Â = D^-1/2
 * (A + I) D^-1/2} and {@code D_ii = 1 + degree of i}, the operator of a graph convolution. It counts walks of length L
 * from u to v, those that stay included, each weighted by {@code 1/√(D_i D_j)} per step.
 *
 * <p>In a network {@code h^(l) = σ(Â h^(l-1) W^(l))} with |σ'| at most α and spectral norms of W at most β the Jacobian
 * has {@code ‖∂h_v^(L)/∂x_u‖ <= (αβ)^L (Â^L)_{vu}} (Topping et al. 2022, arXiv 2111.14522, Lemma 1; as an expectation,
 * Xu et al. 2018, arXiv 1806.03536). In a directed graph row v of A holds the in-neighbours of v, as messages flow, and
 * D the in-degrees. Weights of edges do not count. Immutable.
 */
public final class WalkCountBound {
    /** The largest depth. */
    public static final int MAX_DEPTH = 10_000;

    private final double[] row;

    private WalkCountBound(double[] row) {
        this.row = row;
    }

    /**
     * The row of vertex v. Time O(n + L·m'), where m' is the number of edges within L steps of v.
     *
     * @param depth L, in 0..{@value #MAX_DEPTH}
     * @throws IllegalArgumentException if v is not a vertex or the depth is out of range
     */
    public static WalkCountBound of(Graph graph, int v, int depth) {
        int n = graph.vertexCount();
        if (v < 0 || v >= n) {
            throw new IllegalArgumentException("vertex " + v + " is not in 0.." + (n - 1));
        }
        if (depth < 0 || depth > MAX_DEPTH) {
            throw new IllegalArgumentException("depth " + depth + " is not in 0.." + MAX_DEPTH);
        }
        Ball ball = new Ball(graph.in(), v, n);
        for (int step = 0; step < depth; step++) {
            ball.step();
        }
        return new WalkCountBound(ball.row);
    }

    /** The row {@code (Â^t)_{v.}} on the vertices within t steps of v, the only ones where it is not 0. */
    private static final class Ball {
        private final Adjacency in;
        private final int[] vertices; // those reached, in breadth-first order
        private final boolean[] reached;
        private int size;
        private double[] row;
        private double[] next; // zeros between steps

        Ball(Adjacency in, int v, int n) {
            this.in = in;
            this.vertices = new int[n];
            this.reached = new boolean[n];
            this.row = new double[n];
            this.next = new double[n];
            row[v] = 1;
            reach(v);
        }

        private void reach(int v) {
            reached[v] = true;
            vertices[size++] = v;
        }

        /** Multiplies by Â from the right. */
        void step() {
            int[] offsets = in.offsets();
            int[] neighbours = in.neighbours();
            int before = size;
            for (int i = 0; i < before; i++) {
                int w = vertices[i];
                double share = row[w] / Math.sqrt(1.0 + in.degree(w));
                row[w] = 0;
                next[w] += share;
                for (int k = offsets[w]; k < offsets[w + 1]; k++) {
                    int u = neighbours[k];
                    next[u] += share;
                    if (!reached[u]) {
                        reach(u);
                    }
                }
            }
            for (int i = 0; i < size; i++) {
                next[vertices[i]] /= Math.sqrt(1.0 + in.degree(vertices[i]));
            }
            double[] spare = row;
            row = next;
            next = spare;
        }
    }

    /**
     * {@code (Â^L)_{vu}}, not negative.
     *
     * @throws IllegalArgumentException if u is not a vertex
     */
    public double at(int u) {
        if (u < 0 || u >= row.length) {
            throw new IllegalArgumentException("vertex " + u + " is not in 0.." + (row.length - 1));
        }
        return row[u];
    }

    /** The row, length n, a copy: an influence for {@link HopProfile}. */
    public double[] toArray() {
        return row.clone();
    }
}
