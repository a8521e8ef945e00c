package org.seprank.rewire.removal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.rewire.Ties;

/** Rankings by an order that no removal changes, and the sort that they share with others. */
public final class Rankings {
    private Rankings() {}

    /** A uniformly random order, the same for the same number of edges and seed. */
    public static Ranking random(Graph graph, long seed) {
        return new FixedRanking(shuffled(graph.edgeCount(), seed), new double[0]);
    }

    /** The numbers 0..size-1 in a uniformly random order. */
    public static int[] shuffled(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) { // Fisher-Yates, inside out
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /**
     * A given order.
     *
     * @param order all edges, the first to go first
     * @param scores by edge, which the order is made by; becomes the ranking's own
     * @throws IllegalArgumentException if an edge repeats or is not in 0..order.length-1
     */
    public static Ranking inOrder(int[] order, double[] scores) {
        BitSet seen = new BitSet(order.length);
        for (int e : order) {
            if (e < 0 || e >= order.length || seen.get(e)) {
                throw new IllegalArgumentException(
                        "edge " + e + " repeats or is not in 0.." + (order.length - 1) + ": no order of the edges");
            }
            seen.set(e);
        }
        return new FixedRanking(order.clone(), scores);
    }

    /**
     * The edges by ascending score. The sort is stable: of equal scores (0 and -0 are equal) the edge that {@code ties}
     * prefers comes first. Time O(m log m).
     *
     * @param scores by edge number, not NaN
     */
    public static int[] ascending(double[] scores, Ties ties) {
        int[] edges = new int[scores.length];
        Arrays.setAll(edges, i -> ties == Ties.FIRST ? i : scores.length - 1 - i);
        return ascending(scores, edges);
    }

    /**
     * The edges by ascending score, those of equal score by ascending second score, and then as {@code ties} prefers.
     *
     * @param scores by edge number, not NaN
     * @param second by edge number, not NaN; empty: all equal
     */
    public static int[] ascending(double[] scores, double[] second, Ties ties) {
        return second.length == 0 ? ascending(scores, ties) : ascending(scores, ascending(second, ties));
    }

    /** A stable sort of the edges as they come. */
    private static int[] ascending(double[] scores, int[] edges) {
        double[] sorted = new double[scores.length];
        for (int e = 0; e < scores.length; e++) {
            sorted[e] = scores[e] + 0.0; // -0 becomes 0
        }
        Arrays.sort(sorted);
        int[] order = new int[scores.length];
        int[] used = new int[scores.length]; // how many edges of the score that begins here are placed
        for (int e : edges) {
            int at = firstNotBelow(sorted, scores[e]);
            order[at + used[at]++] = e;
        }
        return order;
    }

    /**
     * When the edges arrive in an exponential race, negated: ln U_e divided by the rate, U_e uniform in 0..1. In
     * ascending order that is the reverse of a draw of all edges without replacement, each time in proportion to the
     * rates.
     *
     * @param rates by edge, not negative and not NaN
     */
    public static double[] race(double[] rates, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] times = new double[rates.length];
        for (int e = 0; e < times.length; e++) {
            times[e] = Math.log(random.nextDouble(Double.MIN_NORMAL, 1)) / rates[e];
        }
        return times;
    }

    private static int firstNotBelow(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
