package org.seprank.lab.kernel;

import java.util.Arrays;
import org.seprank.lab.numeric.Products;

/** Functions of the parameters of a {@link TwoLayerNetwork} in one row: W by coordinates, then a. */
final class FlatNetwork {
    private FlatNetwork() {}

    static double[] parameters(TwoLayerNetwork network) {
        return flat(network.inner(), network.outer());
    }

    private static double[] flat(double[][] inner, double[] outer) {
        int width = outer.length;
        double[] all = new double[(inner.length + 1) * width];
        for (int j = 0; j < inner.length; j++) {
            System.arraycopy(inner[j], 0, all, j * width, width);
        }
        System.arraycopy(outer, 0, all, inner.length * width, width);
        return all;
    }

    /** A network of the same shape with those parameters. */
    static TwoLayerNetwork with(TwoLayerNetwork like, double[] parameters) {
        int width = like.outer().length;
        double[][] w = new double[like.inner().length][];
        for (int j = 0; j < w.length; j++) {
            w[j] = Arrays.copyOfRange(parameters, j * width, (j + 1) * width);
        }
        return new TwoLayerNetwork(w, Arrays.copyOfRange(parameters, w.length * width, (w.length + 1) * width));
    }

    /** The regularized loss. */
    static double loss(TwoLayerNetwork network, LabelledPoints data, double lambda) {
        double[] outputs = network.outputs(data.points());
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            sum += Math.log1p(Math.exp(-data.label(i) * outputs[i]));
        }
        return sum / outputs.length + lambda * network.squaredNorm();
    }

    /** The gradient of f at a point; a rectifier at 0 has slope 0. */
    static double[] tangent(TwoLayerNetwork network, double[] point) {
        double[] outer = network.outer();
        double[] product = Products.product(new double[][] {point}, network.inner())[0];
        double[][] byInner = new double[point.length][outer.length];
        double[] byOuter = new double[outer.length];
        for (int j = 0; j < outer.length; j++) {
            if (product[j] > 0) {
                byOuter[j] = product[j];
                for (int k = 0; k < point.length; k++) {
                    byInner[k][j] = outer[j] * point[k];
                }
            }
        }
        return flat(byInner, byOuter);
    }
}
