package org.seprank.rewire.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.apache.commons.math3.linear.RealMatrix;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.TestGraphs;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class EffectiveResistanceTest {
    private static final Offset<Double> ROUNDING = within(1e-10);

    @Test
    void onAPathItIsTheDistance() {
        int n = 40;
        EffectiveResistance path = EffectiveResistance.exact(TestGraphs.grid(1, n));
        assertThat(path.between(3, 17)).isCloseTo(14, ROUNDING);
        assertThat(path.between(17, 0)).isCloseTo(17, ROUNDING);
        assertThat(path.between(5, 5)).isZero();
        assertThat(path.total()).isCloseTo(n * (n * n - 1) / 6.0, within(1e-7)); // Wiener index
    }

    @Test
    void onACycleBothWaysAreParallel() {
        int n = 15;
        EffectiveResistance cycle = EffectiveResistance.exact(TestGraphs.cycle(n));
        for (int k = 1; k < n; k++) {
            assertThat(cycle.between(4, (4 + k) % n)).isCloseTo(k * (n - k) / (double) n, ROUNDING);
        }
        assertThat(cycle.total()).isCloseTo((n * n * n - n) / 12.0, within(1e-8));
    }

    @Test
    void inACliqueItIsTwoOverN() {
        EffectiveResistance clique = EffectiveResistance.exact(TestGraphs.clique(9));
        assertThat(clique.between(2, 8)).isCloseTo(2.0 / 9, ROUNDING);
        assertThat(clique.total()).isCloseTo(8, ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void exactResistancesAreThoseOfThePseudoInverse(long seed) {
        Graph graph = seed == 1 ? TestGraphs.grid(6, 7) : weighted(seed, 25, 0.05 * seed);
        RealMatrix inverse = DenseOracle.pseudoInverse(DenseOracle.laplacian(graph));
        Components components = Components.of(graph);
        EffectiveResistance exact = EffectiveResistance.exact(graph);
        double total = 0;
        for (int u = 0; u < graph.vertexCount(); u++) {
            for (int v = 0; v < u; v++) {
                if (components.of(u) == components.of(v)) {
                    double expected = DenseOracle.resistance(inverse, u, v);
                    assertThat(exact.between(u, v)).as("%d %d", u, v).isCloseTo(expected, within(1e-8));
                    total += expected;
                } else {
                    assertThat(exact.between(u, v)).isInfinite();
                }
            }
        }
        assertThat(exact.total()).isCloseTo(total, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void weightedResistancesOfEdgesSumToTheSizeOfASpanningForest(long seed) {
        Graph graph = weighted(seed, 60, 0.03 * seed);
        double[] resistances = EffectiveResistance.exact(graph).ofEdges();
        double sum = 0;
        for (int e = 0; e < resistances.length; e++) {
            sum += graph.weight(e) * resistances[e];
        }
        int forest = graph.vertexCount() - Components.of(graph).count();
        assertThat(sum).isCloseTo(forest, within(1e-9));
    }

    /** The threads of a pool take blocks of rows of so large a matrix. */
    @Test
    void largeComponentsAreInvertedByThreads() {
        EffectiveResistance cycle = EffectiveResistance.exact(TestGraphs.cycle(400));
        assertThat(cycle.between(0, 200)).isCloseTo(100, within(1e-8));
        assertThat(cycle.between(7, 17)).isCloseTo(10 * 390 / 400.0, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void approximateResistancesScatterAroundTheExactOnes(long seed) {
        Graph graph = weighted(seed, 80, 0.06);
        double[] expected = EffectiveResistance.exact(graph).ofEdges();
        double[] found = approximate(graph, new ResistanceOptions(200, 1e-5, seed));
        double error = Math.sqrt(2.0 / Math.ceil(200 * Math.log(80)));
        double bias = 0;
        for (int e = 0; e < expected.length; e++) {
            assertThat(found[e]).as("edge %d", e).isCloseTo(expected[e], within(5 * error * expected[e]));
            bias += (found[e] / expected[e] - 1) / expected.length;
        }
        assertThat(bias).isCloseTo(0, within(error));
    }

    private static double[] approximate(Graph graph, ResistanceOptions options) {
        return ProjectedResistances.ofEdges(graph, options, Progress.none());
    }

    @Test
    void bridgesAreExactHoweverFewTheProjections() {
        Graph graph = TestGraphs.hubs(5, 300, 1, false);
        double[] few = approximate(graph, new ResistanceOptions(0.1, 1e-10, 3));
        assertThat(few).hasSize(299);
        assertThat(farthestFromOne(few)).isLessThan(1e-7);
    }

    @Test
    void longPathsAndGridsNeedFewSteps() {
        ResistanceOptions options = new ResistanceOptions(5, 1e-8, 1);
        double sum =
                Arrays.stream(approximate(TestGraphs.grid(40, 50), options)).sum();
        double error = Math.sqrt(2.0 / options.projections(2000));
        assertThat(sum).isCloseTo(1999, within(5 * error * Math.sqrt(1999)));
        double[] path = approximate(TestGraphs.grid(1, 30_000), new ResistanceOptions(0.1, 1e-10, 1));
        assertThat(farthestFromOne(path)).isLessThan(1e-4);
    }

    private static double farthestFromOne(double[] values) {
        return Arrays.stream(values).map(value -> Math.abs(value - 1)).max().orElseThrow();
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        Graph graph = TestGraphs.hubs(2, 400, 3, false);
        ResistanceOptions options = ResistanceOptions.seeded(7);
        double[] all = approximate(graph, options);
        double[] exact = EffectiveResistance.exact(graph).ofEdges();
        assertThat(Parallel.single().call(() -> approximate(graph, options))).isEqualTo(all);
        assertThat(Parallel.single().call(() -> EffectiveResistance.exact(graph).ofEdges()))
                .isEqualTo(exact);
    }

    @Test
    void graphsWithoutEdgesHaveNoResistances() {
        Graph empty = Graph.undirected(3, new int[0][]);
        assertThat(EffectiveResistance.exact(empty).ofEdges()).isEmpty();
        assertThat(EffectiveResistance.exact(empty).between(0, 2)).isInfinite();
        assertThat(approximate(empty, ResistanceOptions.seeded(1))).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EffectiveResistance.exact(Graph.directed(2, new int[][] {{0, 1}})))
                .withMessageContaining("directed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EffectiveResistance.exact(TestGraphs.cycle(4001)))
                .withMessageContaining("64 MB")
                .withMessageContaining("4000");
        assertThat(EffectiveResistance.isExactFeasible(TestGraphs.cycle(4001))).isFalse();
        assertThat(EffectiveResistance.isExactFeasible(TestGraphs.cycle(4000))).isTrue();
        GraphBuilder builder = GraphBuilder.over(2, false);
        builder.edge(0, 1, -2);
        Graph negative = builder.build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EffectiveResistance.exact(negative))
                .withMessageContaining("-2.0");
        ResistanceOptions many = new ResistanceOptions(10_000, 1e-5, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> approximate(Graph.undirected(100_000, new int[0][]), many))
                .withMessageContaining("MB");
        assertThatIllegalArgumentException().isThrownBy(() -> new ResistanceOptions(0, 1e-5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ResistanceOptions(8, 1e-13, 1));
    }

    @Test
    void cancellingStopsTheProjections() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> ProjectedResistances.ofEdges(
                        TestGraphs.cycle(5), ResistanceOptions.seeded(1), DenseOracle.CANCELLED));
    }

    /** Weights between 1/10 and 10. */
    static Graph weighted(long seed, int n, double probability) {
        SplittableRandom random = new SplittableRandom(seed);
        GraphBuilder builder = GraphBuilder.over(n, false);
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                if (random.nextDouble() < probability) {
                    builder.edge(u, v, Math.pow(10, 2 * random.nextDouble() - 1));
                }
            }
        }
        return builder.build();
    }
}
