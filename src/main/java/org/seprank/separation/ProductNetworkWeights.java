package org.seprank.separation;

import java.util.Arrays;
import java.util.List;
import org.seprank.rank.ModularMatrix;

/**
 * The weights of a {@link ProductNetwork} as centred doubles (see {@link org.seprank.rank.ModularVectors}). Read only.
 */
final class ProductNetworkWeights {
    private final double[][][] layers;

    private ProductNetworkWeights(double[][][] layers) {
        this.layers = layers;
    }

    static ProductNetworkWeights of(ProductNetwork network) {
        List<ModularMatrix> matrices = network.weights();
        double[][][] layers = new double[matrices.size()][][];
        for (int l = 0; l < layers.length; l++) {
            layers[l] = new double[matrices.get(l).rows()][];
            Arrays.setAll(layers[l], matrices.get(l)::centredRow);
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
