package org.seprank.gnn;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.deeplearning4j.nn.api.Layer;
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
        RealMatrix product = rows(layer.getParam(spec.factors().get(0)));
        for (String factor : spec.factors().subList(1, spec.factors().size())) {
            product = product.multiply(rows(layer.getParam(factor)));
        }
        return product.getData();
    }

    private static RealMatrix rows(INDArray array) {
        double[] values = array.dup('c').data().asDouble();
        int width = Math.toIntExact(array.size(1));
        double[][] rows = new double[values.length / width][width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, i * width, rows[i], 0, width);
        }
        return new Array2DRowRealMatrix(rows, false);
    }
}
