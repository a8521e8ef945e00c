package org.seprank.study.interaction;

import java.util.Arrays;
import org.seprank.separation.interaction.Correlation;

/**
 * Spearman's correlation of a measure with the walk index over partitions; NaN where they are too few or all alike.
 *
 * @param measure its name
 * @param coefficient in -1..1
 * @param from lower end of its 95 % interval
 * @param to upper end
 * @param pValue by permutation
 * @param partitions how many
 */
public record RankCorrelation(
        String measure, double coefficient, double from, double to, double pValue, int partitions) {
    /**
     * Of numbers of partitions.
     *
     * @param logWalkIndices one per partition
     * @param values one per partition
     * @param seed of permutations and resamples
     */
    public static RankCorrelation of(String measure, double[] logWalkIndices, double[] values, long seed) {
        // only ranks count: a walk index of 0 is less than all others, whose logarithms are at least 0
        double[] walks =
                Arrays.stream(logWalkIndices).map(walk -> Math.max(-1, walk)).toArray();
        if (walks.length < Correlation.FEWEST_SAMPLES || constant(walks) || constant(values)) {
            return new RankCorrelation(measure, Double.NaN, Double.NaN, Double.NaN, Double.NaN, walks.length);
        }
        Correlation c = Correlation.spearman(walks, values, Correlation.Options.withSeed(seed));
        return new RankCorrelation(measure, c.coefficient(), c.lower(), c.upper(), c.pValue(), c.samples());
    }

    private static boolean constant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }
}
