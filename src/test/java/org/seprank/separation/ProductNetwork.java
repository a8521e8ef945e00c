package org.seprank.separation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.seprank.graph.Graph;
import org.seprank.rank.Modular;
import org.seprank.rank.ModularMatrix;
import org.seprank.walk.Target;

/**
 * The product-aggregation graph neural network over GF(2³¹ - 1), the network that the theorems are about:
 * {@code h^(0,i) = x^(i)}; {@code h^(l,i)} is the entry-wise product of {@code W^(l) h^(l-1,j)} over i and its
 * neighbours j (in a directed graph: in-neighbours); the output is {@code W^(o)} times the entry-wise product of all
 * {@code h^(L,i)} for graph prediction, times {@code h^(L,t)} for vertex prediction (arXiv 2211.16494, equations 2 to
 * 4). No bias, no nonlinearity. Exact. Immutable.
 */
public final class ProductNetwork {
    private final Graph graph;
    private final Target target;
    private final List<ModularMatrix> weights;

    private ProductNetwork(Graph graph, Target target, List<ModularMatrix> weights) {
        this.graph = graph;
        this.target = target;
        this.weights = weights;
    }

    /**
     * A network with these weights.
     *
     * @param weights {@code W^(1): [Dh, Dx], W^(2), .., W^(L): [Dh, Dh], W^(o): [1, Dh]}; the hidden width may change
     *     from layer to layer
     */
    public static ProductNetwork of(Graph graph, Target target, List<ModularMatrix> weights) {
        int[][] shapes = weights.stream()
                .map(matrix -> new int[] {matrix.rows(), matrix.columns()})
                .toArray(int[][]::new);
        ProductNetworkForward.checkShapes(graph, target, shapes);
        return new ProductNetwork(graph, target, List.copyOf(weights));
    }

    /**
     * A network of a problem's shape whose weights are drawn uniformly: {@code W^(1), .., W^(L), W^(o)}, row by row.
     */
    public static ProductNetwork draw(SeparationProblem problem, RandomGenerator random) {
        List<ModularMatrix> weights = new ArrayList<>();
        int width = problem.inputWidth();
        for (int layer = 1; layer <= problem.depth(); layer++) {
            weights.add(ModularMatrix.draw(problem.hiddenWidth(), width, random));
            width = problem.hiddenWidth();
        }
        weights.add(ModularMatrix.draw(1, width, random));
        return of(problem.graph(), problem.target(), weights);
    }

    /** {@code W^(1), .., W^(L), W^(o)}. */
    public List<ModularMatrix> weights() {
        return weights;
    }

    /**
     * The output f(X), in 0..p-1. Time O(L (n Dh² + m Dh)).
     *
     * @param inputs X: [n, Dx], entries in 0..p-1
     */
    public int evaluate(int[][] inputs) {
        var pass = new ProductNetworkForward<>(graph, target, new OverModular());
        pass.checkInputs(
                Arrays.stream(inputs).mapToInt(x -> x.length).toArray(),
                weights.get(0).columns());
        return pass.evaluate(v -> inputs[v], weights.size() - 1)[0];
    }

    private final class OverModular implements ProductNetworkForward.Algebra<int[]> {
        @Override
        public int[] multiply(int[] x, int[] y) {
            int[] product = new int[x.length];
            for (int e = 0; e < x.length; e++) {
                product[e] = Modular.multiply(x[e], y[e]);
            }
            return product;
        }

        @Override
        public int[] apply(int layer, int[] x) {
            ModularMatrix matrix = weights.get(layer - 1);
            int[] image = new int[matrix.rows()];
            for (int d = 0; d < image.length; d++) {
                for (int e = 0; e < x.length; e++) {
                    image[d] = Modular.add(image[d], Modular.multiply(matrix.at(d, e), x[e]));
                }
            }
            return image;
        }
    }
}
