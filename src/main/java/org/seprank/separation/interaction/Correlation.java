package org.seprank.separation.interaction;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * The rank correlation of Spearman between two measured quantities, with a confidence interval and the p-value of a
 * permutation test. Ties get mean ranks. The interval is {@code tanh(artanh ρ ± z √(1.06/(n-3)))} (Fieller, Hartley and
 * Pearson, Biometrika 44, 1957): good for n of at least 10, few ties and |ρ| below 0.8. For |ρ| = 1 there is none, as
 * its length would be 0 however few the pairs.
 *
 * @param coefficient ρ, in -1..1
 * @param lower the lower end of the interval, in -1..1; NaN for |ρ| = 1
 * @param upper the upper end of the interval, in -1..1; NaN for |ρ| = 1
 * @param pValue the two-sided p-value, {@code (1 + #{|ρ of a permutation| >= |ρ|}) / (1 + permutations)}
 * @param samples the number n of pairs
 */
public record Correlation(double coefficient, double lower, double upper, double pValue, int samples) {
    /** The fewest pairs whose least p-value, 2/n! without ties, is below 0.05. */
    public static final int FEWEST_SAMPLES = 5;

    private static final double FIELLER = 1.06;
    private static final double ROUNDING = 1e-12;

    /**
     * How to compute a correlation.
     *
     * @param level the confidence level, in (0, 1)
     * @param draws the number of permutations, in 1..{@value #MOST_DRAWS}
     * @param seed the seed of the permutations
     */
    public record Options(double level, int draws, long seed) {
        /** The largest number of permutations. */
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

        /** Level 0.95, 10000 permutations. */
        public static Options withSeed(long seed) {
            return new Options(0.95, 10_000, seed);
        }
    }

    /**
     * Spearman's correlation. Time O(n log n + n·draws).
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
            throw new IllegalArgumentException(
                    x.length + " pairs are fewer than the " + FEWEST_SAMPLES + " that the test of a correlation needs");
        }
        check("x", x);
        check("y", y);
        double coefficient = clipped(new SpearmansCorrelation().correlation(x, y));
        SplittableRandom random = new SplittableRandom(options.seed);
        double pValue = pValue(centredRanks(x), centredRanks(y), options.draws, random.split());
        double[] ends = fisher(coefficient, x.length, options.level);
        return new Correlation(coefficient, ends[0], ends[1], pValue, x.length);
    }

    /**
     * Spearman's partial correlation: of what is left of the ranks of x and y once those of z are taken out by least
     * squares. The interval is the same with n - 4 for n - 3, the p-value is by permutation of what is left of y. Time
     * O(n log n + n·draws).
     *
     * @param z what is held fixed, length n, finite, not constant
     * @return none where z determines the ranks of x or of y
     * @throws IllegalArgumentException as for {@link #spearman}
     */
    public static Optional<Correlation> partialSpearman(double[] x, double[] y, double[] z, Options options) {
        if (x.length != y.length || x.length != z.length) {
            throw new IllegalArgumentException(
                    "x has " + x.length + " values, y has " + y.length + ", z has " + z.length);
        }
        if (x.length <= FEWEST_SAMPLES) {
            throw new IllegalArgumentException(x.length + " triples are fewer than the " + (FEWEST_SAMPLES + 1)
                    + " that the test of a partial correlation needs");
        }
        check("x", x);
        check("y", y);
        check("z", z);
        double[] left = without(z, centredRanks(x));
        double[] right = without(z, centredRanks(y));
        if (isConstant(left) || isConstant(right)) {
            return Optional.empty();
        }
        double coefficient = clipped(dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right)));
        double pValue = pValue(left, right, options.draws, new SplittableRandom(options.seed).split());
        double[] ends = fisher(coefficient, x.length - 1, options.level);
        return Optional.of(new Correlation(coefficient, ends[0], ends[1], pValue, x.length));
    }

    /** What is left of ranks without their part along those of z; zeros where that is rounding. */
    private static double[] without(double[] z, double[] ranks) {
        double[] fixed = centredRanks(z);
        double slope = dot(ranks, fixed) / dot(fixed, fixed);
        double[] left = new double[ranks.length];
        Arrays.setAll(left, i -> ranks[i] - slope * fixed[i]);
        return dot(left, left) <= ROUNDING * dot(ranks, ranks) ? new double[ranks.length] : left;
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
        if (1 - Math.abs(coefficient) < ROUNDING) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double quantile = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
        double half = quantile * Math.sqrt(FIELLER / (n - 3));
        double z = (Math.log1p(coefficient) - Math.log1p(-coefficient)) / 2; // artanh
        return new double[] {Math.tanh(z - half), Math.tanh(z + half)};
    }

    /** Permutes what is centred on the right; means and variances stay, so the covariance decides. */
    private static double pValue(double[] left, double[] right, int permutations, SplittableRandom random) {
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
