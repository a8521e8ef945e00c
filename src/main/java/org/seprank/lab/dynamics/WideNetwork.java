package org.seprank.lab.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;

/**
 * Rectifiers of width m on a fixed set of n points, {@code f(x) = m^{-1/2} Σ_r a_r max(0, <w_r, h(x)>)} with a_r = ±1
 * kept and standard normal first weights; h(x) is x, or a layer {@code √(2/m) max(0, V h'(x))} of the same width, all
 * weights but a trained (Du, Zhai, Poczos and Singh, arXiv 1810.02054; Du, Lee, Li, Wang and Zhai, 1811.03804). Not
 * safe for use by several threads.
 */
final class WideNetwork {
    private final double[][] points;
    private final List<double[][]> layers; // [inputs, m]
    private final double[] signs;
    private final List<double[][]> inputs = new ArrayList<>(); // of each layer, [n, inputs]
    private final List<double[][]> slopes = new ArrayList<>(); // of f by what each layer gives, [n, m]
    private double[] outputs = {};

    private WideNetwork(double[][] points, List<double[][]> layers, double[] signs) {
        this.points = points;
        this.layers = layers;
        this.signs = signs;
        pass();
    }

    /** At random weights. */
    static WideNetwork gaussian(double[][] points, int hidden, int width, SplittableRandom random) {
        List<double[][]> layers = new ArrayList<>();
        for (int l = 0; l < hidden; l++) {
            layers.add(Matrices.gaussian(l == 0 ? points[0].length : width, width, 1, random));
        }
        double[] signs = new double[width];
        for (int r = 0; r < width; r++) {
            signs[r] = random.nextBoolean() ? 1 : -1;
        }
        return new WideNetwork(points, layers, signs);
    }

    /** Another network at the same weights. */
    WideNetwork copy() {
        return new WideNetwork(points, layers.stream().map(Matrices::copy).toList(), signs);
    }

    /** Weights of a layer, the first being 0; {@link #moved} must follow a change. */
    double[][] layer(int l) {
        return layers.get(l);
    }

    /** Takes note that weights were changed. */
    void moved() {
        pass();
    }

    /** f at the points; not to be written to. */
    double[] outputs() {
        return outputs;
    }

    private void pass() {
        inputs.clear();
        slopes.clear();
        List<double[][]> sums = new ArrayList<>();
        double[][] input = points;
        int width = signs.length;
        for (double[][] layer : layers) {
            inputs.add(input);
            double[][] sum = Products.product(input, layer);
            sums.add(sum);
            input = rectified(sum, Math.sqrt(2.0 / width));
        }
        double[][] last = sums.get(sums.size() - 1);
        outputs = new double[points.length];
        double[][] slope = new double[points.length][width];
        for (int i = 0; i < outputs.length; i++) {
            for (int r = 0; r < width; r++) {
                slope[i][r] = last[i][r] > 0 ? signs[r] / Math.sqrt(width) : 0;
                outputs[i] += slope[i][r] * last[i][r];
            }
        }
        slopes.add(slope);
        for (int l = layers.size() - 1; l > 0; l--) {
            slope = Products.productTransposed(slope, layers.get(l));
            mask(slope, sums.get(l - 1), Math.sqrt(2.0 / width));
            slopes.add(0, slope);
        }
    }

    private static double[][] rectified(double[][] sums, double scale) {
        double[][] result = new double[sums.length][sums[0].length];
        for (int i = 0; i < sums.length; i++) {
            for (int r = 0; r < sums[i].length; r++) {
                result[i][r] = scale * Math.max(0, sums[i][r]);
            }
        }
        return result;
    }

    private static void mask(double[][] slope, double[][] sums, double scale) {
        for (int i = 0; i < sums.length; i++) {
            for (int r = 0; r < sums[i].length; r++) {
                slope[i][r] = sums[i][r] > 0 ? scale * slope[i][r] : 0;
            }
        }
    }

    /** {@code <∇f(x_i), ∇f(x_j)>} by the trained weights, [n, n]; a new matrix. Time O(n² m) for each layer. */
    double[][] kernel() {
        double[][] kernel = new double[points.length][points.length];
        for (int l = 0; l < layers.size(); l++) {
            double[][] ofInputs = Products.productTransposed(inputs.get(l), inputs.get(l));
            double[][] ofSlopes = Products.productTransposed(slopes.get(l), slopes.get(l));
            for (int i = 0; i < kernel.length; i++) {
                for (int j = 0; j < kernel.length; j++) {
                    kernel[i][j] += ofInputs[i][j] * ofSlopes[i][j];
                }
            }
        }
        return kernel;
    }

    /** A step of gradient descent on {@code ½‖f - y‖²}, the residual f - y being given. */
    void step(double[] residual, double rate) {
        for (int l = 0; l < layers.size(); l++) {
            double[][] weighted = Matrices.copy(slopes.get(l));
            for (int i = 0; i < weighted.length; i++) {
                for (int r = 0; r < weighted[i].length; r++) {
                    weighted[i][r] *= residual[i];
                }
            }
            Matrices.addScaled(-rate, Products.transposedProduct(inputs.get(l), weighted), layers.get(l));
        }
        pass();
    }

    /** The farthest that any unit's weights of the first layer are from those of another network of the same shape. */
    double distance(WideNetwork other) {
        double[][] difference = Matrices.difference(layers.get(0), other.layers.get(0));
        double farthest = 0;
        for (int r = 0; r < signs.length; r++) {
            double sum = 0;
            for (double[] row : difference) {
                sum += row[r] * row[r];
            }
            farthest = Math.max(farthest, Math.sqrt(sum));
        }
        return farthest;
    }
}
