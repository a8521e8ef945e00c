package org.seprank.measure.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.oracle.SmallGraphs;
import org.seprank.work.Progress;

class RangeTest {
    private static Graph family(String text) {
        return GraphFamily.parse("family:" + text, 0);
    }

    private static RangeSummary summary(TargetMatrix matrix, Graph graph, VertexDistances distances, int... vertices) {
        IntFunction<double[]> rows = matrix.over(graph);
        List<VertexRange> ranges = new ArrayList<>();
        for (int u :
                vertices.length == 0 ? IntStream.range(0, graph.vertexCount()).toArray() : vertices) {
            ranges.add(VertexRange.of(rows.apply(u), distances.of(u)));
        }
        return RangeSummary.of(ranges, graph.vertexCount());
    }

    /** A mean over the vertices at distance k reaches k hops, wherever each vertex has some. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5})
    void theRangeOfADiracIsItsDistance(int k) {
        Graph cycle = family("cycle,n=12");
        RangeSummary summary = summary(new TargetMatrix.Dirac(k), cycle, VertexDistances.hops(cycle));
        assertThat(summary.range().value()).isCloseTo(k, within(1e-12));
        assertThat(summary.normalised().value()).isCloseTo(k, within(1e-12));
        assertThat(summary.pooled().value()).isCloseTo(k, within(1e-12));
        assertThat(summary.range().standardError()).isZero();
        double resistance = k * (12 - k) / 12.0;
        assertThat(summary(new TargetMatrix.Dirac(k), cycle, VertexDistances.resistances(cycle, 0, Progress.none()))
                        .range()
                        .value())
                .isCloseTo(resistance, within(1e-9));
    }

    /** Of 2k+1 vertices on the cycle two are at each distance 1..k. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void theRangeOfARectangleOnACycleIsKnown(int k) {
        Graph cycle = family("cycle,n=12");
        RangeSummary summary = summary(new TargetMatrix.Rectangle(k), cycle, VertexDistances.hops(cycle));
        assertThat(summary.normalised().value()).isCloseTo(k * (k + 1.0) / (2 * k + 1), within(1e-12));
    }

    /** In the middle of a grid 4 of 5 entries of a row of the normalised adjacency are at distance 1. */
    @Test
    void theRangeOfAStepInAGridIsKnown() {
        Graph grid = family("grid,rows=9,cols=9");
        RangeSummary middle = summary(new TargetMatrix.Power(1), grid, VertexDistances.hops(grid), 40);
        assertThat(middle.normalised().value()).isCloseTo(0.8, within(1e-12));
        assertThat(middle.range().samples()).isEqualTo(1);
    }

    /** Homogeneity in the distance and invariance of the normalised range to the size of the influence. */
    @Test
    void scaledInfluencesHaveScaledRanges() {
        double[] influence = {1, -2, 0, 3};
        double[] distances = {0, 1, 2, 5};
        VertexRange one = VertexRange.of(influence, distances);
        assertThat(one.weighted()).isEqualTo(17);
        assertThat(one.normalised()).isEqualTo(17.0 / 6);
        VertexRange doubled = VertexRange.of(new double[] {2, -4, 0, 6}, distances);
        assertThat(doubled.weighted()).isEqualTo(34);
        assertThat(doubled.normalised()).isEqualTo(one.normalised());
    }

    /** The published code gives them the distance 0 and so a smaller range. */
    @Test
    void influenceFromOtherComponentsHasNoDistance() {
        Graph apart = Graph.undirected(4, new int[][] {{0, 1}, {2, 3}});
        VertexDistances resistances = VertexDistances.resistances(apart, 0, Progress.none());
        VertexRange range = VertexRange.of(new double[] {0, 1, 3, 0}, resistances.of(0));
        assertThat(range.normalised()).isCloseTo(1, within(1e-12));
        assertThat(range.apart()).isEqualTo(3);
    }

    /** The published code counts 0 for them. */
    @Test
    void verticesWithoutInfluenceAreLeftOutOfTheMeanOfRatios() {
        Graph path = family("path,n=3");
        RangeSummary summary = summary(new TargetMatrix.Dirac(2), path, VertexDistances.hops(path));
        assertThat(summary.normalised().value()).isEqualTo(2);
        assertThat(summary.range().value()).isCloseTo(4.0 / 3, within(1e-12));
        assertThat(summary.silent()).isEqualTo(1);
    }

    @Test
    void directionsCountFromTheSourceOfTheInfluence() {
        Graph arcs = Graph.directed(3, new int[][] {{0, 1}, {1, 2}});
        assertThat(VertexDistances.hops(arcs).of(2)).containsExactly(2, 1, 0);
        assertThat(VertexDistances.hops(arcs).of(0))
                .containsExactly(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VertexDistances.resistances(arcs, 0, Progress.none()))
                .withMessageContaining("undirected");
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    /** By Floyd and Warshall's distances and the powers of a dense matrix. */
    @ParameterizedTest
    @MethodSource("seeds")
    void rangesAreThoseOfDenseMatrices(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        int n = graph.vertexCount();
        double[][] far = new double[n][n];
        double[][] step = new double[n][n];
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                boolean edge = u != v && graph.edgeBetween(u, v) >= 0;
                far[u][v] = u == v ? 0 : edge ? 1 : Double.POSITIVE_INFINITY;
                step[u][v] = edge || u == v
                        ? 1
                                / Math.sqrt((1.0 + graph.out().degree(u))
                                        * (1.0 + graph.out().degree(v)))
                        : 0;
            }
        }
        for (int k = 0; k < n; k++) {
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    far[u][v] = Math.min(far[u][v], far[u][k] + far[k][v]);
                }
            }
        }
        double sum = 0;
        double normalised = 0;
        for (int u = 0; u < n; u++) {
            double weighted = 0;
            double all = 0;
            for (int v = 0; v < n; v++) {
                double two = 0;
                for (int w = 0; w < n; w++) {
                    two += step[u][w] * step[w][v];
                }
                weighted += two > 0 ? two * far[u][v] : 0;
                all += two;
            }
            sum += weighted / n;
            normalised += weighted / all / n;
        }
        RangeSummary found = summary(new TargetMatrix.Power(2), graph, VertexDistances.hops(graph));
        assertThat(found.range().value()).isCloseTo(sum, within(1e-12));
        assertThat(found.normalised().value()).isCloseTo(normalised, within(1e-12));
    }

    @Test
    void projectedResistancesAreNearThoseOfALongPath() {
        Graph path = family("path,n=1200");
        VertexDistances projected = VertexDistances.resistances(path, 1, Progress.none());
        assertThat(projected.projections()).isPositive();
        double[] found = projected.of(600);
        double error = 0;
        for (int u = 0; u < 1200; u++) {
            error += u == 600 ? 0 : found[u] / Math.abs(u - 600) - 1;
        }
        assertThat(error / 1199).isCloseTo(0, within(0.3));
    }

    @Test
    void listedMatricesAddTheirEntriesUp() {
        Graph path = family("path,n=3");
        TargetMatrix listed = new TargetMatrix.Listed(
                "mine", List.of(new TargetMatrix.Entry(0, 2, 1), new TargetMatrix.Entry(0, 2, 2)));
        assertThat(listed.over(path).apply(0)).containsExactly(0, 0, 3);
        assertThat(new TargetMatrix.Transposed(listed).over(path).apply(2)).containsExactly(3, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TargetMatrix.Listed("mine", List.of(new TargetMatrix.Entry(3, 0, 1))).over(path))
                .withMessageContaining("entry (3, 0)");
    }

    @ParameterizedTest
    @CsvSource({"dirac", "dirac:x", "circle:2", "power:2:turned", "power:2:transposed:transposed"})
    void otherTasksAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetMatrix.parse(text))
                .withMessageContaining("'" + text + "'");
    }

    /** A sample's interval covers the mean of all in about 95 of 100 draws. */
    @Test
    void intervalsCoverTheMean() {
        double[] all = IntStream.range(0, 400).mapToDouble(i -> i * i % 97).toArray();
        double mean = Arrays.stream(all).average().orElseThrow();
        int covered = 0;
        for (int draw = 0; draw < 200; draw++) {
            SplittableRandom random = new SplittableRandom(draw);
            double[] some = random.ints(0, 400)
                    .distinct()
                    .limit(40)
                    .mapToDouble(i -> all[i])
                    .toArray();
            SampleMean found = SampleMean.of(some, 400);
            covered += found.lower() <= mean && mean <= found.upper() ? 1 : 0;
        }
        assertThat(covered).isBetween(180, 199);
    }
}
