package org.seprank.rewire.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.io.GraphReader;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.curvature.OllivierRicci.Options;
import org.seprank.rewire.curvature.OllivierRicci.Shipment;
import org.seprank.work.Parallel;

class OllivierRicciTest {
    private static final OllivierRicci RICCI = OllivierRicci.of(Options.defaults());

    static double at(OllivierRicci curvature, Graph graph, int u, int v) {
        return curvature.of(graph, new int[] {graph.edgeBetween(u, v)})[0];
    }

    static List<Shipment> transport(Graph graph, int u, int v) {
        return RICCI.worker(UndirectedRows.of(graph)).plan(u, v);
    }

    @Test
    void closedForms() {
        assertThat(RICCI.all(TestGraphs.cycle(3))).containsOnly(0.5);
        assertThat(RICCI.all(TestGraphs.cycle(4))).containsOnly(0);
        assertThat(RICCI.all(TestGraphs.cycle(5))).containsOnly(0);
        assertThat(RICCI.all(TestGraphs.cycle(8))).containsOnly(0);
        assertThat(RICCI.all(TestGraphs.star(6))).containsOnly(0);
        assertThat(RICCI.all(TestGraphs.star(1))).containsOnly(0);
        assertThat(at(RICCI, TestGraphs.grid(6, 6), 14, 15)).isZero();
        assertThat(at(RICCI, BalancedFormanTest.barbell(), 5, 4)).isCloseTo(-1.2, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 9})
    void cliques(int n) {
        for (double value : RICCI.all(TestGraphs.clique(n))) {
            assertThat(value).isCloseTo((n - 2) / (n - 1.0), within(1e-12));
        }
    }

    @Test
    void treesHaveTheirFormula() {
        GraphBuilder builder = GraphBuilder.over(40, false);
        for (int v = 1; v < 40; v++) {
            builder.edge((v - 1) / 3, v);
        }
        Graph tree = builder.build();
        double[] values = RICCI.all(tree);
        for (int e = 0; e < values.length; e++) {
            double du = tree.out().degree(tree.source(e));
            double dv = tree.out().degree(tree.target(e));
            assertThat(values[e]).isCloseTo(-2 * Math.max(0, 1 - 1 / du - 1 / dv), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.3})
    void valuesAreThoseOfALinearProgram(double laziness) {
        OllivierRicci ricci = OllivierRicci.of(new Options(laziness, 1e12));
        for (long seed = 0; seed < 12; seed++) {
            Graph graph = seed % 4 == 0 ? TestGraphs.hubs(seed, 11, 2, false) : TestGraphs.small(seed, false);
            double[] values = ricci.all(graph);
            for (int e = 0; e < graph.edgeCount(); e++) {
                int u = graph.source(e);
                int v = graph.target(e);
                assertThat(values[e])
                        .as(seed + ": " + u + "-" + v)
                        .isCloseTo(CurvatureOracle.of(graph).ollivierRicci(u, v, laziness), within(4e-6));
                assertThat(at(ricci, graph, v, u)).isEqualTo(values[e]);
            }
        }
    }

    @Test
    void transportMovesOneMeasureToTheOtherAtTheCostThatTheCurvatureSays() {
        for (long seed = 0; seed < 20; seed++) {
            Graph graph = TestGraphs.hubs(seed, 30, 3, false);
            int u = seed % 2 == 0 ? graph.source(0) : graph.target(0);
            int v = seed % 2 == 0 ? graph.target(0) : graph.source(0);
            double[] moved = new double[30];
            double cost = 0;
            for (Shipment shipment : transport(graph, u, v)) {
                moved[shipment.from()] += shipment.mass();
                moved[shipment.to()] -= shipment.mass();
                cost += shipment.cost();
            }
            for (int x = 0; x < 30; x++) {
                double more =
                        graph.edgeBetween(u, x) < 0 ? 0 : 1.0 / graph.out().degree(u);
                double less =
                        graph.edgeBetween(v, x) < 0 ? 0 : 1.0 / graph.out().degree(v);
                assertThat(moved[x]).isCloseTo(more - less, within(1e-12));
            }
            assertThat(1 - cost).isCloseTo(at(RICCI, graph, u, v), within(1e-12));
        }
    }

    @Test
    void transportBackIsAsCheapAndGoesTheOtherWay() {
        Graph star = Graph.undirected(6, new int[][] {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}});
        assertThat(transport(star, 0, 3)).hasSize(5).allSatisfy(s -> {
            assertThat(s.to()).isZero();
            assertThat(s.distance()).isEqualTo(1);
        });
        assertThat(transport(star, 3, 0)).extracting(Shipment::to).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void transportOverABridgeShipsEverythingFar() {
        List<Shipment> plan = transport(BalancedFormanTest.barbell(), 4, 5);
        assertThat(plan.stream()
                        .filter(s -> s.distance() == 3)
                        .mapToDouble(Shipment::mass)
                        .sum())
                .isCloseTo(0.6, within(1e-12));
    }

    @Test
    void valuesDoNotDependOnThreads() throws Exception {
        Graph graph = TestGraphs.hubs(3, 150, 4, false);
        double[] here = RICCI.all(graph);
        for (int threads : new int[] {1, 3}) {
            assertThat(Parallel.of(threads).call(() -> RICCI.all(graph))).isEqualTo(here);
        }
    }

    @Test
    void tooMuchWorkIsRefusedWithAnEstimate() {
        Graph graph = TestGraphs.clique(5); // 10 edges, each 5 * 5 * sqrt(8)
        assertThat(OllivierRicci.steps(graph)).isCloseTo(10 * 25 * Math.sqrt(8), within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OllivierRicci.of(new Options(0, 700)).all(graph))
                .withMessageContaining("7.1e+02 steps")
                .withMessageContaining("limit is 7.0e+02");
        assertThat(OllivierRicci.of(new Options(0, 710)).all(graph)).hasSize(10);
    }

    @Test
    void aGraphOfDenseHubsIsRefused() throws Exception {
        Graph graph =
                GraphReader.read(Shared.file("data/heterophilous/tolokers.npz")).graph();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RICCI.all(graph))
                .withMessageContaining("519000 edges")
                .withMessageContaining("hours");
    }

    @Test
    void badSettingsAndDirectedGraphsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(1, 1e12))
                .withMessageContaining("0..1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RICCI.all(TestGraphs.small(1, true)))
                .withMessageContaining("undirected");
    }
}
