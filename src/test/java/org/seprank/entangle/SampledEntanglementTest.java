package org.seprank.entangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.VertexSet;
import org.seprank.rank.Spectrum;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class SampledEntanglementTest {
    private static final SampledEntanglement.Options WHOLE =
            SampledEntanglement.Options.seeded(0).withBatches(SampledEntanglement.Options.LARGEST_BATCH, 1);

    static DataTable table(double[][] rows, double... labels) {
        List<String> sites =
                IntStream.range(0, rows[0].length).mapToObj(Integer::toString).toList();
        double[] all = labels.length == 0 ? DataTable.unlabelled(rows.length) : labels;
        return DataTable.over(sites, 1, rows, all);
    }

    private static CutEntanglement whole(DataTable table, double theta, int... side) {
        return SampledEntanglement.over(table, WHOLE.withTheta(theta))
                .of(List.of(VertexSet.of(table.sites().size(), side)), Progress.none())
                .get(0)
                .get(0);
    }

    private static double[][] corners() {
        double[][] rows = new double[16][4];
        for (int m = 0; m < 16; m++) {
            for (int n = 0; n < 4; n++) {
                rows[m][n] = (m >> n) & 1;
            }
        }
        return rows;
    }

    /** With theta 1/2 the values 0 and 1 are orthogonal. */
    @Test
    void twoOppositeCornersAreEntangledByLnTwo() {
        CutEntanglement found = whole(table(new double[][] {{0, 0, 0, 0}, {1, 1, 1, 1}}), 0.5, 0, 1);
        assertThat(found.entropy()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(found.geometric()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void allCornersAreNotEntangledNorIsTheirParity() {
        double[] parity = IntStream.range(0, 16)
                .mapToDouble(m -> Integer.bitCount(m) % 2 == 0 ? 1 : -1)
                .toArray();
        for (DataTable table : List.of(table(corners()), table(corners(), parity))) {
            for (int[] side : new int[][] {{0}, {0, 1}, {0, 2}, {1, 2, 3}}) {
                CutEntanglement found = whole(table, 0.5, side);
                assertThat(found.entropy()).isCloseTo(0, within(1e-12));
                assertThat(found.geometric()).isCloseTo(0, within(1e-6));
            }
        }
    }

    @Test
    void repeatedPairsAreEntangledByLnFourAcrossAndNotAlong() {
        double[][] rows = new double[4][];
        for (int m = 0; m < 4; m++) {
            rows[m] = new double[] {m & 1, m >> 1, m & 1, m >> 1};
        }
        CutEntanglement across = whole(table(rows), 0.5, 0, 1);
        assertThat(across.entropy()).isCloseTo(Math.log(4), within(1e-12));
        assertThat(across.geometric()).isCloseTo(Math.sqrt(0.75), within(1e-12));
        assertThat(whole(table(rows), 0.5, 0, 2).entropy()).isCloseTo(0, within(1e-12));
    }

    /**
     * NumPy 2.4.6: {@code r = numpy.random.default_rng(3); X = r.random((40, 6)); y =
     * numpy.sign(r.standard_normal(40))}, whose matricization across {0, 1, 2} for theta 0.085, formed and decomposed,
     * has the entropy 0.00473284434222.
     */
    @Test
    void aUniformTableHasTheEntropyThatNumpyFinds() throws IOException {
        List<double[]> rows = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        try (InputStream in = SampledEntanglementTest.class.getResourceAsStream("uniform-40x6.csv")) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines().skip(1).forEach(line -> {
                double[] all = Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                rows.add(Arrays.copyOf(all, 6));
                labels.add(all[6]);
            });
        }
        DataTable table = table(
                rows.toArray(double[][]::new),
                labels.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(whole(table, 0.085, 0, 1, 2).entropy()).isCloseTo(0.004732844342, within(1e-12));
    }

    private static DataTable random(int samples, int sites, int channels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[samples][];
        double[] labels = new double[samples];
        for (int m = 0; m < samples; m++) {
            rows[m] = random.doubles((long) sites * channels, -2, 2).toArray();
            labels[m] = random.nextDouble() - 0.3;
        }
        return DataTable.over(
                IntStream.range(0, sites).mapToObj(Integer::toString).toList(), channels, rows, labels);
    }

    /** The matricization itself, and its singular values. */
    private static Spectrum matricization(DataTable table, double theta, VertexSet side) {
        int first = side.size() * table.channels();
        int second = side.complement().size() * table.channels();
        double[][] sum = new double[1 << first][1 << second];
        for (int m = 0; m < table.samples(); m++) {
            double[] one = state(table, theta, m, side);
            double[] other = state(table, theta, m, side.complement());
            for (int i = 0; i < one.length; i++) {
                for (int j = 0; j < other.length; j++) {
                    sum[i][j] += table.label(m) * one[i] * other[j] / table.samples();
                }
            }
        }
        return Spectrum.of(sum);
    }

    private static double[] state(DataTable table, double theta, int m, VertexSet side) {
        double[] state = {1};
        for (int site : side.toArray()) {
            for (int c = 0; c < table.channels(); c++) {
                double angle = Math.PI * theta * table.value(m, site, c);
                double[] longer = new double[2 * state.length];
                for (int i = 0; i < state.length; i++) {
                    longer[2 * i] = state[i] * Math.cos(angle);
                    longer[2 * i + 1] = state[i] * Math.sin(angle);
                }
                state = longer;
            }
        }
        return state;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void gramMatricesTellWhatTheMatricizationDoes(long seed) {
        int channels = seed % 2 == 0 ? 2 : 1;
        DataTable table = random(seed < 4 ? 5 : 30, 5, channels, seed);
        double theta = 0.1 * seed;
        for (int[] sites : new int[][] {{0}, {1, 3}, {0, 2, 4}}) {
            VertexSet side = VertexSet.of(5, sites);
            CutEntanglement found = whole(table, theta, sites);
            double expected = matricization(table, theta, side).summary().entanglementEntropy();
            assertThat(found.entropy()).as(side.toString()).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void theTensorZeroHasNoEntanglement() {
        CutEntanglement found = whole(table(new double[][] {{0.3, 0.7}, {0.3, 0.7}}, 1, -1), 0.085, 0);
        assertThat(found.entropy()).isNaN();
        assertThat(found.geometric()).isNaN();
    }

    @Test
    void neitherTheOrderOfSamplesNorTheSideMatters() {
        DataTable table = random(20, 6, 1, 9);
        List<Integer> turned = List.of(5, 3, 1, 0, 2, 4);
        double expected = whole(table, 0.2, 0, 1).entropy();
        assertThat(whole(table, 0.2, 2, 3, 4, 5).entropy()).isCloseTo(expected, within(1e-10));
        assertThat(whole(table.rearranged(turned), 0.2, 2, 3).entropy()).isCloseTo(expected, within(1e-10));
        double[][] rows = new double[20][6];
        double[] labels = new double[20];
        for (int m = 0; m < 20; m++) {
            labels[m] = table.label(19 - m);
            for (int n = 0; n < 6; n++) {
                rows[m][n] = table.value(19 - m, n, 0);
            }
        }
        assertThat(whole(table(rows, labels), 0.2, 0, 1).entropy()).isCloseTo(expected, within(1e-10));
    }

    /** Published code looks at the first 503 of 2048 features of a side only. */
    @ParameterizedTest
    @ValueSource(ints = {0, 502, 503, 1024, 2047})
    void aSideOf2048FeaturesDependsOnAllOfThem(int feature) {
        double[][] rows = new double[2][4096];
        for (int n = 2048; n < 4096; n++) {
            rows[1][n] = 1; // the other sides of the samples differ
        }
        assertThat(whole(table(rows), 0.5, IntStream.range(0, 2048).toArray()).entropy())
                .isCloseTo(0, within(1e-12));
        rows[1][feature] = 1;
        assertThat(whole(table(rows), 0.5, IntStream.range(0, 2048).toArray()).entropy())
                .isCloseTo(Math.log(2), within(1e-12));
    }

    /** Products of thousands of factors below one half vanish in double precision, and change nothing. */
    @Test
    void productsThatVanishLeaveSamplesOrthogonal() {
        DataTable table = random(12, 6000, 1, 4);
        double[] ones = DataTable.unlabelled(12);
        double[][] rows = new double[12][6000];
        for (int m = 0; m < 12; m++) {
            for (int n = 0; n < 6000; n++) {
                rows[m][n] = table.value(m, n, 0);
            }
        }
        assertThat(whole(table(rows, ones), 0.5, IntStream.range(0, 3000).toArray())
                        .entropy())
                .isCloseTo(Math.log(12), within(1e-9));
    }

    @Test
    void batchesAreDrawnWithoutRepetitionAndTheSameForAllPartitionsAndThreads() {
        DataTable table = random(60, 4, 1, 2);
        List<VertexSet> sides = List.of(VertexSet.of(4, 0), VertexSet.of(4, 0, 1), VertexSet.of(4, 3));
        SampledEntanglement.Options options =
                SampledEntanglement.Options.seeded(7).withTheta(0.3).withBatches(20, 5);
        List<List<CutEntanglement>> all = Parallel.single()
                .call(() -> SampledEntanglement.over(table, options).of(sides, Progress.none()));
        assertThat(Parallel.of(3)
                        .call(() -> SampledEntanglement.over(table, options).of(sides, Progress.none())))
                .isEqualTo(all);
        assertThat(all).allSatisfy(one -> assertThat(one).hasSize(5).doesNotHaveDuplicates());
        assertThat(SampledEntanglement.over(table, options).of(sides.subList(1, 2), Progress.none()))
                .isEqualTo(all.subList(1, 2));
        assertThat(SampledEntanglement.over(table, options.withBatches(60, 5)).batches())
                .isEqualTo(1);
        double whole = whole(table, 0.3, 0, 1).entropy();
        double mean = all.get(1).stream()
                .mapToDouble(CutEntanglement::entropy)
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(whole, within(0.5 * whole + 0.1));
    }

    @Test
    void littleNoiseChangesLittle() {
        DataTable table = random(15, 5, 1, 3);
        SampledEntanglement.Options options = WHOLE.withTheta(0.2);
        List<VertexSet> side = List.of(VertexSet.of(5, 0, 1));
        double plain = SampledEntanglement.over(table, options)
                .of(side, Progress.none())
                .get(0)
                .get(0)
                .entropy();
        double noisy = SampledEntanglement.over(table, options.withNoise(1e-9))
                .of(side, Progress.none())
                .get(0)
                .get(0)
                .entropy();
        assertThat(noisy).isNotEqualTo(plain).isCloseTo(plain, within(1e-5));
        double loud = SampledEntanglement.over(table, options.withNoise(0.5))
                .of(side, Progress.none())
                .get(0)
                .get(0)
                .entropy();
        assertThat(loud).isNotCloseTo(plain, within(1e-4));
    }

    @Test
    void cancelledWorkHasNoAnswer() {
        SampledEntanglement sampled = SampledEntanglement.over(random(5, 4, 1, 3), WHOLE);
        assertThatThrownBy(() -> sampled.of(List.of(VertexSet.of(4, 0)), Progress.stoppedBy(() -> true)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        SampledEntanglement.Options options = SampledEntanglement.Options.seeded(0);
        assertThatThrownBy(() -> options.withTheta(0)).hasMessageContaining("theta 0.0");
        assertThatThrownBy(() -> options.withBatches(0, 1)).hasMessageContaining("batch 0 is not in 1..8192");
        assertThatThrownBy(() -> options.withBatches(1, 0)).hasMessageContaining("batches 0 is not in 1..1000");
        assertThatThrownBy(() -> options.withNoise(-1)).hasMessageContaining("noise -1.0");
        SampledEntanglement sampled = SampledEntanglement.over(random(5, 4, 1, 3), options);
        assertThatThrownBy(() -> sampled.of(List.of(VertexSet.all(4)), Progress.none()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DataTable.over(List.of("a", "a"), 1, new double[][] {{1, 2}}, new double[] {1}))
                .hasMessageContaining("different names");
        assertThatThrownBy(() -> table(new double[][] {{1, Double.NaN}})).hasMessageContaining("finite");
    }
}
