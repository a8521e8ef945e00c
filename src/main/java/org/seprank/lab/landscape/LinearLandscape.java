package org.seprank.lab.landscape;

import java.util.Arrays;
import org.seprank.lab.numeric.JacobiSvd;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;

/**
 * Deep linear networks, {@code ½‖W_N .. W_1 - Φ‖²} with a diagonal Φ, [n, n], and N - 1 hidden layers of h units. With
 * one hidden layer the critical values are those of rank-h approximations by any h or fewer of the singular directions
 * of Φ, half the sum of the squares of the others (Baldi and Hornik 1989); none but the least is a minimum (Kawaguchi,
 * arXiv 1605.07110). Immutable.
 */
final class LinearLandscape implements Landscape {
    private final double[] singular;
    private final int depth;
    private final int hidden;

    /**
     * A network.
     *
     * @param singular diagonal of Φ; not copied
     * @param depth N, at least 2
     * @param hidden h, positive
     */
    LinearLandscape(double[] singular, int depth, int hidden) {
        this.singular = singular;
        this.depth = depth;
        this.hidden = hidden;
    }

    private int rows(int layer) {
        return layer == depth - 1 ? singular.length : hidden;
    }

    private int columns(int layer) {
        return layer == 0 ? singular.length : hidden;
    }

    @Override
    public int size() {
        int size = 0;
        for (int j = 0; j < depth; j++) {
            size += rows(j) * columns(j);
        }
        return size;
    }

    /** W_1 first; new matrices. */
    private double[][][] layers(double[] flat) {
        double[][][] layers = new double[depth][][];
        int next = 0;
        for (int j = 0; j < depth; j++) {
            layers[j] = new double[rows(j)][];
            for (int i = 0; i < rows(j); i++) {
                layers[j][i] = Arrays.copyOfRange(flat, next, next + columns(j));
                next += columns(j);
            }
        }
        return layers;
    }

    private double[] flat(double[][][] layers) {
        double[] flat = new double[size()];
        int next = 0;
        for (double[][] layer : layers) {
            for (double[] row : layer) {
                System.arraycopy(row, 0, flat, next, row.length);
                next += row.length;
            }
        }
        return flat;
    }

    /** Products {@code W_j .. W_1}, j = 0 being the identity. */
    private double[][][] products(double[][][] layers) {
        double[][][] products = new double[depth + 1][][];
        products[0] = Matrices.identity(singular.length, 1);
        for (int j = 0; j < depth; j++) {
            products[j + 1] = Products.product(layers[j], products[j]);
        }
        return products;
    }

    private double[][] error(double[][] product) {
        double[][] error = Matrices.copy(product);
        for (int k = 0; k < singular.length; k++) {
            error[k][k] -= singular[k];
        }
        return error;
    }

    @Override
    public double value(double[] at) {
        return Matrices.squaredNorm(error(products(layers(at))[depth])) / 2;
    }

    @Override
    public double[] gradient(double[] at) {
        double[][][] layers = layers(at);
        double[][][] products = products(layers);
        double[][][] gradients = new double[depth][][];
        double[][] above = error(products[depth]);
        for (int j = depth - 1; j >= 0; j--) {
            gradients[j] = Products.productTransposed(above, products[j]);
            above = Products.transposedProduct(layers[j], above);
        }
        return flat(gradients);
    }

    /** By differentiating every step of {@link #gradient} along the direction. */
    @Override
    public double[] curvature(double[] at, double[] direction) {
        double[][][] layers = layers(at);
        double[][][] moved = layers(direction);
        double[][][] products = products(layers);
        double[][][] slopes = new double[depth + 1][][];
        slopes[0] = new double[singular.length][singular.length];
        for (int j = 0; j < depth; j++) {
            slopes[j + 1] = sum(Products.product(moved[j], products[j]), Products.product(layers[j], slopes[j]));
        }
        double[][][] result = new double[depth][][];
        double[][] above = error(products[depth]);
        double[][] slope = slopes[depth];
        for (int j = depth - 1; j >= 0; j--) {
            result[j] =
                    sum(Products.productTransposed(slope, products[j]), Products.productTransposed(above, slopes[j]));
            slope = sum(Products.transposedProduct(moved[j], above), Products.transposedProduct(layers[j], slope));
            above = Products.transposedProduct(layers[j], above);
        }
        return flat(result);
    }

    private static double[][] sum(double[][] a, double[][] b) {
        Matrices.addScaled(1, b, a);
        return a;
    }

    /** All critical values of one hidden layer, ascending: h or fewer directions are fitted, the others left out. */
    double[] criticalValues() {
        double[] values = new double[1 << singular.length];
        int found = 0;
        for (int fitted = 0; fitted < values.length; fitted++) {
            if (Integer.bitCount(fitted) <= hidden) {
                for (int k = 0; k < singular.length; k++) {
                    values[found] += ((fitted >> k) & 1) == 1 ? 0 : singular[k] * singular[k] / 2;
                }
                found++;
            }
        }
        double[] sorted = Arrays.copyOf(values, found);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The least loss of all, whatever the depth. */
    double least() {
        return criticalValues()[0];
    }

    /** The least singular value of the product of all layers but the first and the last; of one hidden layer, 1. */
    double middle(double[] at) {
        double[][][] layers = layers(at);
        double[][] product = Matrices.identity(hidden, 1);
        for (int j = 1; j < depth - 1; j++) {
            product = Products.product(layers[j], product);
        }
        double[] values = JacobiSvd.of(product).values();
        return values[values.length - 1];
    }
}
