package org.seprank.measure.range;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * A mean over some of several items, drawn without repetition, with its standard error: 0 where all were taken.
 *
 * @param value the mean; NaN of nothing
 * @param standardError of the mean; NaN where a single one of several items was taken
 * @param samples how many were taken
 */
public record SampleMean(double value, double standardError, int samples) {
    private static final double LEVEL = 0.95;

    /**
     * The mean of values; NaN values, such as 0/0, are left out. Time O(n).
     *
     * @param population how many items there are, at least as many as values
     */
    public static SampleMean of(double[] values, int population) {
        double[] ones = new double[values.length];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = Double.isNaN(values[i]) ? 0 : 1;
        }
        double[] known = values.clone();
        for (int i = 0; i < known.length; i++) {
            known[i] = ones[i] == 0 ? 0 : known[i];
        }
        return ratio(known, ones, population);
    }

    /** {@code Σ a / Σ b} with the standard error of a ratio of means (W. Cochran, Sampling Techniques, 6.4). */
    static SampleMean ratio(double[] a, double[] b, int population) {
        int k = a.length;
        double above = 0;
        double below = 0;
        for (int i = 0; i < k; i++) {
            above += a[i];
            below += b[i];
        }
        double ratio = above / below;
        double squares = 0;
        for (int i = 0; i < k; i++) {
            squares += Math.pow(a[i] - ratio * b[i], 2);
        }
        double error =
                k == population ? 0 : Math.sqrt(squares / (k - 1) / k * (1 - k / (double) population)) / (below / k);
        return new SampleMean(ratio, error, k);
    }

    /** The lower end of the 95 % interval by Student's distribution. */
    public double lower() {
        return value - half();
    }

    /** The upper end of the 95 % interval. */
    public double upper() {
        return value + half();
    }

    private double half() {
        return standardError == 0 || samples < 2
                ? standardError
                : standardError * new TDistribution(samples - 1.0).inverseCumulativeProbability((1 + LEVEL) / 2);
    }
}
