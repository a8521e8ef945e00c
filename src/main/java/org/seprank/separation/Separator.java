package org.seprank.separation;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.VertexSet;
import org.seprank.separation.monomial.Unfolding;

/**
 * A separator of least total price of an {@link Unfolding}: copies (l, i) whose removal leaves no path between an input
 * of I and one of Iᶜ. As all copies of (l, i) below parents with the same label have the same price, dynamic
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
    private final double[][][] prices; // [layer][label of the parent][vertex], layers 0..L-1
    private final double[][][] costs; // [layer][label][vertex], the price of a removed copy left out
    private final double[] rootCosts;

    private Separator(Unfolding unfolding, VertexSet side, double[][][] prices, double rootPrice) {
        this.unfolding = unfolding;
        this.rootPrice = rootPrice;
        this.prices = prices;
        this.costs = new double[unfolding.depth()][][];
        costs[0] = inputCosts(side);
        for (int layer = 1; layer < costs.length; layer++) {
            costs[layer] = layerCosts(layer);
        }
        this.rootCosts = rootCosts();
    }

    /**
     * The cheapest separator.
     *
     * @param prices of a copy of (layer, vertex), by layer 0..L-1, label of the parent and vertex
     * @param rootPrice of the root, the index that the last layer shares
     */
    static Separator of(Unfolding unfolding, VertexSet side, double[][][] prices, double rootPrice) {
        return new Separator(unfolding, side, prices, rootPrice);
    }

    private static double[][] inputCosts(VertexSet side) {
        double[][] costs = new double[3][side.universe()];
        for (int i = 0; i < side.universe(); i++) {
            costs[side.contains(i) ? OUTSIDE : INSIDE][i] = Double.POSITIVE_INFINITY;
        }
        return costs;
    }

    private double[][] layerCosts(int layer) {
        Adjacency in = unfolding.graph().in();
        int n = unfolding.graph().vertexCount();
        double[][] layerCosts = new double[3][n];
        for (int label = 0; label < 3; label++) {
            double[] below = cheapest(layer - 1, label);
            for (int i = 0; i < n; i++) {
                double cost = below[i];
                for (int k = in.offsets()[i]; k < in.offsets()[i + 1]; k++) {
                    cost += below[in.neighbours()[k]];
                }
                layerCosts[label][i] = cost;
            }
        }
        return layerCosts;
    }

    /** What a copy of each vertex costs below a parent with that label. */
    private double[] cheapest(int layer, int parent) {
        double[] least = new double[costs[layer][CUT].length];
        for (int i = 0; i < least.length; i++) {
            least[i] = cost(layer, i, parent, label(layer, i, parent));
        }
        return least;
    }

    private double cost(int layer, int i, int parent, int label) {
        return label == CUT ? costs[layer][CUT][i] + prices[layer][parent][i] : costs[layer][label][i];
    }

    private double[] rootCosts() {
        double[] sums = {0, 0, rootPrice};
        Adjacency in = unfolding.graph().in();
        VertexSet ends = unfolding.ends();
        for (int label = 0; label < 3; label++) {
            double[] below = cheapest(costs.length - 1, label);
            for (int i = ends.next(0); i >= 0; i = ends.next(i + 1)) {
                sums[label] += below[i];
                for (int k = in.offsets()[i]; k < in.offsets()[i + 1]; k++) {
                    sums[label] += below[in.neighbours()[k]];
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
        int side = parent;
        if (parent == CUT) {
            side = costs[layer][INSIDE][i] <= costs[layer][OUTSIDE][i] ? INSIDE : OUTSIDE;
        }
        return cost(layer, i, parent, CUT) < costs[layer][side][i] ? CUT : side;
    }
}
