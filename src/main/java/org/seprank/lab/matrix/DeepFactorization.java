package org.seprank.lab.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;

/**
 * A matrix that is the product {@code W = W_N .. W_1} of its parameters (arXiv 1905.13655). The derivative of a loss
 * with gradient G at W by W_j is {@code (W_N .. W_{j+1})ᵀ G (W_{j-1} .. W_1)ᵀ}. Not safe for use by several threads.
 */
public final class DeepFactorization {
    private final List<double[][]> layers; // W_1 first
    private final List<double[][]> products; // of W_j .. W_1
    private final List<double[][]> gradients;
    private final List<double[][]> carried; // (W_N .. W_{j+1})ᵀ G

    private DeepFactorization(List<double[][]> layers) {
        this.layers = layers;
        int columns = layers.get(0)[0].length;
        int rows = layers.get(layers.size() - 1).length;
        this.products = new ArrayList<>();
        this.gradients = new ArrayList<>();
        this.carried = new ArrayList<>();
        for (double[][] layer : layers) {
            products.add(new double[layer.length][columns]);
            gradients.add(new double[layer.length][layer[0].length]);
            carried.add(new double[layer.length][columns]);
        }
        products.set(0, layers.get(0));
        carried.set(layers.size() - 1, new double[rows][columns]);
        multiply();
    }

    /**
     * The product of these matrices.
     *
     * @param layers W_1 first; copied
     */
    public static DeepFactorization of(List<double[][]> layers) {
        return new DeepFactorization(layers.stream().map(Matrices::copy).toList());
    }

    /** N. */
    public int depth() {
        return layers.size();
    }

    /** W_j, j in 1..N; not to be written to. */
    public double[][] layer(int j) {
        return layers.get(j - 1);
    }

    /** W; not to be written to, and another after the next step. */
    public double[][] product() {
        return products.get(products.size() - 1);
    }

    private void multiply() {
        for (int j = 1; j < layers.size(); j++) {
            Products.multiply(layers.get(j), products.get(j - 1), products.get(j));
        }
    }

    /**
     * The derivatives by the layers, W_1's first; not to be written to, and others after the next call. Time O(N n³).
     *
     * @param gradient the loss's gradient at W
     */
    public List<double[][]> gradients(double[][] gradient) {
        double[][] above = gradient;
        for (int j = layers.size() - 1; j > 0; j--) {
            Products.timesTransposed(above, products.get(j - 1), gradients.get(j));
            Products.transposedTimes(layers.get(j), above, carried.get(j - 1));
            above = carried.get(j - 1);
        }
        double[][] first = gradients.get(0);
        for (int i = 0; i < first.length; i++) {
            System.arraycopy(above[i], 0, first[i], 0, first[i].length);
        }
        return gradients;
    }

    /** A descent step along the derivatives computed last; the rule gets their squared norm and returns the factor. */
    public void step(DoubleUnaryOperator rule) {
        double squared = gradients.stream().mapToDouble(Matrices::squaredNorm).sum();
        double eta = rule.applyAsDouble(squared);
        for (int j = 0; j < layers.size(); j++) {
            Matrices.addScaled(-eta, gradients.get(j), layers.get(j));
        }
        multiply();
    }

    /** {@code Σ_j ‖W_j‖²}, at least {@code N Σ σ^{2/N}} of the product, with equality where balanced. */
    public double squaredNorm() {
        return layers.stream().mapToDouble(Matrices::squaredNorm).sum();
    }

    /** The largest {@code ‖W_{j+1}ᵀ W_{j+1} - W_j W_jᵀ‖} over j, which gradient flow conserves; 0 for one layer. */
    public double imbalance() {
        double largest = 0;
        for (int j = 1; j < depth(); j++) {
            largest = Math.max(largest, Matrices.norm(imbalance(j)));
        }
        return largest;
    }

    /** {@code W_{j+1}ᵀ W_{j+1} - W_j W_jᵀ}, j in 1..N-1; a new matrix. */
    public double[][] imbalance(int j) {
        double[][] above = layers.get(j);
        double[][] below = layers.get(j - 1);
        return Matrices.difference(Products.transposedProduct(above, above), Products.productTransposed(below, below));
    }
}
