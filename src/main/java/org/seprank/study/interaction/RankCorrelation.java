package org.seprank.study.interaction;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.seprank.report.Value;
import org.seprank.report.number.Numbers;
import org.seprank.separation.interaction.Correlation;

/**
 * Spearman's correlation of a measure with the walk index over partitions; no numbers, but the reason, where the
 * partitions are too few or all alike.
 *
 * @param measure its name
 * @param coefficient in -1..1
 * @param from lower end of its 95 % interval; none where the coefficient is -1 or 1
 * @param to upper end
 * @param pValue by permutation
 * @param partitions how many
 */
public record RankCorrelation(String measure, Value coefficient, Value from, Value to, Value pValue, int partitions) {
    private static final String ALIKE = "all are equal";

    /**
     * Of numbers of partitions.
     *
     * @param logWalkIndices one per partition
     * @param values one per partition
     * @param seed of permutations and resamples
     */
    public static RankCorrelation of(String measure, double[] logWalkIndices, double[] values, long seed) {
        // only ranks count: a walk index of 0 is less than all others, whose logarithms are at least 0
        return between(
                measure,
                Arrays.stream(logWalkIndices).map(walk -> Math.max(-1, walk)).toArray(),
                values,
                seed);
    }

    /** Of finite numbers of partitions with others. */
    public static RankCorrelation between(String measure, double[] numbers, double[] values, long seed) {
        int n = numbers.length;
        if (n < Correlation.FEWEST_SAMPLES) {
            double least = Math.min(1, 2.0 / LongStream.rangeClosed(1, n).reduce(1, (a, b) -> a * b));
            return without(measure, "too few partitions (p >= " + Numbers.plain(least) + ")", n);
        }
        if (constant(numbers) || constant(values)) {
            return without(measure, ALIKE, n);
        }
        return of(measure, Correlation.spearman(numbers, values, Correlation.Options.withSeed(seed)));
    }

    /** The same among partitions alike in what is held fixed: Spearman's partial correlation. */
    public static RankCorrelation partial(
            String measure, double[] numbers, double[] values, double[] fixed, long seed) {
        int n = numbers.length;
        if (n <= Correlation.FEWEST_SAMPLES) {
            return without(measure, "too few partitions", n);
        }
        if (constant(numbers) || constant(values) || constant(fixed)) {
            return without(measure, ALIKE, n);
        }
        return Correlation.partialSpearman(numbers, values, fixed, Correlation.Options.withSeed(seed))
                .map(correlation -> of(measure, correlation))
                .orElseGet(() -> without(measure, "what is fixed decides", n));
    }

    private static RankCorrelation of(String measure, Correlation c) {
        return new RankCorrelation(
                measure, Value.of(c.coefficient()), end(c.lower()), end(c.upper()), Value.of(c.pValue()), c.samples());
    }

    private static RankCorrelation without(String measure, String reason, int partitions) {
        Value none = Value.missing(reason);
        return new RankCorrelation(measure, none, none, none, none.shown(reason), partitions);
    }

    private static Value end(double end) {
        return Double.isNaN(end) ? Value.missing("no interval for a coefficient of -1 or 1") : Value.of(end);
    }

    private static boolean constant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }
}
