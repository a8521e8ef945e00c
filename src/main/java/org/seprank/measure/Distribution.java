package org.seprank.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many numbers in short: quantiles, mean and a histogram.
 *
 * <p>A quantile of share p is the least value at or below which that share of the values lies, so it is always one of
 * them. Infinite values count in quantiles and in the outermost bins, but not in the mean.
 *
 * @param size how many values
 * @param quantiles of the shares 0, 1/4, 1/2, 3/4 and 1; NaN without values
 * @param mean of the finite values; NaN if there is none
 * @param infinite how many values are infinite
 * @param histogram the counts of the bins
 */
public record Distribution(int size, List<Double> quantiles, double mean, int infinite, List<Bin> histogram) {
    /** The shares of {@link #quantiles}. */
    public static final List<Double> SHARES = List.of(0.0, 0.25, 0.5, 0.75, 1.0);

    /** Their names. */
    public static final List<String> SHARE_NAMES =
            List.of("minimum", "lower quartile", "median", "upper quartile", "maximum");

    /** Copies the lists. */
    public Distribution {
        quantiles = List.copyOf(quantiles);
        histogram = List.copyOf(histogram);
    }

    /**
     * A bin of a histogram.
     *
     * @param from its lower end, -infinity for the first
     * @param to its upper end, excluded, infinity (included) for the last
     * @param count of values
     */
    public record Bin(double from, double to, long count) {}

    /** How values are binned. The bins depend on nothing but this, so that histograms of two graphs can be compared. */
    enum Binning {
        /** Below -2, then steps of 1/4 up to 2, then the rest: for curvature in -2..2. */
        QUARTERS {
            @Override
            double[] cuts() {
                double[] cuts = new double[17];
                Arrays.setAll(cuts, i -> -2 + 0.25 * i);
                return cuts;
            }
        },
        /** 0 and the powers of 2 up to 2^20: for counts. */
        POWERS {
            @Override
            double[] cuts() {
                double[] cuts = new double[21];
                Arrays.setAll(cuts, i -> 1L << i);
                return cuts;
            }
        },
        /** The powers of 2 up to 2^12 of either sign, and 0: for whole numbers of either sign. */
        SIGNED_POWERS {
            @Override
            double[] cuts() {
                double[] cuts = new double[27];
                for (int i = 0; i <= 12; i++) {
                    cuts[12 - i] = -(double) (1L << i);
                    cuts[14 + i] = 1L << i;
                }
                return cuts;
            }
        },
        /** No histogram. */
        NONE {
            @Override
            double[] cuts() {
                return new double[0];
            }
        };

        /** The ends of the bins, ascending. */
        abstract double[] cuts();
    }

    /**
     * The distribution of those values without a histogram; the array is not changed. Time O(n log n).
     *
     * @throws IllegalArgumentException if one is NaN
     */
    public static Distribution of(double[] values) {
        return of(values, Binning.NONE);
    }

    /**
     * The distribution of those values; the array is not changed. Time O(n log n).
     *
     * @throws IllegalArgumentException if one is NaN
     */
    static Distribution of(double[] values, Binning binning) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (n > 0 && Double.isNaN(sorted[n - 1])) {
            throw new IllegalArgumentException("a value to be summed up is not a number");
        }
        double sum = 0;
        int finite = 0;
        for (double value : sorted) {
            if (Double.isFinite(value)) {
                sum += value;
                finite++;
            }
        }
        List<Double> quantiles =
                SHARES.stream().map(share -> quantile(sorted, share)).toList();
        return new Distribution(n, quantiles, sum / finite, n - finite, histogram(sorted, binning.cuts()));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[place(sorted.length, share)];
    }

    /**
     * The place, from 0, of a quantile among ascending values.
     *
     * @param size how many values, at least 1
     * @param share p, in 0..1
     */
    public static int place(int size, double share) {
        return (int) Math.max(0, Math.ceil(share * size) - 1);
    }

    private static List<Bin> histogram(double[] sorted, double[] cuts) {
        List<Bin> bins = new ArrayList<>();
        int at = 0;
        for (int i = 0; cuts.length > 0 && i <= cuts.length; i++) {
            double to = i == cuts.length ? Double.POSITIVE_INFINITY : cuts[i];
            int start = at;
            while (at < sorted.length && (sorted[at] < to || i == cuts.length)) {
                at++;
            }
            bins.add(new Bin(i == 0 ? Double.NEGATIVE_INFINITY : cuts[i - 1], to, at - start));
        }
        return bins;
    }
}
