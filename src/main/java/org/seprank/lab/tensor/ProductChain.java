package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Khatri-Rao products, column by column Kronecker products, of the first one, two, .. of some matrices, and
 * derivatives back through them.
 */
final class ProductChain {
    private final List<double[][]> factors;
    private final List<double[][]> gradients;
    private final List<double[][]> products = new ArrayList<>();
    private final List<double[][]> byProducts = new ArrayList<>();

    private ProductChain(List<double[][]> factors, List<double[][]> gradients) {
        this.factors = factors;
        this.gradients = gradients;
        products.add(factors.get(0));
        byProducts.add(gradients.get(0));
        for (int n = 1; n < factors.size(); n++) {
            int length = products.get(n - 1).length * factors.get(n).length;
            products.add(new double[length][factors.get(0)[0].length]);
            byProducts.add(new double[length][factors.get(0)[0].length]);
        }
    }

    /**
     * A chain of these matrices.
     *
     * @param factors at least one, of equally many columns; kept, as they change
     * @param gradients as the factors; overwritten by {@link #back}
     */
    static ProductChain of(List<double[][]> factors, List<double[][]> gradients) {
        return new ProductChain(List.copyOf(factors), List.copyOf(gradients));
    }

    /** The product of all, as of the last call of {@link #multiply}. */
    double[][] product() {
        return products.get(products.size() - 1);
    }

    /** The derivatives by the product of all, to be written to before {@link #back}. */
    double[][] byProduct() {
        return byProducts.get(products.size() - 1);
    }

    void multiply() {
        for (int n = 1; n < factors.size(); n++) {
            product(products.get(n - 1), factors.get(n), products.get(n));
        }
    }

    void back() {
        for (int n = factors.size() - 1; n > 0; n--) {
            back(byProducts.get(n), products.get(n - 1), factors.get(n), byProducts.get(n - 1), gradients.get(n));
        }
    }

    /** Row {@code i m + j} is the entry-wise product of row i of a and row j of b, which has m rows. */
    private static void product(double[][] a, double[][] b, double[][] c) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                double[] x = a[i];
                double[] y = b[j];
                double[] z = c[i * b.length + j];
                for (int r = 0; r < z.length; r++) {
                    z[r] = x[r] * y[r];
                }
            }
        }
    }

    /** The derivatives by a and b, given those by their product; both are overwritten. */
    private static void back(double[][] by, double[][] a, double[][] b, double[][] byA, double[][] byB) {
        for (double[] row : byA) {
            Arrays.fill(row, 0);
        }
        for (double[] row : byB) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                double[] g = by[i * b.length + j];
                addProduct(g, b[j], byA[i]);
                addProduct(g, a[i], byB[j]);
            }
        }
    }

    private static void addProduct(double[] x, double[] y, double[] z) {
        for (int r = 0; r < z.length; r++) {
            z[r] += x[r] * y[r];
        }
    }
}
