package org.seprank.separation;

import java.util.Arrays;
import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.walk.Target;

/**
 * The network of {@link ProductNetwork} with real weights and inputs, in double precision: what a trained network of
 * this kind computes. Every product adds a relative error of 2⁻⁵³; sums may cancel. Immutable.
 */
public final class ProductNetworkOverReals {
    private final Graph graph;
    private final Target target;
    private final List<double[][]> weights;

    private ProductNetworkOverReals(Graph graph, Target target, List<double[][]> weights) {
        this.graph = graph;
        this.target = target;
        this.weights = weights;
    }

    /**
     * A network with these weights, which are copied.
     *
     * @param weights {@code W^(1): [Dh, Dx], W^(2), .., W^(L): [Dh, Dh], W^(o): [1, Dh]}; the hidden width may change
     *     from layer to layer
     */
    public static ProductNetworkOverReals of(Graph graph, Target target, List<double[][]> weights) {
        int[][] shapes = weights.stream()
                .map(matrix -> new int[] {matrix.length, matrix.length == 0 ? 0 : matrix[0].length})
                .toArray(int[][]::new);
        ProductNetworkForward.checkShapes(graph, target, shapes);
        return new ProductNetworkOverReals(
                graph,
                target,
                weights.stream()
                        .map(matrix ->
                                Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new))
                        .toList());
    }

    /**
     * The output f(X). Time O(L (n Dh² + m Dh)).
     *
     * @param inputs X: [n, Dx]
     */
    public double evaluate(double[][] inputs) {
        var pass = new ProductNetworkForward<>(graph, target, new OverReals());
        pass.checkInputs(Arrays.stream(inputs).mapToInt(x -> x.length).toArray(), weights.get(0)[0].length);
        return pass.evaluate(v -> inputs[v], weights.size() - 1)[0];
    }

    private final class OverReals implements ProductNetworkForward.Algebra<double[]> {
        @Override
        public double[] multiply(double[] x, double[] y) {
            double[] product = new double[x.length];
            for (int e = 0; e < x.length; e++) {
                product[e] = x[e] * y[e];
            }
            return product;
        }

        @Override
        public double[] apply(int layer, double[] x) {
            double[][] matrix = weights.get(layer - 1);
            double[] image = new double[matrix.length];
            for (int d = 0; d < image.length; d++) {
                for (int e = 0; e < x.length; e++) {
                    image[d] += matrix[d][e] * x[e];
                }
            }
            return image;
        }
    }
}
