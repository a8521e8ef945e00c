package org.seprank.lab.linear;

import java.util.Arrays;

/**
 * A linear network of full-width circular convolutions: its predictor is {@code β = D^{-(L-1)/2} w_1 * .. * w_L}, so
 * that with the unitary Fourier transform {@code β̂ = ŵ_1 ⊙ .. ⊙ ŵ_L}. Time O(D²) per convolution.
 */
final class CircularNetwork {
    private CircularNetwork() {}

    /** β; a new array. */
    static double[] predictor(double[][] filters) {
        double[] product = filters[0].clone();
        for (int l = 1; l < filters.length; l++) {
            product = convolution(product, filters[l]);
        }
        return product;
    }

    /** The derivatives by the filters, given those by β. */
    static void gradients(double[][] filters, double[] gradient, double[][] gradients) {
        for (int l = 0; l < filters.length; l++) {
            double[] back = gradient;
            for (int other = 0; other < filters.length; other++) {
                back = other == l ? back : correlation(back, filters[other]);
            }
            System.arraycopy(back, 0, gradients[l], 0, back.length);
        }
    }

    private static double[] convolution(double[] x, double[] w) {
        int size = x.length;
        double scale = 1 / Math.sqrt(size);
        double[] sums = new double[size];
        for (int i = 0; i < size; i++) {
            double factor = scale * x[i];
            for (int k = 0; k < size; k++) {
                sums[(i + k) % size] += factor * w[k];
            }
        }
        return sums;
    }

    /** The transpose of convolution with w. */
    private static double[] correlation(double[] g, double[] w) {
        int size = g.length;
        double scale = 1 / Math.sqrt(size);
        double[] sums = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                sum += g[(i + k) % size] * w[k];
            }
            sums[i] = scale * sum;
        }
        return sums;
    }

    /** The absolute values of the unitary Fourier transform; a new array. */
    static double[] spectrum(double[] x) {
        int size = x.length;
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < size; i++) {
                double angle = 2 * Math.PI * (i * k % size) / size;
                real += x[i] * Math.cos(angle);
                imaginary += x[i] * Math.sin(angle);
            }
            values[k] = Math.hypot(real, imaginary) / Math.sqrt(size);
        }
        return values;
    }

    /** How many values are above a hundredth of the largest. */
    static int support(double[] spectrum) {
        double largest = Arrays.stream(spectrum).max().orElse(0);
        return (int)
                Arrays.stream(spectrum).filter(value -> value > largest / 100).count();
    }
}
