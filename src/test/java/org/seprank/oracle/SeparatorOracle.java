package org.seprank.oracle;

import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.Adjacency;
import org.seprank.separation.SeparationProblem;

/**
 * The least price of a separator of the computation tree, by trying all subsets of its copies: log D_h for the root of
 * the last layer and for a copy of a hidden vertex, log D_x for a copy of an input. Exponential in the size of the
 * tree.
 */
public final class SeparatorOracle {
    private final SeparationProblem problem;
    private final List<Integer> parents = new ArrayList<>();
    private final List<Integer> vertices = new ArrayList<>();
    private final List<Integer> layers = new ArrayList<>();

    private SeparatorOracle(SeparationProblem problem) {
        this.problem = problem;
    }

    /** The tree's size, and the least price if that is at most {@code limit}, or -1. */
    public static double price(SeparationProblem problem, int limit) {
        SeparatorOracle oracle = new SeparatorOracle(problem);
        oracle.add(-1, -1, problem.depth());
        for (int i : problem.target().ends(problem.graph().vertexCount()).toArray()) {
            oracle.expand(0, i, problem.depth());
        }
        return oracle.parents.size() > limit ? -1 : oracle.least();
    }

    private int add(int parent, int vertex, int layer) {
        parents.add(parent);
        vertices.add(vertex);
        layers.add(layer);
        return parents.size() - 1;
    }

    /** Adds the children of a copy of (layer, i). */
    private void expand(int node, int i, int layer) {
        if (layer == 0) {
            return;
        }
        Adjacency in = problem.graph().in();
        expand(add(node, i, layer - 1), i, layer - 1);
        for (int k = in.offsets()[i]; k < in.offsets()[i + 1]; k++) {
            int j = in.neighbours()[k];
            expand(add(node, j, layer - 1), j, layer - 1);
        }
    }

    private double least() {
        double least = Double.POSITIVE_INFINITY;
        for (int removed = 0; removed < 1 << parents.size(); removed++) {
            double price = 0;
            for (int node = 0; node < parents.size(); node++) {
                if ((removed >> node & 1) == 1) {
                    price += Math.log(layers.get(node) == 0 ? problem.inputWidth() : problem.hiddenWidth());
                }
            }
            if (price < least && separates(removed)) {
                least = price;
            }
        }
        return least;
    }

    /** Whether no component of what is left has inputs of both sides; nodes follow their parents. */
    private boolean separates(int removed) {
        int[] component = new int[parents.size()];
        int[] sides = new int[parents.size()];
        for (int node = 0; node < component.length; node++) {
            int parent = parents.get(node);
            boolean joined = parent >= 0 && (removed >> parent & 1) == 0;
            component[node] = joined ? component[parent] : node;
            if (layers.get(node) == 0 && (removed >> node & 1) == 0) {
                sides[component[node]] |= problem.partition().contains(vertices.get(node)) ? 1 : 2;
                if (sides[component[node]] == 3) {
                    return false;
                }
            }
        }
        return true;
    }
}
