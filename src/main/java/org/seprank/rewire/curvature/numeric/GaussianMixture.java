package org.seprank.rewire.curvature.numeric;

import java.util.Arrays;

/**
 * Two normal distributions that were fitted to values by maximum likelihood.
 *
 * @param weight of the lower one, in 0..1
 * @param lowerMean its mean
 * @param lowerDeviation its standard deviation, above 0
 * @param upperMean the mean of the other one, no less
 * @param upperDeviation its standard deviation, above 0
 */
public record GaussianMixture(
        double weight, double lowerMean, double lowerDeviation, double upperMean, double upperDeviation) {
    private static final double LEAST_VARIANCE = 1e-6;
    private static final double TOLERANCE = 1e-10;
    private static final int MOST_ROUNDS = 1000;

    /**
     * Fits by expectation-maximisation from means one standard deviation below and above the mean of all values and
     * equal weights: nothing is random. Variances stay above {@value #LEAST_VARIANCE}; it ends when no mean or
     * deviation moves by more than 1e-10 of the deviation of all values, after 1000 rounds at the latest. The order of
     * the values does not matter. Time O(size log size + rounds * distinct values).
     *
     * @throws IllegalArgumentException if there is no value
     */
    public static GaussianMixture fit(long[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a mixture is fitted to at least 1 value, not to 0");
        }
        return new Fit(values).run();
    }

    /** Where the two distributions meet: {@code (mu1 sigma2 + mu2 sigma1) / (sigma1 + sigma2)}. */
    public double between() {
        return (lowerMean * upperDeviation + upperMean * lowerDeviation) / (lowerDeviation + upperDeviation);
    }

    /** The larger mean plus the deviation that goes with it. */
    public double above() {
        return upperMean + upperDeviation;
    }

    /** Distinct values with their counts, and the current estimate; component 0 and 1. */
    private static final class Fit {
        private final double[] distinct;
        private final double[] counts;
        private final double total;
        private final double scale;
        private final double[] weights = {0.5, 0.5};
        private final double[] means;
        private final double[] variances;

        private Fit(long[] values) {
            long[] sorted = values.clone();
            Arrays.sort(sorted);
            double[] found = new double[sorted.length];
            double[] often = new double[sorted.length];
            int size = 0;
            for (int i = 0; i < sorted.length; i++) {
                if (i == 0 || sorted[i] > sorted[i - 1]) {
                    found[size++] = sorted[i];
                }
                often[size - 1]++;
            }
            distinct = Arrays.copyOf(found, size);
            counts = Arrays.copyOf(often, size);
            total = sorted.length;
            double mean = moment(0);
            double variance = Math.max(LEAST_VARIANCE, moment(mean, 2));
            scale = Math.sqrt(variance);
            means = new double[] {mean - scale, mean + scale};
            variances = new double[] {variance, variance};
        }

        private double moment(double centre) {
            return moment(centre, 1);
        }

        private double moment(double centre, int power) {
            double sum = 0;
            for (int i = 0; i < distinct.length; i++) {
                sum += counts[i] * Math.pow(distinct[i] - centre, power);
            }
            return sum / total;
        }

        private GaussianMixture run() {
            double moved = Double.POSITIVE_INFINITY;
            for (int round = 0; round < MOST_ROUNDS && moved > TOLERANCE * scale; round++) {
                moved = step();
            }
            int low = means[0] <= means[1] ? 0 : 1;
            return new GaussianMixture(
                    weights[low], means[low], Math.sqrt(variances[low]), means[1 - low], Math.sqrt(variances[1 - low]));
        }

        /** One round; how far a mean or deviation moved. */
        private double step() {
            double[] share = new double[distinct.length]; // of component 0 in each value
            for (int i = 0; i < distinct.length; i++) {
                double odds = logDensity(1, distinct[i]) - logDensity(0, distinct[i]);
                share[i] = 1 / (1 + Math.exp(odds));
            }
            double moved = 0;
            for (int c = 0; c < 2; c++) {
                moved = Math.max(moved, update(c, share));
            }
            return moved;
        }

        private double logDensity(int c, double value) {
            double offset = value - means[c];
            return Math.log(weights[c]) - Math.log(variances[c]) / 2 - offset * offset / (2 * variances[c]);
        }

        private double update(int c, double[] share) {
            double mass = 0;
            double sum = 0;
            for (int i = 0; i < distinct.length; i++) {
                double own = counts[i] * (c == 0 ? share[i] : 1 - share[i]);
                mass += own;
                sum += own * distinct[i];
            }
            if (!(mass > 0)) {
                return 0; // nothing belongs to it: it stays where it is
            }
            double mean = sum / mass;
            double squares = 0;
            for (int i = 0; i < distinct.length; i++) {
                double own = counts[i] * (c == 0 ? share[i] : 1 - share[i]);
                squares += own * (distinct[i] - mean) * (distinct[i] - mean);
            }
            double variance = Math.max(LEAST_VARIANCE, squares / mass);
            double moved = Math.max(Math.abs(mean - means[c]), Math.abs(Math.sqrt(variance) - Math.sqrt(variances[c])));
            weights[c] = Math.max(Double.MIN_NORMAL, mass / total);
            means[c] = mean;
            variances[c] = variance;
            return moved;
        }
    }
}
