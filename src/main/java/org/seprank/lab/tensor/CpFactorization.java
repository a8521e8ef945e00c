package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;

/**
 * A sum of R outer products {@code Σ_r w_r¹ ⊗ .. ⊗ w_r^N} (Razin, Maman and Cohen, arXiv 2102.09972), the parameters
 * being factor matrices [d_n, R] with the w_r^n as columns. Time O(R Π d_n) per step. Not safe for use by several
 * threads.
 */
final class CpFactorization extends TensorFactorization {
    private static final double LARGEST = 3e7; // numbers

    private final ProductChain rows;
    private final ProductChain columns;
    private final double[][] tensor;

    private CpFactorization(List<double[][]> factors) {
        factors.forEach(factor -> add(factor, new double[factor.length][factor[0].length]));
        int order = factors.size();
        int half = order / 2;
        this.rows = ProductChain.of(factors.subList(0, half), gradients().subList(0, half));
        this.columns = ProductChain.of(factors.subList(half, order), gradients().subList(half, order));
        this.tensor = new double[rows.product().length][columns.product().length];
        multiply();
    }

    /**
     * The sum of outer products of these columns.
     *
     * @param factors at least two, [d_n, R]; copied
     */
    static CpFactorization of(List<double[][]> factors) {
        if (factors.size() < 2) {
            throw new IllegalArgumentException("a tensor of order " + factors.size() + " is not factorized");
        }
        double entries = 1;
        for (double[][] factor : factors) {
            entries *= factor.length;
        }
        double size = entries + 2 * Math.sqrt(entries) * factors.get(0)[0].length;
        if (size > LARGEST) {
            throw new IllegalArgumentException("a tensor of " + entries + " entries and " + factors.get(0)[0].length
                    + " components takes " + (long) (size * 8e-6) + " MB, more than " + (long) (LARGEST * 8e-6));
        }
        return new CpFactorization(factors.stream().map(Matrices::copy).toList());
    }

    /** Independent normal parameters. */
    static CpFactorization random(int order, int size, int components, double deviation, SplittableRandom random) {
        List<double[][]> factors = new ArrayList<>();
        for (int n = 0; n < order; n++) {
            factors.add(Matrices.gaussian(size, components, deviation, random));
        }
        return of(factors);
    }

    @Override
    void multiply() {
        rows.multiply();
        columns.multiply();
        Products.timesTransposed(rows.product(), columns.product(), tensor);
    }

    @Override
    double[][] tensor() {
        return tensor;
    }

    @Override
    void differentiate(double[][] gradient) {
        Products.multiply(gradient, columns.product(), rows.byProduct());
        Products.transposedTimes(gradient, rows.product(), columns.byProduct());
        rows.back();
        columns.back();
    }

    /** {@code σ_r = Π_n ‖w_r^n‖}, by component; a new array. */
    double[] componentNorms() {
        double[] norms = new double[parameters().get(0)[0].length];
        Arrays.fill(norms, 1);
        parameters().forEach(factor -> multiplyByNorms(factor, norms));
        return norms;
    }
}
