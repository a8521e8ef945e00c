package org.seprank.separation.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.separation.interaction.BootstrapInterval.Options;

class BootstrapIntervalTest {
    private static final Options OPTIONS = Options.withSeed(3).withReplicates(100);
    private static final Tolerance DOUBLES = Tolerance.doublePrecision();

    /** The rows and columns that a resample takes, by the same draws. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aResampleHasTheMeasuresOfTheGridWithRepeatedRowsAndColumns(long seed) {
        InteractionGrid grid = Grids.random(4 + (int) seed, 9, seed);
        SplittableRandom random = new SplittableRandom(seed);
        int[] rows = IntStream.range(0, grid.rows())
                .map(i -> random.nextInt(grid.rows()))
                .toArray();
        int[] columns = IntStream.range(0, 9).map(i -> random.nextInt(9)).toArray();
        InteractionMeasures expected = InteractionMeasures.of(Grids.picked(grid, rows, columns));
        InteractionMeasures found =
                Resample.everything(grid).drawn(new SplittableRandom(seed)).measures(DOUBLES);
        for (InteractionMeasure measure : InteractionMeasure.values()) {
            assertThat(measure.of(found)).as(measure.name()).isCloseTo(measure.of(expected), within(1e-12));
        }
        assertThat(found.raw().largest()).isCloseTo(expected.raw().largest(), within(1e-13));
    }

    @Test
    void theIntervalDependsOnTheSeedAlone() {
        InteractionGrid grid = Grids.random(20, 30, 1);
        Map<InteractionMeasure, BootstrapInterval> alone = BootstrapInterval.of(grid, DOUBLES, OPTIONS);
        assertThat(BootstrapInterval.of(grid, DOUBLES, OPTIONS)).isEqualTo(alone);
        assertThat(BootstrapInterval.of(grid, DOUBLES, Options.withSeed(4).withReplicates(100)))
                .isNotEqualTo(alone);
    }

    @Test
    void everyMeasureHasAnIntervalInItsOrder() {
        InteractionGrid grid = Grids.random(10, 10, 2);
        Map<InteractionMeasure, BootstrapInterval> intervals = BootstrapInterval.of(grid, DOUBLES, OPTIONS);
        assertThat(intervals.keySet()).containsExactly(InteractionMeasure.values());
        InteractionMeasures measures = InteractionMeasures.of(grid);
        intervals.forEach((measure, interval) -> {
            assertThat(interval.estimate()).isEqualTo(measure.of(measures));
            assertThat(interval.estimate()).isBetween(interval.lower(), interval.upper());
            assertThat(interval.lower()).isGreaterThanOrEqualTo(measure.least());
            assertThat(interval.upper()).isLessThanOrEqualTo(measure.greatest(10, 10) + 1e-12);
        });
    }

    /** The biased measures too: the interval of a grid is for the mean over grids drawn alike. */
    @ParameterizedTest
    @EnumSource(names = {"EFFECTIVE_RANK", "ENTROPY", "STABLE_RANK", "CENTRED_EFFECTIVE_RANK"})
    void theMeanOverGridsIsMostlyInTheInterval(InteractionMeasure measure) {
        List<BootstrapInterval> intervals = LongStream.range(0, 60)
                .mapToObj(seed -> {
                    double[] left =
                            new SplittableRandom(seed).doubles(24, -1, 1).toArray();
                    double[] right =
                            new SplittableRandom(seed + 1000).doubles(24, -1, 1).toArray();
                    InteractionGrid grid = Grids.of(24, 24, (a, b) -> Math.exp(2 * left[a] * right[b]));
                    return at(
                            BootstrapInterval.of(
                                    grid, DOUBLES, Options.withSeed(seed).withReplicates(60)),
                            measure);
                })
                .toList();
        double mean = intervals.stream()
                .mapToDouble(BootstrapInterval::estimate)
                .average()
                .orElseThrow();
        assertThat(intervals.stream().filter(i -> i.lower() <= mean && mean <= i.upper()))
                .hasSizeBetween(48, 60);
    }

    @Test
    void aProductHasNoSpread() {
        var g = Grids.noise(7);
        InteractionGrid grid = Grids.of(16, 16, (a, b) -> (2 + g.applyAsDouble(a)) * (3 + g.applyAsDouble(b + 50)));
        BootstrapInterval rank = at(BootstrapInterval.of(grid, DOUBLES, OPTIONS), InteractionMeasure.RANK);
        assertThat(rank).isEqualTo(new BootstrapInterval(1, 1, 1, 0));
    }

    @Test
    void theRankOfAGridOfFullRankIsBiasedByTheShareOfRepetitions() {
        BootstrapInterval rank =
                at(BootstrapInterval.of(Grids.random(60, 60, 3), DOUBLES, OPTIONS), InteractionMeasure.RANK);
        // the fewer of the different rows and the different columns, (1 - 1/e)·60 = 38 each on average
        assertThat(rank.estimate()).isEqualTo(60);
        assertThat(rank.bias()).isBetween(-26.0, -21.0);
        assertThat(rank.upper()).as("no rank is larger than the grid").isEqualTo(60);
    }

    @Test
    void aHigherLevelGivesAWiderInterval() {
        InteractionGrid grid = Grids.random(12, 12, 5);
        BootstrapInterval narrow = entropy(grid, 0.5);
        BootstrapInterval wide = entropy(grid, 0.99);
        assertThat(wide.lower()).isLessThan(narrow.lower());
        assertThat(wide.upper()).isGreaterThan(narrow.upper());
    }

    private static BootstrapInterval entropy(InteractionGrid grid, double level) {
        return at(BootstrapInterval.of(grid, DOUBLES, new Options(100, level, 3)), InteractionMeasure.ENTROPY);
    }

    /** Interaction of known share: independent signs with the variance of the two main effects together. */
    @Test
    void theShareOfInteractionIsMostlyInItsInterval() {
        int hits = 0;
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] left = random.doubles(40, -1, 1).toArray();
            double[] right = random.doubles(40, -1, 1).toArray();
            // E[x²] = 1/3: main effects 2/3, interaction 4·(1/3)² = 4/9, a share of 0.4
            InteractionGrid grid = Grids.of(40, 40, (a, b) -> left[a] + right[b] + 2 * left[a] * right[b]);
            BootstrapInterval interval = at(
                    BootstrapInterval.of(grid, DOUBLES, Options.withSeed(seed).withReplicates(60)),
                    InteractionMeasure.ENERGY_BEYOND_ADDITIVE);
            hits += interval.lower() <= 0.4 && 0.4 <= interval.upper() ? 1 : 0;
        }
        assertThat(hits).isBetween(32, 40);
    }

    @Test
    void percentilesAreInterpolated() {
        assertThat(BootstrapInterval.percentiles(new double[] {4, 1, 3, 0, 2}, 0.5))
                .containsExactly(1, 3);
        assertThat(BootstrapInterval.percentiles(new double[] {0, 1}, 0.5)).containsExactly(0.25, 0.75);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withReplicates(1))
                .withMessageContaining("replicates 1 ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(2, 1, 0))
                .withMessageContaining("level 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Options(2, Double.NaN, 0));
    }

    private static BootstrapInterval at(
            Map<InteractionMeasure, BootstrapInterval> intervals, InteractionMeasure measure) {
        return Objects.requireNonNull(intervals.get(measure));
    }
}
