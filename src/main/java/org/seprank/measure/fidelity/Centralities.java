package org.seprank.measure.fidelity;

import java.util.Arrays;
import java.util.function.Function;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * Centralities by fixed-point iteration to a relative change of {@value #TOLERANCE}, {@value #MOST_STEPS} steps at
 * most, of O(n + m) each. Every edge counts as 1; in directed graphs it gives importance to its head.
 */
public final class Centralities {
    /** The change of the largest entry, relative to it, at which iterations end. */
    public static final double TOLERANCE = 1e-10;

    private static final int MOST_STEPS = 2000;
    private static final double DAMPING = 0.85;

    private Centralities() {}

    /**
     * Katz centrality {@code x = 1 + α Aᵀ x} (L. Katz, Psychometrika 18, 1953).
     *
     * @param alpha below 1 over the largest eigenvalue, as {@code 1 / (1 + maximal degree)} is
     */
    public static double[] katz(Graph graph, double alpha) {
        return iterate(graph, 1, x -> {
            double[] next = fromNeighbours(graph.in(), x);
            for (int v = 0; v < next.length; v++) {
                next[v] = 1 + alpha * next[v];
            }
            return next;
        });
    }

    /**
     * Eigenvector centrality, the dominant eigenvector of A with greatest entry 1, by powers of A + I, which has one
     * also for bipartite graphs (P. Bonacich, J. Math. Sociol. 2, 1972). Of several components with the same largest
     * eigenvalue all have a part in it.
     */
    public static double[] eigenvector(Graph graph) {
        return iterate(graph, 1, x -> {
            double[] next = fromNeighbours(graph.in(), x);
            double largest = 0;
            for (int v = 0; v < next.length; v++) {
                next[v] += x[v];
                largest = Math.max(largest, next[v]);
            }
            for (int v = 0; v < next.length; v++) {
                next[v] /= largest;
            }
            return next;
        });
    }

    /** PageRank with damping 0.85 (S. Brin and L. Page, 1998); vertices without edges out of them lead anywhere. */
    public static double[] pageRank(Graph graph) {
        int n = graph.vertexCount();
        return iterate(graph, 1.0 / Math.max(1, n), x -> {
            double[] shares = new double[n];
            double lost = 0;
            for (int v = 0; v < n; v++) {
                int degree = graph.out().degree(v);
                shares[v] = degree == 0 ? 0 : x[v] / degree;
                lost += degree == 0 ? x[v] : 0;
            }
            double[] next = fromNeighbours(graph.in(), shares);
            for (int v = 0; v < n; v++) {
                next[v] = (1 - DAMPING) / n + DAMPING * (next[v] + lost / n);
            }
            return next;
        });
    }

    private static double[] iterate(Graph graph, double start, Function<double[], double[]> step) {
        double[] x = new double[graph.vertexCount()];
        Arrays.fill(x, start);
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] next = step.apply(x);
            double change = 0;
            double largest = 0;
            for (int v = 0; v < x.length; v++) {
                change = Math.max(change, Math.abs(next[v] - x[v]));
                largest = Math.max(largest, Math.abs(next[v]));
            }
            x = next;
            if (change <= TOLERANCE * largest) {
                break;
            }
        }
        return x;
    }

    private static double[] fromNeighbours(Adjacency rows, double[] x) {
        double[] sums = new double[x.length];
        for (int v = 0; v < x.length; v++) {
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                sums[v] += x[rows.neighbours()[k]];
            }
        }
        return sums;
    }
}
