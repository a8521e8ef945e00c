package org.seprank.gnn.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.gnn.kernel.Workers;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.curvature.JostLiu;

class EdgeDroppingTest {
    private static GraphBatch batch(Graph graph) {
        return GraphBatch.of(graph, FeatureMatrix.constant(graph.vertexCount(), 1));
    }

    private static EdgeDropping byCurvature(double rate) {
        return new EdgeDropping(rate, EdgeDropping.By.CURVATURE);
    }

    /** In proportion to the curvatures of the graph, and on average the rate. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void ratesAreInProportionToTheCurvature(long seed) {
        Graph graph = TestGraphs.random(seed, 30, 2, 0.25, false);
        double[] rates = byCurvature(0.2).rates(batch(graph));
        double[] curvatures = JostLiu.all(graph);
        assertThat(Arrays.stream(rates).average().orElseThrow()).isCloseTo(0.2, within(1e-12));
        double factor = rates[0] / (curvatures[0] + 2);
        for (int e = 0; e < rates.length; e++) {
            assertThat(rates[e]).isCloseTo(factor * (curvatures[e] + 2), within(1e-12));
        }
    }

    @Test
    void noEdgeIsGoneForEverAndTheOthersMakeUpForIt() {
        double[] rates = byCurvature(0.6).inProportion(new double[] {1, 1, 0.5, 0.1, 0.1});
        assertThat(rates[0]).isEqualTo(0.99);
        assertThat(Arrays.stream(rates).average().orElseThrow()).isCloseTo(0.6, within(1e-12));
        assertThat(rates[2]).isCloseTo(5 * rates[3], within(1e-12));
        assertThat(byCurvature(0.9).inProportion(new double[] {1, 0, 0})).containsExactly(0.99, 0, 0);
        assertThat(byCurvature(0.9).inProportion(new double[] {0, 0})).containsExactly(0, 0);
    }

    /** Two cliques of five and an edge between them. */
    @Test
    void bottlenecksStayMoreOftenThanEdgesOfCliques() {
        Graph cliques = TestGraphs.clique(5);
        int[][] edges = new int[2 * cliques.edgeCount() + 1][];
        for (int e = 0; e < cliques.edgeCount(); e++) {
            edges[e] = new int[] {cliques.source(e), cliques.target(e)};
            edges[cliques.edgeCount() + e] = new int[] {5 + cliques.source(e), 5 + cliques.target(e)};
        }
        edges[edges.length - 1] = new int[] {0, 5};
        Graph graph = Graph.undirected(10, edges);
        int bridge = graph.edgeBetween(0, 5);
        int inside = graph.edgeBetween(1, 2);
        GraphBatch batch = batch(graph);
        double[] rates = byCurvature(0.4).rates(batch);
        int[] dropped = new int[rates.length];
        for (int seed = 0; seed < 3000; seed++) {
            boolean[] there = new boolean[rates.length];
            for (int e : batch.dropEdges(rates, seed).neighbours().edges()) {
                there[e] = true;
            }
            for (int e = 0; e < there.length; e++) {
                dropped[e] += there[e] ? 0 : 1;
            }
        }
        assertThat(rates[bridge]).isLessThan(rates[inside] / 2);
        for (int e = 0; e < rates.length; e++) {
            assertThat(dropped[e] / 3000.0).isCloseTo(rates[e], within(0.04));
        }
    }

    @Test
    void trainingDropsAndEvaluationSeesTheWholeGraph() {
        int[] iteration = {0};
        GraphBatch whole = batch(TestGraphs.random(1, 40, 0, 0.3, false));
        GraphContext context = GraphContext.of(Workers.single(), byCurvature(0.3), 5, () -> iteration[0]);
        context.bind(whole);
        assertThat(context.batch(false)).isSameAs(whole);
        GraphBatch first = context.batch(true);
        assertThat(first.neighbours().entryCount())
                .isLessThan(whole.neighbours().entryCount());
        assertThat(context.batch(true)).isSameAs(first);
        assertThat(context.batch(false)).isSameAs(whole);
        iteration[0] = 1;
        assertThat(context.batch(true).neighbours().indices())
                .isNotEqualTo(first.neighbours().indices());
        GraphContext again = GraphContext.of(Workers.single(), byCurvature(0.3), 5, () -> 0);
        again.bind(whole);
        assertThat(again.batch(true).neighbours().indices())
                .isEqualTo(first.neighbours().indices());
        GraphContext other = GraphContext.of(Workers.single(), byCurvature(0.3), 6, () -> 0);
        other.bind(whole);
        assertThat(other.batch(true).neighbours().indices())
                .isNotEqualTo(first.neighbours().indices());
    }

    /** Another batch with as many edges has rates of its own. */
    @Test
    void ratesAreThoseOfTheBatchThatIsBound() {
        Graph star = TestGraphs.star(6);
        Graph cliqueAndTwo = Graph.undirected(7, new int[][] {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {4, 5}, {5, 6}});
        GraphContext context = GraphContext.of(Workers.single(), byCurvature(0.5), 1, () -> 3);
        context.bind(batch(star));
        context.batch(true);
        context.bind(batch(cliqueAndTwo));
        GraphContext fresh = GraphContext.of(Workers.single(), byCurvature(0.5), 1, () -> 3);
        fresh.bind(batch(cliqueAndTwo));
        assertThat(context.batch(true).neighbours().indices())
                .isEqualTo(fresh.batch(true).neighbours().indices());
    }

    @Test
    void curvaturesOfPackedGraphsAreTheirOwn() {
        Graph one = TestGraphs.random(2, 12, 0, 0.4, false);
        Graph two = TestGraphs.random(3, 9, 1, 0.4, false);
        double[] packed = byCurvature(0.1).rates(GraphBatch.pack(List.of(batch(one), batch(two))));
        double[] first = byCurvature(0.1).rates(batch(one));
        for (int e = 1; e < first.length; e++) {
            assertThat(packed[e] / packed[0]).isCloseTo(first[e] / first[0], within(1e-9));
        }
        assertThat(packed).hasSize(one.edgeCount() + two.edgeCount());
    }

    @Test
    void directedGraphsAreRefusedInALine() {
        GraphBatch directed = batch(TestGraphs.random(1, 10, 0, 0.3, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byCurvature(0.2).rates(directed))
                .withMessageContaining("--drop-edge-by");
        assertThat(new EdgeDropping(0.2, EdgeDropping.By.UNIFORM).rates(directed))
                .hasSize(directed.edgeCount())
                .containsOnly(0.2);
    }
}
