package org.seprank.separation;

import java.util.Arrays;
import java.util.List;
import org.seprank.rank.ModularCombination;
import org.seprank.rank.ModularVectors;
import org.seprank.separation.ProductNetworkCircuit.Factor;
import org.seprank.separation.ProductNetworkCircuit.Side;

/**
 * What one side of the partition contributes to every mixed node, for some samples of its inputs at once: the
 * entry-wise product of the node's factors that depend on this side only. Immutable.
 */
final class ProductNetworkSide {
    private final int samples;
    private final double[][][] factors; // [node, Dh, samples], centred; empty for nodes that are not mixed

    private ProductNetworkSide(int samples, double[][][] factors) {
        this.samples = samples;
        this.factors = factors;
    }

    /** Evaluates all nodes of the samples' side for the samples {@code from..to-1}. */
    static ProductNetworkSide of(ProductNetworkWeights weights, ProductNetworkSamples inputs, int from, int to) {
        ProductNetworkCircuit circuit = inputs.circuit();
        Side side = inputs.side();
        double[][][] messages = inputs.draw(from, to);
        for (int node : circuit.of(side)) {
            int layer = circuit.nodes().get(node).layer();
            double[][] hidden = messages[node];
            if (layer > 0) {
                hidden = product(messages, circuit.factors(node, side), weights.hiddenWidth(), to - from);
            }
            messages[node] = apply(weights.layer(layer), hidden, to - from);
        }
        double[][][] factors = new double[messages.length][0][];
        for (int node : circuit.mixed()) {
            factors[node] = product(messages, circuit.factors(node, side), weights.hiddenWidth(), to - from);
        }
        return new ProductNetworkSide(to - from, factors);
    }

    private static double[][] product(double[][][] messages, List<Factor> factors, int width, int samples) {
        double[][] product = new double[width][samples];
        for (int e = 0; e < width; e++) {
            Arrays.fill(product[e], 1);
            multiply(product[e], messages, factors, e);
        }
        return product;
    }

    /** Multiplies coordinate {@code e} of a hidden vector by powers of that coordinate of messages. */
    static void multiply(double[] coordinate, double[][][] messages, List<Factor> factors, int e) {
        for (Factor factor : factors) {
            ModularVectors.multiplyByPower(coordinate, messages[factor.node()][e], factor.exponent());
        }
    }

    private static double[][] apply(double[][] matrix, double[][] hidden, int samples) {
        double[][] message = new double[matrix.length][samples];
        ModularCombination combination = ModularCombination.of(hidden.length);
        for (int d = 0; d < matrix.length; d++) {
            combination.clear();
            for (int e = 0; e < hidden.length; e++) {
                combination.plus(matrix[d][e], hidden[e]);
            }
            combination.addTo(message[d], 0, samples);
        }
        return message;
    }

    /** The number of samples. */
    int samples() {
        return samples;
    }

    /** The product of the one-sided factors of a mixed node: [Dh, samples], centred. Read only. */
    double[][] factor(int node) {
        return factors[node];
    }
}
