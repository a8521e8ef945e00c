package org.seprank.gnn;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.seprank.gnn.layer.GraphLayer;
import org.seprank.gnn.layer.LayerSpec;

/**
 * The weights W of a network's layers, first to last; those of a layer whose weights are a product are multiplied out.
 * Looks at the network as it is when asked. Not safe for several threads.
 */
public final class WeightMatrices {
    private final Network network;
    private final List<String> names = new ArrayList<>();

    private WeightMatrices(Network network) {
        this.network = network;
        for (Layer layer : network.graph().getLayers()) {
            if (layer.conf().getLayer() instanceof GraphLayer one
                    && one.spec().aggregation().transforms()) {
                names.add(one.getLayerName());
            }
        }
    }

    /** Those of that network. */
    public static WeightMatrices of(Network network) {
        return new WeightMatrices(network);
    }

    /** The names of the layers that have weights, such as "layer1" and "head". */
    public List<String> names() {
        return List.copyOf(names);
    }

    /**
     * A copy of W of that layer as rows, {@code [input width, parts * width]}; several parts, such as heads, stand side
     * by side. Time O(factors·rows·columns²).
     *
     * @throws IllegalArgumentException if there is no such layer
     */
    public double[][] matrix(String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("layer '" + name + "' is none of " + names);
        }
        Layer layer = network.graph().getLayer(name);
        LayerSpec spec = ((GraphLayer) layer.conf().getLayer()).spec();
        INDArray product = factor(layer, spec.factors().get(0));
        for (String next : spec.factors().subList(1, spec.factors().size())) {
            product = product.mmul(factor(layer, next));
        }
        return product.toDoubleMatrix();
    }

    private static INDArray factor(Layer layer, String name) {
        return layer.getParam(name).castTo(DataType.DOUBLE);
    }
}
