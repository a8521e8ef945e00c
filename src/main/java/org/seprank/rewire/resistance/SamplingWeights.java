package org.seprank.rewire.resistance;

import java.util.Arrays;

/**
 * The weights of a sample of edges that is drawn without replacement until there are M of them, by the exponential race
 * in which edge e comes at a time of rate p_e: edge e is there by time t with probability {@code 1 - exp(-t p_e)}, and
 * t is where these sum to M. A weight divided by that probability has the weight of the whole as its mean (Horvitz and
 * Thompson, 1952).
 */
final class SamplingWeights {
    private static final int BISECTIONS = 200;

    private SamplingWeights() {}

    /**
     * What the weight of each edge is multiplied by if it is drawn, at least 1.
     *
     * @param rates p, positive
     * @param drawn M, at least 1; all edges or more: factors are 1
     */
    static double[] factors(double[] rates, int drawn) {
        double[] factors = new double[rates.length];
        Arrays.fill(factors, 1);
        if (drawn < rates.length) {
            double time = time(rates, drawn);
            Arrays.setAll(factors, e -> 1 / -Math.expm1(-time * rates[e]));
        }
        return factors;
    }

    private static double time(double[] rates, int drawn) {
        double low = 0;
        double high = 1 / Arrays.stream(rates).max().orElse(1);
        while (expected(rates, high) < drawn) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < BISECTIONS && low < high; i++) {
            double middle = low + (high - low) / 2;
            if (expected(rates, middle) < drawn) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double expected(double[] rates, double time) {
        double sum = 0;
        for (double rate : rates) {
            sum -= Math.expm1(-time * rate);
        }
        return sum;
    }
}
