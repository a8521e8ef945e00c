package org.seprank.rewire.spectral.linear;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.rewire.row.DegreeBuckets;

/**
 * A randomised sparse factorisation {@code U^T S U} close to the Laplacian of a weighted undirected graph (R. Kyng and
 * S. Sachdeva, arXiv 1605.02353): vertices are eliminated in the order of their degrees at that time, and of the clique
 * of fill that an elimination leaves behind, a tree on the neighbours is sampled whose expectation is the clique. With
 * neighbours in ascending order of weights w, the i-th is joined to a later one j with probability {@code w_j / T_i},
 * weight {@code w_i T_i / sum(w)}, where {@code T_i = sum(w_k : k > i)}. Exact on trees and cycles. Time O(m log^2 n)
 * and memory O(m log n) at most in expectation, usually O(m).
 */
final class ApproximateCholesky {
    private final int[] order; // step to vertex
    private final double[] pivots; // by step; 0 where a component ends
    private final int[] starts; // of the columns, by step
    private int[] rows;
    private double[] factors;
    private int filled;

    private ApproximateCholesky(int n, int entries) {
        this.order = new int[n];
        this.pivots = new double[n];
        this.starts = new int[n + 1];
        this.rows = new int[Math.max(16, entries)];
        this.factors = new double[rows.length];
    }

    /** The factorisation of the Laplacian of {@code graph}, whose weights must be positive. */
    static ApproximateCholesky of(Graph graph, long seed) {
        ApproximateCholesky cholesky = new ApproximateCholesky(graph.vertexCount(), graph.edgeCount());
        new Elimination(graph, seed).into(cholesky);
        return cholesky;
    }

    /** Replaces a right-hand side that sums to 0 on every component by a solution. */
    void solve(double[] y) {
        for (int step = 0; step < order.length; step++) {
            double value = y[order[step]];
            for (int k = starts[step]; k < starts[step + 1]; k++) {
                y[rows[k]] += factors[k] * value;
            }
        }
        for (int step = order.length - 1; step >= 0; step--) {
            int v = order[step];
            double value = pivots[step] > 0 ? y[v] / pivots[step] : 0;
            for (int k = starts[step]; k < starts[step + 1]; k++) {
                value += factors[k] * y[rows[k]];
            }
            y[v] = value;
        }
    }

    private void append(int row, double factor) {
        if (filled == rows.length) {
            int length = Math.addExact(filled, filled / 2);
            rows = Arrays.copyOf(rows, length);
            factors = Arrays.copyOf(factors, length);
        }
        rows[filled] = row;
        factors[filled++] = factor;
    }

    /**
     * The graph that is left during the elimination: linked lists of half-edges, 2e at the source of edge e and 2e+1 at
     * its target. An elimination of degree d makes d-1 new edges, which take the places of d old ones.
     */
    private static final class Elimination {
        private static final int NONE = -1;

        private final SplittableRandom random;
        private final DegreeBuckets queue; // parallel edges may push a degree beyond n
        private final boolean[] gone;
        private final int[] heads;
        private final int[] next;
        private final int[] ends; // by half-edge: the vertex at the other end
        private final double[] weights; // by edge
        private final int[] places; // by vertex: 1 + its place among the neighbours of the vertex in hand
        private int[] neighbours = new int[16];
        private int[] halves = new int[16];
        private double[] strengths = new double[16];
        private double[] sums = new double[16];
        private int degree;

        Elimination(Graph graph, long seed) {
            int n = graph.vertexCount();
            int m = graph.edgeCount();
            this.random = new SplittableRandom(seed);
            this.gone = new boolean[n];
            this.heads = new int[n];
            this.next = new int[2 * m];
            this.ends = new int[2 * m];
            this.weights = new double[m];
            this.places = new int[n];
            int[] degrees = new int[n];
            Arrays.setAll(degrees, graph.out()::degree);
            this.queue = new DegreeBuckets(degrees, n);
            Arrays.fill(heads, NONE);
            for (int e = 0; e < m; e++) {
                weights[e] = graph.weight(e);
                hang(2 * e, graph.source(e), graph.target(e));
                hang(2 * e + 1, graph.target(e), graph.source(e));
            }
        }

        void into(ApproximateCholesky cholesky) {
            for (int step = 0; step < gone.length; step++) {
                int v = queue.poll();
                gone[v] = true;
                collect(v);
                cholesky.order[step] = v;
                cholesky.pivots[step] = write(cholesky);
                cholesky.starts[step + 1] = cholesky.filled;
                sample();
            }
        }

        private void hang(int half, int at, int end) {
            ends[half] = end;
            next[half] = heads[at];
            heads[at] = half;
        }

        /** Finds the neighbours; of parallel edges to one of them, one stays and has the weight of all. */
        private void collect(int v) {
            degree = 0;
            for (int half = heads[v]; half != NONE; half = next[half]) {
                int u = ends[half];
                if (gone[u]) {
                    continue;
                }
                if (places[u] > 0) {
                    strengths[places[u] - 1] += weights[half >> 1];
                    queue.change(u, -1);
                } else {
                    reserve();
                    neighbours[degree] = u;
                    halves[degree] = half;
                    strengths[degree] = weights[half >> 1];
                    places[u] = ++degree;
                }
            }
            for (int i = 0; i < degree; i++) {
                places[neighbours[i]] = 0;
            }
        }

        private void reserve() {
            if (degree == neighbours.length) {
                neighbours = Arrays.copyOf(neighbours, 2 * degree);
                halves = Arrays.copyOf(halves, 2 * degree);
                strengths = Arrays.copyOf(strengths, 2 * degree);
                sums = Arrays.copyOf(sums, 2 * degree);
            }
        }

        private double write(ApproximateCholesky cholesky) {
            double pivot = 0;
            for (int i = 0; i < degree; i++) {
                pivot += strengths[i];
            }
            for (int i = 0; i < degree; i++) {
                cholesky.append(neighbours[i], strengths[i] / pivot);
            }
            return pivot;
        }

        private void sample() {
            LazyOrder ascending = LazyOrder.of(strengths, degree);
            double sum = 0;
            for (int rank = 0; rank < degree; rank++) {
                sum += strengths[ascending.at(rank)];
                sums[rank] = sum;
            }
            for (int rank = 0; rank + 1 < degree; rank++) {
                int i = ascending.at(rank);
                double later = sum - sums[rank];
                int j = ascending.at(later(rank, sums[rank] + random.nextDouble() * later));
                int half = halves[i];
                weights[half >> 1] = strengths[i] * later / sum;
                ends[half ^ 1] = neighbours[j];
                hang(half, neighbours[j], neighbours[i]);
                queue.change(neighbours[j], 1);
            }
            if (degree > 0) {
                queue.change(neighbours[ascending.at(degree - 1)], -1);
            }
        }

        /** The first rank after {@code rank} whose sum exceeds {@code value}. */
        private int later(int rank, double value) {
            int low = rank + 1;
            int high = degree - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sums[middle] > value) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }
}
