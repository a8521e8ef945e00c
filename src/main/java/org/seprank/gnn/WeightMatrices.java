package org.seprank.gnn;

import java.util.ArrayList;
import java.util.List;
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
        double[][] product = rows(layer.getParam(spec.factors().get(0)));
        for (String factor : spec.factors().subList(1, spec.factors().size())) {
            product = product(product, rows(layer.getParam(factor)));
        }
        return product;
    }

    private static double[][] rows(INDArray array) {
        double[] values = array.dup('c').data().asDouble();
        int width = Math.toIntExact(array.size(1));
        double[][] rows = new double[values.length / width][width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, i * width, rows[i], 0, width);
        }
        return rows;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[k].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}
