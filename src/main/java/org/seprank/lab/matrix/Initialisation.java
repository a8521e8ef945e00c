package org.seprank.lab.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.seprank.lab.numeric.JacobiSvd;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;

/** How the layers of a square factorization begin. The scale s is that of the product, the size n×n. */
public enum Initialisation {
    /** Independent normal entries of deviation {@code s^{1/N} / √n}: the product's norm is about s√n. */
    GAUSSIAN,
    /** Multiples {@code s^{1/N}} of the identity; balanced. */
    IDENTITY,
    /** Independent random orthogonal matrices times {@code (s√n)^{1/N}}; balanced. */
    ORTHOGONAL,
    /** A Gaussian product of norm about s√n, split by its singular values: the layers are balanced. */
    BALANCED;

    /** The names as they are written in settings. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Initialisation one : values()) {
            names.add(one.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** The one of that name. */
    static Initialisation named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** N layers of size n×n. */
    DeepFactorization layers(int n, int depth, double scale, SplittableRandom random) {
        if (this == BALANCED) {
            return balanced(Matrices.gaussian(n, n, scale / Math.sqrt(n), random), depth);
        }
        double root = Math.pow(scale, 1.0 / depth);
        List<double[][]> layers = new ArrayList<>();
        for (int j = 0; j < depth; j++) {
            layers.add(
                    switch (this) {
                        case GAUSSIAN -> Matrices.gaussian(n, n, root / Math.sqrt(n), random);
                        case IDENTITY -> Matrices.identity(n, root);
                        default -> orthogonal(n, Math.pow(scale * Math.sqrt(n), 1.0 / depth), random);
                    });
        }
        return DeepFactorization.of(layers);
    }

    private static double[][] orthogonal(int n, double scale, SplittableRandom random) {
        double[][] matrix = Matrices.orthonormal(n, n, random);
        Matrices.scale(scale, matrix);
        return matrix;
    }

    /**
     * Balanced layers with a given product {@code U Σ Vᵀ}: {@code W_1 = Σ^{1/N} Vᵀ}, {@code W_j = Σ^{1/N}}, {@code W_N
     * = U Σ^{1/N}}.
     *
     * @param product n×n, of full rank
     * @param depth N, at least 1
     */
    public static DeepFactorization balanced(double[][] product, int depth) {
        if (depth == 1) {
            return DeepFactorization.of(List.<double[][]>of(product));
        }
        JacobiSvd svd = JacobiSvd.of(product);
        double[] values = svd.values();
        int n = values.length;
        double[][] middle = new double[n][n];
        for (int k = 0; k < n; k++) {
            middle[k][k] = Math.pow(values[k], 1.0 / depth);
        }
        List<double[][]> layers = new ArrayList<>();
        layers.add(Products.product(middle, svd.right()));
        for (int j = 2; j < depth; j++) {
            layers.add(middle);
        }
        layers.add(Products.transposedProduct(svd.left(), middle));
        return DeepFactorization.of(layers);
    }
}
