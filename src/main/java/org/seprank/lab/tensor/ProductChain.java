package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.List;

/** The Khatri-Rao products of the first one, two, .. of some matrices, and derivatives back through them. */
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
            KhatriRao.product(products.get(n - 1), factors.get(n), products.get(n));
        }
    }

    void back() {
        for (int n = factors.size() - 1; n > 0; n--) {
            KhatriRao.back(
                    byProducts.get(n), products.get(n - 1), factors.get(n), byProducts.get(n - 1), gradients.get(n));
        }
    }
}
