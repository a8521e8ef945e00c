package org.seprank.separation.interaction;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.seprank.work.Parallel;

/**
 * A bootstrap confidence interval for a measure of a grid: how much it owes to the samples that were drawn. Rows and
 * columns are resampled with replacement, independently of each other (the pigeonhole bootstrap of A. Owen, Ann. Appl.
 * Stat. 1, 2007, which for means is conservative: it overestimates the variance somewhat).
 *
 * <p>A resample repeats rows and columns, about 0.63 R of R are different. So the rank, the effective rank and the
 * entropy of resamples are biased downward, the rank of a grid of full rank always. {@link #bias} says by how much. A
 * percentile interval shares that bias and may lie below the estimate; a basic interval turns it round. For the
 * energies, shares of sums over all pairs, the bias is of order 1/R + 1/C. A numerical rank is a proven lower bound
 * without any interval; its interval is not one for the separation rank.
 *
 * @param estimate the measure of the grid itself
 * @param lower the lower end
 * @param upper the upper end
 * @param bias the mean over the resamples minus the estimate
 * @param options how the interval was computed
 */
public record BootstrapInterval(double estimate, double lower, double upper, double bias, Options options) {
    /** How the ends come from the quantiles of the resamples. */
    public enum Method {
        /** The quantiles {@code q(α/2), q(1-α/2)} themselves; stays in the range of the measure. */
        PERCENTILE,
        /**
         * {@code 2 estimate - q(1-α/2), 2 estimate - q(α/2)}, also called pivotal: corrects a constant bias; the ends
         * may leave the range of the measure.
         */
        BASIC
    }

    /**
     * How to compute an interval.
     *
     * @param replicates the number of resamples, in 2..{@value #MOST_REPLICATES}
     * @param level the confidence level 1-α, in (0, 1)
     * @param method how the ends come from the resamples
     * @param seed the seed of all resamples
     */
    public record Options(int replicates, double level, Method method, long seed) {
        /** The largest number of resamples. */
        public static final int MOST_REPLICATES = 1_000_000;

        /** Checks the ranges. */
        public Options {
            if (replicates < 2 || replicates > MOST_REPLICATES) {
                throw new IllegalArgumentException(
                        "number of bootstrap replicates " + replicates + " is not in 2.." + MOST_REPLICATES);
            }
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException("confidence level " + level + " is not in (0, 1)");
            }
        }

        /** 200 resamples, level 0.95, percentiles. */
        public static Options withSeed(long seed) {
            return new Options(200, 0.95, Method.PERCENTILE, seed);
        }

        /** The same with another number of resamples. */
        public Options withReplicates(int count) {
            return new Options(count, level, method, seed);
        }

        /** The same with another confidence level. */
        public Options withLevel(double confidence) {
            return new Options(replicates, confidence, method, seed);
        }

        /** The same with another method. */
        public Options withMethod(Method other) {
            return new Options(replicates, level, other, seed);
        }
    }

    /** The intervals of all measures of a grid, on the caller's thread. */
    public static Map<Measure, BootstrapInterval> of(InteractionGrid grid, Tolerance tolerance, Options options) {
        return of(grid, tolerance, options, Parallel.single());
    }

    /**
     * The intervals of all measures of a grid, on some threads; they make no difference to the answer. Resample number
     * k does not depend on how many there are. Time O(R·C·min(R, C)) per resample, about 15 ms on a core for R = C =
     * 256.
     */
    public static Map<Measure, BootstrapInterval> of(
            InteractionGrid grid, Tolerance tolerance, Options options, Parallel threads) {
        Resample whole = Resample.everything(grid);
        InteractionMeasures observed = whole.measures(tolerance);
        long[] seeds =
                new SplittableRandom(options.seed).longs(options.replicates).toArray();
        InteractionMeasures[] replicates = new InteractionMeasures[options.replicates];
        threads.each(
                replicates.length,
                k -> replicates[k] = whole.drawn(new SplittableRandom(seeds[k])).measures(tolerance));
        Map<Measure, BootstrapInterval> intervals = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            double[] values = Arrays.stream(replicates).mapToDouble(measure::of).toArray();
            intervals.put(measure, of(measure.of(observed), values, options));
        }
        return Collections.unmodifiableMap(intervals);
    }

    private static BootstrapInterval of(double estimate, double[] replicates, Options options) {
        double[] ends = percentiles(replicates, options.level);
        double bias = Arrays.stream(replicates).map(value -> value - estimate).sum() / replicates.length;
        return switch (options.method) {
            case PERCENTILE -> new BootstrapInterval(estimate, ends[0], ends[1], bias, options);
            case BASIC ->
                new BootstrapInterval(estimate, 2 * estimate - ends[1], 2 * estimate - ends[0], bias, options);
        };
    }

    /**
     * The central interval that holds this share of the values, ends interpolated (definition 7 of Hyndman and Fan).
     */
    static double[] percentiles(double[] values, double level) {
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        percentile.setData(values);
        return new double[] {percentile.evaluate(50 * (1 - level)), percentile.evaluate(50 * (1 + level))};
    }
}
