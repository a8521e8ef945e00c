package org.seprank.separation;

import java.util.SplittableRandom;
import org.seprank.rank.Modular;
import org.seprank.rank.ModularVectors;

/**
 * Inputs for the vertices of one side, drawn uniformly from GF(2³¹ - 1). Sample number s is the same however many are
 * drawn: it has a generator of its own.
 */
final class ProductNetworkSamples {
    private final ProductNetworkCircuit circuit;
    private final ProductNetworkCircuit.Side side;
    private final int inputWidth;
    private final long seed;

    ProductNetworkSamples(ProductNetworkCircuit circuit, ProductNetworkCircuit.Side side, int inputWidth, long seed) {
        this.circuit = circuit;
        this.side = side;
        this.inputWidth = inputWidth;
        this.seed = seed;
    }

    /** The circuit that the inputs are for. */
    ProductNetworkCircuit circuit() {
        return circuit;
    }

    /** The side whose leaves get inputs. */
    ProductNetworkCircuit.Side side() {
        return side;
    }

    /**
     * The samples {@code from..to-1}.
     *
     * @return [node, Dx, to - from], centred; an empty matrix for nodes that are not leaves of this side
     */
    double[][][] draw(int from, int to) {
        long[] seeds = new SplittableRandom(seed).longs(to).toArray();
        double[][][] inputs = new double[circuit.nodes().size()][0][];
        int[] leaves = circuit.leaves(side);
        for (int leaf : leaves) {
            inputs[leaf] = new double[inputWidth][to - from];
        }
        for (int s = from; s < to; s++) {
            SplittableRandom random = new SplittableRandom(seeds[s]);
            for (int leaf : leaves) {
                for (double[] coordinate : inputs[leaf]) {
                    coordinate[s - from] = ModularVectors.centred(Modular.draw(random));
                }
            }
        }
        return inputs;
    }
}
