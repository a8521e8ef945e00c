package org.seprank.separation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.seprank.rank.ModularMatrix;

/**
 * The weights of a product-aggregation graph neural network over GF(2³¹ - 1), the network that the theorems are about:
 * {@code h^(0,i) = x^(i)}; {@code h^(l,i)} is the entry-wise product of {@code W^(l) h^(l-1,j)} over i and its
 * neighbours j (in a directed graph: in-neighbours); the output is {@code W^(o)} times the entry-wise product of all
 * {@code h^(L,i)} for graph prediction, times {@code h^(L,t)} for vertex prediction (arXiv 2211.16494, equations 2 to
 * 4). No bias, no nonlinearity. Centred doubles (see {@link org.seprank.rank.ModularVectors}). Read only.
 */
final class ProductNetworkWeights {
    private final double[][][] layers;

    private ProductNetworkWeights(double[][][] layers) {
        this.layers = layers;
    }

    /** Weights of a problem's shape, drawn uniformly: {@code W^(1), .., W^(L), W^(o)}, row by row. */
    static ProductNetworkWeights draw(SeparationProblem problem, RandomGenerator random) {
        double[][][] layers = new double[problem.depth() + 1][][];
        int width = problem.inputWidth();
        for (int l = 0; l < layers.length; l++) {
            ModularMatrix drawn = ModularMatrix.draw(l == problem.depth() ? 1 : problem.hiddenWidth(), width, random);
            layers[l] = new double[drawn.rows()][];
            Arrays.setAll(layers[l], drawn::centredRow);
            width = problem.hiddenWidth();
        }
        return new ProductNetworkWeights(layers);
    }

    /** {@code W^(l+1)}, what a node of layer l is multiplied by; {@code W^(o)} for the root's layer L. */
    double[][] layer(int l) {
        return layers[l];
    }

    /** Dh. */
    int hiddenWidth() {
        return layers[0].length;
    }
}
