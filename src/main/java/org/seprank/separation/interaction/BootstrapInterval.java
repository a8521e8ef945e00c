package org.seprank.separation.interaction;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * A bootstrap confidence interval for a measure of a grid: how much it owes to the samples that were drawn. Rows and
 * columns are resampled with replacement, independently of each other (the pigeonhole bootstrap of A. Owen, Ann. Appl.
 * Stat. 1, 2007, which for means is conservative: it overestimates the variance somewhat).
 *
 * <p>A resample repeats rows and columns, about 0.63 R of R are different. So the rank, the effective rank and the
 * entropy of resamples are biased downward, the rank of a grid of full rank always, and neither the percentile interval
 * nor the basic one need hold the estimate. The interval here takes that bias out: it reflects the deviations of the
 * resamples from their median m about the estimate θ, {@code θ - (q(1-α/2) - m) .. θ - (q(α/2) - m)}, cut to the range
 * of the measure. It always holds θ, and is an interval for what the measure is on average over grids of as many
 * samples. {@link #bias} says how far resamples were off. A numerical rank is a proven lower bound without any
 * interval; its interval is not one for the separation rank.
 *
 * @param estimate the measure of the grid itself
 * @param lower the lower end, at most the estimate and in the range of the measure
 * @param upper the upper end, at least the estimate and in the range of the measure
 * @param bias the mean over the resamples minus the estimate
 */
public record BootstrapInterval(double estimate, double lower, double upper, double bias) {
    /**
     * How to compute an interval.
     *
     * @param replicates the number of resamples, in 2..{@value #MOST_REPLICATES}
     * @param level the confidence level 1-α, in (0, 1)
     * @param seed the seed of all resamples
     */
    public record Options(int replicates, double level, long seed) {
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

        /** 200 resamples, level 0.95. */
        public static Options withSeed(long seed) {
            return new Options(200, 0.95, seed);
        }

        /** The same with another number of resamples. */
        public Options withReplicates(int count) {
            return new Options(count, level, seed);
        }
    }

    /**
     * The intervals of all measures of a grid. Resample number k does not depend on how many there are. Time
     * O(R·C·min(R, C)) per resample, about 15 ms for R = C = 256.
     */
    public static Map<InteractionMeasure, BootstrapInterval> of(
            InteractionGrid grid, Tolerance tolerance, Options options) {
        Resample whole = Resample.everything(grid);
        InteractionMeasures observed = whole.measures(tolerance);
        long[] seeds =
                new SplittableRandom(options.seed).longs(options.replicates).toArray();
        InteractionMeasures[] replicates = new InteractionMeasures[options.replicates];
        Arrays.setAll(
                replicates, k -> whole.drawn(new SplittableRandom(seeds[k])).measures(tolerance));
        Map<InteractionMeasure, BootstrapInterval> intervals = new EnumMap<>(InteractionMeasure.class);
        for (InteractionMeasure measure : InteractionMeasure.values()) {
            double[] values = Arrays.stream(replicates).mapToDouble(measure::of).toArray();
            BootstrapInterval free = of(measure.of(observed), values, options);
            intervals.put(measure, free.cut(measure.least(), measure.greatest(grid.rows(), grid.columns())));
        }
        return Collections.unmodifiableMap(intervals);
    }

    private static BootstrapInterval of(double estimate, double[] replicates, Options options) {
        double[] ends = percentiles(replicates, options.level);
        double median = percentiles(replicates, 0)[0];
        double bias = Arrays.stream(replicates).map(value -> value - estimate).sum() / replicates.length;
        return new BootstrapInterval(estimate, estimate - (ends[1] - median), estimate - (ends[0] - median), bias);
    }

    /** Cut to a range, but never past the estimate, whose own rounding may have left the range. */
    private BootstrapInterval cut(double least, double greatest) {
        return new BootstrapInterval(
                estimate,
                Math.min(estimate, Math.max(least, lower)),
                Math.max(estimate, Math.min(greatest, upper)),
                bias);
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
