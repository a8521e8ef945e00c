package org.seprank.separation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.seprank.rank.ModularCombination;
import org.seprank.rank.ModularVectors;
import org.seprank.separation.ProductNetworkCircuit.Factor;
import org.seprank.separation.ProductNetworkCircuit.Side;

/**
 * The evaluation of a network for one row sample against many column samples. At a mixed node the row's factors are
 * scalars: they go into the weights, {@code W diag(a)}, once per row, so that a pair costs one product of a matrix and
 * a vector per mixed node, and vectors over the columns are what is computed with. A working space for one thread.
 */
final class ProductNetworkTile {
    private final ProductNetworkCircuit circuit;
    private final int[] mixed;
    private final ProductNetworkWeights weights;
    private final ProductNetworkSide columns;
    private final List<List<Factor>> mixedFactors = new ArrayList<>();
    private final double[][][] messages; // [node, Dh, columns] of mixed nodes
    private final double[][] hidden; // [Dh, columns] of the node at hand
    private final double[][] scaled; // W diag(a) of the node at hand
    private final ModularCombination combination;

    ProductNetworkTile(ProductNetworkCircuit circuit, ProductNetworkWeights weights, ProductNetworkSide columns) {
        this.circuit = circuit;
        this.mixed = circuit.mixed();
        this.weights = weights;
        this.columns = columns;
        int width = weights.hiddenWidth();
        this.messages = new double[circuit.nodes().size()][0][];
        this.hidden = new double[width][columns.samples()];
        this.scaled = new double[width][width];
        this.combination = ModularCombination.of(width);
        for (int node : mixed) {
            mixedFactors.add(circuit.factors(node, Side.MIXED));
            boolean root = circuit.nodes().get(node).vertex() < 0;
            messages[node] = new double[root ? 1 : width][columns.samples()];
        }
    }

    /**
     * The outputs for one row sample.
     *
     * @param rows the row samples
     * @param row one of them
     * @return [columns], centred; overwritten by the next call
     */
    double[] evaluate(ProductNetworkSide rows, int row) {
        for (int k = 0; k < mixed.length; k++) {
            double[][] values = hidden(mixed[k], mixedFactors.get(k));
            double[][] matrix = weights.layer(circuit.nodes().get(mixed[k]).layer());
            for (int d = 0; d < matrix.length; d++) {
                scaleBy(rows.factor(mixed[k]), row, matrix[d], scaled[d]);
                combine(scaled[d], values, messages[mixed[k]][d]);
            }
        }
        return messages[mixed[mixed.length - 1]][0];
    }

    /** The hidden vector without the row's factors. */
    private double[][] hidden(int node, List<Factor> factors) {
        if (factors.isEmpty()) {
            return columns.factor(node);
        }
        for (int e = 0; e < hidden.length; e++) {
            System.arraycopy(columns.factor(node)[e], 0, hidden[e], 0, hidden[e].length);
            ProductNetworkSide.multiply(hidden[e], messages, factors, e);
        }
        return hidden;
    }

    private static void scaleBy(double[][] factor, int row, double[] weights, double[] scaled) {
        for (int e = 0; e < weights.length; e++) {
            scaled[e] = ModularVectors.multiply(weights[e], factor[e][row]);
        }
    }

    private void combine(double[] coefficients, double[][] values, double[] message) {
        combination.clear();
        for (int e = 0; e < values.length; e++) {
            combination.plus(coefficients[e], values[e]);
        }
        Arrays.fill(message, 0);
        combination.addTo(message, 0, message.length);
    }
}
