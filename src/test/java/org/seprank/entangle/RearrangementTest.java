package org.seprank.entangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.VertexSet;
import org.seprank.work.Progress;

class RearrangementTest {
    private static DataTable noise(int samples, int sites, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[samples][sites];
        for (double[] row : rows) {
            Arrays.setAll(row, n -> random.nextGaussian());
        }
        return SampledEntanglementTest.table(rows);
    }

    /** Every site is its left neighbour's, but for some noise. */
    private static DataTable local(int samples, int sites, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[samples][sites];
        for (double[] row : rows) {
            row[0] = random.nextGaussian();
            for (int n = 1; n < sites; n++) {
                row[n] = 0.8 * row[n - 1] + 0.6 * random.nextGaussian();
            }
        }
        return SampledEntanglementTest.table(rows);
    }

    /** On a grid every site is the mean of noise within two steps. */
    private static DataTable smooth(int samples, int side, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[samples][side * side];
        for (double[] row : rows) {
            double[] raw = new double[side * side];
            Arrays.setAll(raw, n -> random.nextGaussian());
            for (int n = 0; n < row.length; n++) {
                for (int k = 0; k < row.length; k++) {
                    int distance = Math.abs(n / side - k / side) + Math.abs(n % side - k % side);
                    row[n] += distance <= 2 ? raw[k] : 0;
                }
            }
        }
        return SampledEntanglementTest.table(rows);
    }

    private static List<Integer> shuffled(int sites, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, sites).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private static Rearrangement rearranged(DataTable table, SiteGrid grid) {
        return Rearrangement.of(
                Correlations.of(table, Progress.none()), grid, Rearrangement.Options.seeded(1), Progress.none());
    }

    /** The sum over all canonical partitions, straight from the definition. */
    private static double canonical(DataTable table, SiteGrid grid) {
        Correlations weights = Correlations.of(table, Progress.none());
        double sum = 0;
        for (int level = 1; level <= grid.levels(); level++) {
            List<VertexSet> sides = grid.canonical(level);
            for (VertexSet side : sides) {
                sum += weights.surrogate(side) * (sides.size() == 1 ? 2 : 1);
            }
        }
        return sum;
    }

    @Test
    void correlationsArePearsonsInAbsoluteValue() {
        DataTable table = SampledEntanglementTest.table(new double[][] {{1, -2, 5, 1}, {2, -4, 5, -1}, {3, -6, 5, 1}});
        Correlations weights = Correlations.of(table, Progress.none());
        assertThat(weights.between(0, 1)).isCloseTo(1, within(1e-12));
        assertThat(weights.between(0, 2)).isZero(); // constant
        assertThat(weights.between(0, 3)).isCloseTo(0, within(1e-12));
        assertThat(weights.between(3, 3)).isZero();
        assertThat(weights.surrogate(VertexSet.of(4, 0, 2))).isCloseTo(1, within(1e-12));
        DataTable pairs = DataTable.over(
                List.of("a", "b"),
                2,
                new double[][] {{1, -1, 2, 0}, {2, -2, 4, 1}, {3, -3, 6, 0}},
                DataTable.unlabelled(3));
        assertThat(Correlations.of(pairs, Progress.none()).between(0, 1)).isCloseTo(2, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void smallSplitsAreTheBest(long seed) {
        Correlations weights = Correlations.of(noise(6, 10, seed), Progress.none());
        int[] sites = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        int size = seed % 2 == 0 ? 5 : 3;
        double best = Double.POSITIVE_INFINITY;
        for (int mask = 0; mask < 1 << sites.length; mask++) {
            if (Integer.bitCount(mask) == size) {
                int chosen = mask;
                int[] side =
                        Arrays.stream(sites).filter(n -> (chosen >> n & 1) == 1).toArray();
                best = Math.min(best, weights.surrogate(VertexSet.of(sites.length, side)));
            }
        }
        int[] found = BalancedSplit.of(weights, sites, size, 10, new SplittableRandom(seed));
        assertThat(Arrays.stream(found).sorted().toArray()).isEqualTo(sites);
        assertThat(weights.surrogate(VertexSet.of(sites.length, Arrays.copyOf(found, size))))
                .isCloseTo(best, within(1e-9));
    }

    /** More sites than are swapped by the best pair: groups that belong together are found whole. */
    @Test
    void groupsOfManySitesAreKeptTogether() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] rows = new double[40][120];
        for (double[] row : rows) {
            double even = random.nextGaussian();
            double odd = random.nextGaussian();
            Arrays.setAll(row, n -> (n % 2 == 0 ? even : odd) + 0.5 * random.nextGaussian());
        }
        Correlations weights = Correlations.of(SampledEntanglementTest.table(rows), Progress.none());
        int[] sites = IntStream.range(0, 120).toArray();
        int[] found = BalancedSplit.of(weights, sites, 60, 2, random);
        assertThat(Arrays.stream(found, 0, 60).map(n -> n % 2).distinct().count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"16, 1", "32, 2", "64, 3", "27, 4"})
    void shuffledChainsAreOrderedAgain(int sites, long seed) {
        DataTable chain = local(400, sites, seed);
        DataTable shuffled = chain.rearranged(shuffled(sites, seed));
        SiteGrid line = SiteGrid.line(sites);
        Rearrangement found = rearranged(shuffled, line);
        assertThat(found.before()).isCloseTo(canonical(shuffled, line), within(1e-6));
        assertThat(found.after()).isCloseTo(canonical(shuffled.rearranged(found.order()), line), within(1e-6));
        double chains = canonical(chain, line);
        assertThat(found.after()).isLessThan(0.97 * found.before()).isLessThanOrEqualTo(1.02 * chains);
    }

    @Test
    void shuffledImagesAreOrderedAgain() {
        DataTable image = smooth(300, 8, 1);
        DataTable shuffled = image.rearranged(shuffled(64, 1));
        SiteGrid grid = new SiteGrid(List.of(8, 8));
        Rearrangement found = rearranged(shuffled, grid);
        double images = canonical(image, grid);
        assertThat(found.before()).isCloseTo(canonical(shuffled, grid), within(1e-6));
        assertThat(found.after()).isLessThan(0.9 * found.before()).isLessThanOrEqualTo(1.05 * images);
    }

    /** What rearranging is for: the entanglement across canonical partitions falls with its surrogate. */
    @Test
    void entanglementFallsWithItsSurrogate() {
        DataTable chain = local(300, 32, 7);
        DataTable shuffled = chain.rearranged(shuffled(32, 7));
        DataTable found =
                shuffled.rearranged(rearranged(shuffled, SiteGrid.line(32)).order());
        SampledEntanglement.Options options =
                SampledEntanglement.Options.seeded(0).withTheta(0.15).withBatches(300, 1);
        List<VertexSet> cuts = SiteGrid.line(32).canonical(2);
        assertThat(mean(found, options, cuts)).isLessThan(mean(shuffled, options, cuts));
    }

    private static double mean(DataTable table, SampledEntanglement.Options options, List<VertexSet> cuts) {
        return SampledEntanglement.over(table, options).of(cuts, Progress.none()).stream()
                .mapToDouble(one -> one.get(0).entropy())
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anOrderIsNeverWorseThanTheGivenOne(long seed) {
        DataTable table = noise(9, 13, seed);
        Rearrangement found = rearranged(table, SiteGrid.line(13));
        assertThat(found.after()).isLessThanOrEqualTo(found.before());
        assertThat(found.order())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 13).boxed().toList());
        assertThat(rearranged(table, SiteGrid.line(13))).isEqualTo(found);
    }

    @Test
    void aLineIsHalvedAgainAndAgain() {
        SiteGrid line = SiteGrid.line(8);
        assertThat(line.levels()).isEqualTo(3);
        assertThat(line.canonical(1)).containsExactly(VertexSet.range(8, 0, 3)); // the other half is its complement
        assertThat(line.canonical(2))
                .containsExactly(
                        VertexSet.range(8, 0, 1),
                        VertexSet.range(8, 2, 3),
                        VertexSet.range(8, 4, 5),
                        VertexSet.range(8, 6, 7));
        assertThat(SiteGrid.line(5).canonical(1)).containsExactly(VertexSet.of(5, 0, 1));
    }

    @Test
    void anImageIsCutIntoQuarters() {
        SiteGrid grid = new SiteGrid(List.of(2, 4));
        assertThat(grid.levels()).isEqualTo(1);
        assertThat(grid.canonical(1))
                .containsExactly(
                        VertexSet.of(8, 0, 1), VertexSet.of(8, 2, 3), VertexSet.of(8, 4, 5), VertexSet.of(8, 6, 7));
        assertThat(new SiteGrid(List.of(4, 4)).canonical(1).get(1)).isEqualTo(VertexSet.of(16, 2, 3, 6, 7));
        assertThatThrownBy(() -> grid.canonical(2)).hasMessageContaining("level 2 is not in 1..1");
        assertThatThrownBy(() -> new SiteGrid(List.of())).hasMessageContaining("axes");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Correlations weights = Correlations.of(noise(5, 6, 1), Progress.none());
        Rearrangement.Options options = Rearrangement.Options.seeded(1);
        assertThatThrownBy(() -> Rearrangement.of(weights, SiteGrid.line(7), options, Progress.none()))
                .hasMessageContaining("no place for 6 sites");
        assertThatThrownBy(() -> Rearrangement.of(weights, SiteGrid.line(6), options, Progress.stoppedBy(() -> true)))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> new Rearrangement.Options(0, 1, 1)).hasMessageContaining("starts 0");
        assertThatThrownBy(() -> new Rearrangement.Options(1, -1, 1)).hasMessageContaining("swaps per site -1");
        assertThatThrownBy(() -> noise(3, 4, 1).rearranged(List.of(0, 1, 1, 2))).hasMessageContaining("each once");
    }
}
