package org.seprank.rewire.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.curvature.BalancedForman.Variant;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class BalancedFormanTest {
    private static final BalancedForman PAPER = new BalancedForman(Variant.PAPER);

    /** Two cliques of five vertices, joined by the edge 4-5. */
    static Graph barbell() {
        GraphBuilder builder = GraphBuilder.over(10, false);
        for (int u = 0; u < 10; u++) {
            for (int v = u + 1; v < 10; v++) {
                if (u / 5 == v / 5 || (u == 4 && v == 5)) {
                    builder.edge(u, v);
                }
            }
        }
        return builder.build();
    }

    static double at(BalancedForman curvature, Graph graph, int u, int v) {
        return curvature.of(graph, new int[] {graph.edgeBetween(u, v)})[0];
    }

    @Test
    void cyclesHaveTheValuesOfThePaper() {
        assertThat(PAPER.all(TestGraphs.cycle(3))).containsOnly(1.5);
        assertThat(PAPER.all(TestGraphs.cycle(4))).containsOnly(1);
        assertThat(PAPER.all(TestGraphs.cycle(5))).containsOnly(0);
        assertThat(PAPER.all(TestGraphs.cycle(9))).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 9})
    void cliquesHaveTheValueOfThePaper(int n) {
        for (double value : PAPER.all(TestGraphs.clique(n))) {
            assertThat(value).isCloseTo(n / (n - 1.0), within(1e-12));
        }
    }

    @Test
    void innerEdgesOfTheGridAreFlat() {
        assertThat(at(PAPER, TestGraphs.grid(6, 6), 14, 15)).isZero();
    }

    @Test
    void treesAreNegativeInsideAndZeroAtLeaves() {
        Graph graph = Graph.undirected(8, new int[][] {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {1, 5}, {1, 6}, {1, 7}});
        assertThat(at(PAPER, graph, 1, 0)).isEqualTo(4.0 / 4 - 2);
        assertThat(at(PAPER, graph, 0, 2)).isZero();
        assertThat(PAPER.all(TestGraphs.star(7))).containsOnly(0);
        assertThat(at(new BalancedForman(Variant.MATRIX), TestGraphs.star(7), 0, 1))
                .isCloseTo(2.0 / 7 + 8.0 / (7 * 7), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void everyEdgeOfTheBarbellHasItsValueAndTheBridgeIsLowest(Variant variant) {
        Graph graph = barbell();
        double[] values = new BalancedForman(variant).all(graph);
        int bridge = graph.edgeBetween(4, 5);
        assertThat(values).hasSize(21).doesNotContain(0);
        for (int e = 0; e < values.length; e++) {
            assertThat(values[e]).as("edge " + e).isGreaterThanOrEqualTo(e == bridge ? -2 : 0.5);
        }
        assertThat(values[bridge]).isEqualTo(variant == Variant.PAPER ? 0.4 + 0.4 - 2 : 0.4 + 0.4 - 2 + 10 / 25.0);
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void valuesAreThoseOfTheDefinition(Variant variant) {
        for (long seed = 0; seed < 60; seed++) {
            Graph graph = seed % 3 == 0 ? TestGraphs.hubs(seed, 25, 3, false) : TestGraphs.small(seed, false);
            double[] values = new BalancedForman(variant).all(graph);
            for (int e = 0; e < graph.edgeCount(); e++) {
                int u = graph.source(e);
                int v = graph.target(e);
                double expected = CurvatureOracle.of(graph).balancedForman(u, v, variant);
                assertThat(values[e]).as(seed + ": " + u + "-" + v).isCloseTo(expected, within(1e-12));
                assertThat(at(new BalancedForman(variant), graph, v, u)).isEqualTo(values[e]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void tablesOfBitsAndScansCountTheSame(Variant variant) {
        UndirectedRows rows = UndirectedRows.of(TestGraphs.hubs(5, 300, 6, false)); // hubs of more than 64 neighbours
        SquareTable bits = new SquareTable(rows, variant);
        SquareTable scans = new SquareTable(rows, variant, 0);
        bits.fill(Progress.none());
        scans.fill(Progress.none());
        for (int e = 0; e < rows.edgeNumbers(); e++) {
            assertThat(new int[] {bits.triangles(e), bits.sharp(e), bits.gamma(e)})
                    .containsExactly(scans.triangles(e), scans.sharp(e), scans.gamma(e));
        }
    }

    @Test
    void valuesDoNotDependOnThreads() throws Exception {
        Graph graph = TestGraphs.hubs(3, 400, 4, false);
        double[] here = PAPER.all(graph);
        for (int threads : new int[] {1, 3}) {
            assertThat(Parallel.of(threads).call(() -> PAPER.all(graph))).isEqualTo(here);
        }
    }

    @Test
    void emptyGraphsHaveNoValues() {
        assertThat(PAPER.all(GraphBuilder.over(0, false).build())).isEmpty();
        assertThat(PAPER.all(GraphBuilder.over(4, false).build())).isEmpty();
        Graph isolated = Graph.undirected(5, new int[][] {{0, 1}, {1, 2}});
        assertThat(PAPER.all(isolated)).containsExactly(0, 0);
    }

    @Test
    void directedGraphsAndMissingEdgesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAPER.all(TestGraphs.small(1, true)))
                .withMessageContaining("undirected");
    }
}
