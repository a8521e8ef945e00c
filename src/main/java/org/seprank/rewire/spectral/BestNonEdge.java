package org.seprank.rewire.spectral;

import java.util.Optional;
import org.seprank.graph.Edge;
import org.seprank.rewire.spectral.linear.LazyOrder;

/**
 * The pair of vertices without an edge that gains most, where the gain of u and v is a symmetric function of numbers
 * {@code y_u} and {@code y_v} that is convex in each of them: the best partner of u then has the smallest or the
 * largest number of all that are no neighbours of u, and no partner gains more than one with the smallest or the
 * largest number of all. Exact. Time O(n), and O(deg(u) log n) for each vertex u whose bound is not below the best
 * gain, usually a few.
 */
final class BestNonEdge {
    /** What joining two vertices gains. */
    @FunctionalInterface
    interface Gain {
        /** Symmetric, and convex in each argument. */
        double of(double yu, double yv);
    }

    private final ChangingGraph graph;
    private final double[] numbers;
    private final Gain gain;
    private final LazyOrder ascending;
    private final LazyOrder descending;
    private int bestU = -1;
    private int bestV = -1;
    private double best = Double.NEGATIVE_INFINITY;

    private BestNonEdge(ChangingGraph graph, double[] numbers, Gain gain) {
        this.graph = graph;
        this.numbers = numbers;
        this.gain = gain;
        this.ascending = LazyOrder.of(numbers);
        this.descending = LazyOrder.of(negative(numbers));
    }

    /**
     * The best pair, the smaller vertex first, or empty if every pair has an edge. Of equal gains the first that the
     * search meets.
     */
    static Optional<Addition> of(ChangingGraph graph, double[] numbers, Gain gain) {
        if (graph.vertexCount() < 2) {
            return Optional.empty();
        }
        BestNonEdge search = new BestNonEdge(graph, numbers, gain);
        search.run();
        return search.bestU < 0
                ? Optional.empty()
                : Optional.of(new Addition(
                        new Edge(Math.min(search.bestU, search.bestV), Math.max(search.bestU, search.bestV)),
                        search.best));
    }

    private static double[] negative(double[] numbers) {
        double[] negative = new double[numbers.length];
        for (int v = 0; v < numbers.length; v++) {
            negative[v] = -numbers[v];
        }
        return negative;
    }

    private void run() {
        double least = numbers[ascending.at(0)];
        double most = numbers[descending.at(0)];
        double[] bounds = new double[numbers.length]; // negative, so that the greatest comes first
        for (int u = 0; u < bounds.length; u++) {
            bounds[u] = -Math.max(gain.of(numbers[u], least), gain.of(numbers[u], most));
        }
        LazyOrder byBound = LazyOrder.of(bounds);
        for (int rank = 0; rank < byBound.size(); rank++) {
            int u = byBound.at(rank);
            if (-bounds[u] <= best) {
                return;
            }
            firstPartner(u, ascending);
            firstPartner(u, descending);
        }
    }

    private void firstPartner(int u, LazyOrder order) {
        for (int rank = 0; rank < order.size(); rank++) {
            int v = order.at(rank);
            if (v != u && !graph.contains(u, v)) {
                double value = gain.of(numbers[u], numbers[v]);
                if (value > best) {
                    best = value;
                    bestU = u;
                    bestV = v;
                }
                return;
            }
        }
    }
}
