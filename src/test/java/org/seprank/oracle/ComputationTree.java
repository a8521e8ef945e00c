package org.seprank.oracle;

import java.math.BigInteger;
import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.rank.Modular;
import org.seprank.rank.ModularMatrix;

/**
 * A product-aggregation network by recursion over its computation tree, in integers of any size: every subtree is
 * evaluated anew, and only the result is reduced modulo p.
 */
public final class ComputationTree {
    private final Graph graph;
    private final List<ModularMatrix> weights;
    private final int[][] inputs;

    /** A network with these weights, W^(o) last, at these inputs: [n, Dx]. */
    public ComputationTree(Graph graph, List<ModularMatrix> weights, int[][] inputs) {
        this.graph = graph;
        this.weights = weights;
        this.inputs = inputs;
    }

    /** The output for prediction at the given vertices: all of them, or one. */
    public int output(int... ends) {
        int depth = weights.size() - 1;
        ModularMatrix last = weights.get(depth);
        BigInteger sum = BigInteger.ZERO;
        for (int e = 0; e < last.columns(); e++) {
            BigInteger product = BigInteger.valueOf(last.at(0, e));
            for (int t : ends) {
                product = product.multiply(hidden(depth, t, e));
            }
            sum = sum.add(product);
        }
        return sum.mod(BigInteger.valueOf(Modular.PRIME)).intValueExact();
    }

    private BigInteger hidden(int layer, int i, int e) {
        if (layer == 0) {
            return BigInteger.valueOf(inputs[i][e]);
        }
        BigInteger product = message(layer, i, e);
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            if (graph.target(edge) == i) {
                product = product.multiply(message(layer, graph.source(edge), e));
            } else if (!graph.directed() && graph.source(edge) == i) {
                product = product.multiply(message(layer, graph.target(edge), e));
            }
        }
        return product;
    }

    private BigInteger message(int layer, int j, int d) {
        ModularMatrix matrix = weights.get(layer - 1);
        BigInteger sum = BigInteger.ZERO;
        for (int e = 0; e < matrix.columns(); e++) {
            sum = sum.add(BigInteger.valueOf(matrix.at(d, e)).multiply(hidden(layer - 1, j, e)));
        }
        return sum;
    }
}
