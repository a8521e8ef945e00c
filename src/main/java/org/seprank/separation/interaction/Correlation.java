package org.seprank.separation.interaction;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * The rank correlation of Spearman between two measured quantities, with a confidence interval and the p-value of a
 * permutation test. Ties get mean ranks.
 *
 * @param coefficient ρ, in -1..1
 * @param lower the lower end of the interval, in -1..1
 * @param upper the upper end of the interval, in -1..1
 * @param pValue the two-sided p-value, {@code (1 + #{|ρ of a permutation| >= |ρ|}) / (1 + permutations)}
 * @param samples the number n of pairs
 * @param options how interval and p-value were computed
 */
public record Correlation(double coefficient, double lower, double upper, double pValue, int samples, Options options) {
    /** The fewest pairs that there is an interval for. */
    public static final int FEWEST_SAMPLES = 4;

    private static final double FIELLER = 1.06;
    private static final double ROUNDING = 1e-12;

    /** Where the interval comes from. */
    public enum Method {
        /**
         * {@code tanh(artanh ρ ± z √(1.06/(n-3)))} (Fieller, Hartley and Pearson, Biometrika 44, 1957): good for n of
         * at least 10, few ties and |ρ| below 0.8. For |ρ| = 1 it has length 0.
         */
        FISHER_Z,
        /**
         * Percentiles of the coefficient over resamples of the pairs with replacement, those left out in which one
         * quantity is constant.
         */
        BOOTSTRAP
    }

    /**
     * How to compute a correlation.
     *
     * @param method where the interval comes from
     * @param level the confidence level, in (0, 1)
     * @param draws the number of permutations, and of resamples, in 1..{@value #MOST_DRAWS}
     * @param seed the seed of both
     */
    public record Options(Method method, double level, int draws, long seed) {
        /** The largest number of permutations or resamples. */
        public static final int MOST_DRAWS = 10_000_000;

        /** Checks the ranges. */
        public Options {
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException("confidence level " + level + " is not in (0, 1)");
            }
            if (draws < 1 || draws > MOST_DRAWS) {
                throw new IllegalArgumentException("number of draws " + draws + " is not in 1.." + MOST_DRAWS);
            }
        }

        /** Fisher's z, level 0.95, 10000 permutations. */
        public static Options withSeed(long seed) {
            return new Options(Method.FISHER_Z, 0.95, 10_000, seed);
        }

        /** The same with another source of the interval. */
        public Options withMethod(Method other) {
            return new Options(other, level, draws, seed);
        }

        /** The same with another confidence level. */
        public Options withLevel(double confidence) {
            return new Options(method, confidence, draws, seed);
        }

        /** The same with another number of permutations and resamples. */
        public Options withDraws(int count) {
            return new Options(method, level, count, seed);
        }
    }

    /**
     * Spearman's correlation. Time O(n log n + n·draws), and O(n log n·draws) for a bootstrap interval.
     *
     * @param x one quantity, length n, finite, not constant
     * @param y the other, length n, finite, not constant
     * @throws IllegalArgumentException if lengths differ, n is less than {@value #FEWEST_SAMPLES}, a value is not
     *     finite or a quantity is constant
     */
    public static Correlation spearman(double[] x, double[] y, Options options) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x has " + x.length + " values, y has " + y.length);
        }
        if (x.length < FEWEST_SAMPLES) {
            throw new IllegalArgumentException(x.length + " pairs are fewer than the " + FEWEST_SAMPLES
                    + " that an interval for a correlation needs");
        }
        check("x", x);
        check("y", y);
        double coefficient = clipped(new SpearmansCorrelation().correlation(x, y));
        SplittableRandom random = new SplittableRandom(options.seed);
        double pValue = pValue(x, y, options.draws, random.split());
        double[] ends = switch (options.method) {
            case FISHER_Z -> fisher(coefficient, x.length, options.level);
            case BOOTSTRAP -> bootstrap(x, y, options, random.split());
        };
        return new Correlation(coefficient, ends[0], ends[1], pValue, x.length, options);
    }

    private static void check(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] is " + values[i] + "; a correlation needs finite values");
            }
        }
        if (isConstant(values)) {
            throw new IllegalArgumentException("all " + values.length + " values of " + name + " are " + values[0]
                    + "; a correlation needs two different ones");
        }
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    private static double clipped(double coefficient) {
        return Math.max(-1, Math.min(1, coefficient));
    }

    private static double[] fisher(double coefficient, int n, double level) {
        double quantile = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
        double half = quantile * Math.sqrt(FIELLER / (n - 3));
        // artanh; infinite for ±1, which tanh turns back
        double z = (Math.log1p(coefficient) - Math.log1p(-coefficient)) / 2;
        return new double[] {Math.tanh(z - half), Math.tanh(z + half)};
    }

    private static double[] bootstrap(double[] x, double[] y, Options options, SplittableRandom random) {
        int n = x.length;
        double[] coefficients = new double[options.draws];
        double[] drawnX = new double[n];
        double[] drawnY = new double[n];
        for (int k = 0; k < coefficients.length; k++) {
            do {
                for (int i = 0; i < n; i++) {
                    int from = random.nextInt(n);
                    drawnX[i] = x[from];
                    drawnY[i] = y[from];
                }
            } while (isConstant(drawnX) || isConstant(drawnY));
            coefficients[k] = clipped(new SpearmansCorrelation().correlation(drawnX, drawnY));
        }
        return BootstrapInterval.percentiles(coefficients, options.level);
    }

    /** Permutes the ranks of y; means and variances stay, so the covariance decides. */
    private static double pValue(double[] x, double[] y, int permutations, SplittableRandom random) {
        double[] left = centredRanks(x);
        double[] right = centredRanks(y);
        double observed = Math.abs(dot(left, right));
        double scale = Math.sqrt(dot(left, left) * dot(right, right));
        long asLarge = 0;
        for (int k = 0; k < permutations; k++) {
            for (int i = right.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                double kept = right[i];
                right[i] = right[j];
                right[j] = kept;
            }
            if (Math.abs(dot(left, right)) >= observed - ROUNDING * scale) {
                asLarge++;
            }
        }
        return (1.0 + asLarge) / (1.0 + permutations);
    }

    private static double[] centredRanks(double[] values) {
        double[] ranks = new NaturalRanking().rank(values);
        double mean = (values.length + 1) / 2.0;
        return Arrays.stream(ranks).map(rank -> rank - mean).toArray();
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
