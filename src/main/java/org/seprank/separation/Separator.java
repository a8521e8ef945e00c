package org.seprank.separation;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.separation.monomial.Unfolding;

/**
 * A separator of least total price of an {@link Unfolding}: copies (l, i) whose removal leaves no path between an input
 * of I and one of Iᶜ. Where all copies of (l, i) below parents with the same label have the same price, dynamic
 * programming over (layer, vertex) finds it in O(L m), memory O(L n).
 *
 * <p>A label says that the copy is on side I, on side Iᶜ or removed. Children of a copy on a side are on that side or
 * removed; children of a removed copy are anything.
 */
final class Separator {
    /** On side I. */
    static final int INSIDE = 0;
    /** On side Iᶜ. */
    static final int OUTSIDE = 1;
    /** Removed. */
    static final int CUT = 2;

    private final Unfolding unfolding;
    private final double rootPrice;
    private final double[][][] costs; // [layer][label][vertex], layers 0..L-1
    private final double[] rootCosts;

    private Separator(Unfolding unfolding, double rootPrice, double[][][] costs) {
        this.unfolding = unfolding;
        this.rootPrice = rootPrice;
        this.costs = costs;
        this.rootCosts = rootCosts();
    }

    /**
     * The cheapest separator.
     *
     * @param prices of a copy of (layer, vertex), by layer 0..L-1 and vertex
     * @param rootPrice of the root, the index that the last layer shares
     */
    static Separator of(Unfolding unfolding, VertexSet side, double[][] prices, double rootPrice) {
        double[][][] costs = new double[unfolding.depth()][][];
        costs[0] = inputCosts(side, prices[0]);
        for (int layer = 1; layer < costs.length; layer++) {
            costs[layer] = layerCosts(unfolding.graph(), costs[layer - 1], prices[layer]);
        }
        return new Separator(unfolding, rootPrice, costs);
    }

    private static double[][] inputCosts(VertexSet side, double[] prices) {
        double[][] costs = new double[3][prices.length];
        for (int i = 0; i < prices.length; i++) {
            boolean inside = side.contains(i);
            costs[INSIDE][i] = inside ? 0 : Double.POSITIVE_INFINITY;
            costs[OUTSIDE][i] = inside ? Double.POSITIVE_INFINITY : 0;
            costs[CUT][i] = prices[i];
        }
        return costs;
    }

    private static double[][] layerCosts(Graph graph, double[][] below, double[] prices) {
        Adjacency in = graph.in();
        double[][] costs = new double[3][prices.length];
        for (int i = 0; i < prices.length; i++) {
            for (int label = 0; label < 3; label++) {
                double cost = label == CUT ? prices[i] : 0;
                cost += cheapest(below, label, i);
                for (int k = in.offsets()[i]; k < in.offsets()[i + 1]; k++) {
                    cost += cheapest(below, label, in.neighbours()[k]);
                }
                costs[label][i] = cost;
            }
        }
        return costs;
    }

    /** What a copy of i costs below a parent with that label. */
    private static double cheapest(double[][] costs, int parent, int i) {
        return parent == CUT
                ? Math.min(Math.min(costs[INSIDE][i], costs[OUTSIDE][i]), costs[CUT][i])
                : Math.min(costs[parent][i], costs[CUT][i]);
    }

    private double[] rootCosts() {
        double[] sums = {0, 0, rootPrice};
        Adjacency in = unfolding.graph().in();
        double[][] below = costs[costs.length - 1];
        VertexSet ends = unfolding.ends();
        for (int i = ends.next(0); i >= 0; i = ends.next(i + 1)) {
            for (int label = 0; label < 3; label++) {
                sums[label] += cheapest(below, label, i);
                for (int k = in.offsets()[i]; k < in.offsets()[i + 1]; k++) {
                    sums[label] += cheapest(below, label, in.neighbours()[k]);
                }
            }
        }
        return sums;
    }

    /** The total price. */
    double price() {
        return Arrays.stream(rootCosts).min().orElseThrow();
    }

    /** The root's label. */
    int rootLabel() {
        int label = rootCosts[INSIDE] <= rootCosts[OUTSIDE] ? INSIDE : OUTSIDE;
        return rootCosts[CUT] < rootCosts[label] ? CUT : label;
    }

    /** The label of (layer, i) below a parent with that label. */
    int label(int layer, int i, int parent) {
        double[][] cost = costs[layer];
        if (parent != CUT) {
            return cost[CUT][i] < cost[parent][i] ? CUT : parent;
        }
        int label = cost[INSIDE][i] <= cost[OUTSIDE][i] ? INSIDE : OUTSIDE;
        return cost[CUT][i] < cost[label][i] ? CUT : label;
    }
}
