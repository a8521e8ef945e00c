package org.seprank.rewire.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.rewire.score.ScoreSparsifier;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/** The metric and the ultrametric backbone. */
class DistanceBackboneTest {
    private static final EdgeScore METRIC = new MetricBackbone(EdgeLengths.DISTANCE);
    private static final EdgeScore ULTRAMETRIC = new UltrametricBackbone(EdgeLengths.DISTANCE);

    private static double[] scores(EdgeScore score, Graph graph) {
        return score.scores(graph, Progress.none());
    }

    private static EditList order(EdgeScore score, Graph graph) {
        return new ScoreSparsifier(score, RemovalRules.defaults()).sparsify(graph, Budget.all());
    }

    /** The example of the README of distanceclosure 0.5: vertices s, a .. g. */
    private static Graph example() {
        GraphBuilder builder = GraphBuilder.over(8, false);
        int[][] edges = {
            {0, 1, 8}, {0, 3, 6}, {0, 4, 5}, {1, 4, 2}, {1, 5, 1}, {2, 5, 6}, {3, 4, 3}, {3, 6, 9}, {4, 6, 4},
            {5, 7, 4}, {6, 7, 0}
        };
        for (int[] edge : edges) {
            builder.edge(edge[0], edge[1], edge[2]);
        }
        return builder.build();
    }

    @Test
    void thePublishedExampleHasNineMetricAndEightUltrametricEdges() {
        Graph graph = example();
        double[] metric = scores(METRIC, graph);
        assertThat(Arrays.stream(metric).filter(score -> score == 1).count()).isEqualTo(9);
        assertThat(1 / metric[graph.edgeBetween(0, 1)]).isCloseTo(8 / 7.0, within(1e-15));
        assertThat(1 / metric[graph.edgeBetween(3, 6)]).isCloseTo(9 / 7.0, within(1e-15));
        double[] ultrametric = scores(ULTRAMETRIC, graph);
        assertThat(Arrays.stream(ultrametric).filter(score -> score == 1).count())
                .isEqualTo(8);
        assertThat(ultrametric[graph.edgeBetween(0, 3)]).isEqualTo(5 / 6.0);
        assertThat(order(METRIC, graph).prefix(3))
                .containsExactly(Edit.remove(3, 6), Edit.remove(0, 1), Edit.remove(0, 3)); // 9/7, 8/7, longest
        assertThat(order(ULTRAMETRIC, graph).get(10)).isEqualTo(Edit.remove(6, 7)); // of length 0
    }

    /** Floyd and Warshall, for sums and for maxima. */
    private static double[][] closure(Graph graph, DoubleBinaryOperator joined) {
        int n = graph.vertexCount();
        double[][] distances = new double[n][n];
        for (double[] row : distances) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        for (int v = 0; v < n; v++) {
            distances[v][v] = 0;
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            distances[graph.source(e)][graph.target(e)] = graph.weight(e);
            if (!graph.directed()) {
                distances[graph.target(e)][graph.source(e)] = graph.weight(e);
            }
        }
        for (int k = 0; k < n; k++) {
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    double over = joined.applyAsDouble(distances[u][k], distances[k][v]);
                    distances[u][v] = Math.min(distances[u][v], over);
                }
            }
        }
        return distances;
    }

    private static double ratio(double distance, double weight) {
        return weight == 0 ? 1 : distance / weight;
    }

    @Test
    void scoresAreRatiosOfDistances() {
        for (int seed = 0; seed < 200; seed++) {
            for (boolean directed : new boolean[] {false, true}) {
                Graph graph = WeightedGraphs.whole(seed, directed);
                double[][] sums = closure(graph, Double::sum);
                double[] metric = scores(METRIC, graph);
                for (int e = 0; e < metric.length; e++) {
                    double distance = sums[graph.source(e)][graph.target(e)];
                    assertThat(metric[e]).as("seed %d", seed).isEqualTo(ratio(distance, graph.weight(e)));
                }
            }
            Graph graph = WeightedGraphs.whole(seed, false);
            double[][] maxima = closure(graph, Math::max);
            double[] ultrametric = scores(ULTRAMETRIC, graph);
            for (int e = 0; e < ultrametric.length; e++) {
                double distance = maxima[graph.source(e)][graph.target(e)];
                assertThat(ultrametric[e]).as("seed %d", seed).isEqualTo(ratio(distance, graph.weight(e)));
            }
        }
    }

    @Test
    void withoutTheEdgesOutsideNoDistanceChanges() {
        for (int seed = 0; seed < 60; seed++) {
            Graph graph = seed % 2 == 0 ? WeightedGraphs.whole(seed, false) : WeightedGraphs.positive(seed);
            assertThatClosuresStay(graph, scores(METRIC, graph), Double::sum);
            assertThatClosuresStay(graph, scores(ULTRAMETRIC, graph), Math::max);
            long backbone = Arrays.stream(scores(ULTRAMETRIC, graph))
                    .filter(score -> score == 1)
                    .count();
            assertThat(backbone)
                    .isGreaterThanOrEqualTo(
                            graph.vertexCount() - Components.of(graph).count());
        }
    }

    private static void assertThatClosuresStay(Graph graph, double[] scores, DoubleBinaryOperator joined) {
        BitSet outside = new BitSet();
        for (int e = 0; e < scores.length; e++) {
            outside.set(e, scores[e] < 1);
        }
        double[][] before = closure(graph, joined);
        double[][] after = closure(graph.without(outside), joined);
        for (int u = 0; u < before.length; u++) {
            for (int v = 0; v < before.length; v++) {
                assertThat(before[u][v] == after[u][v] || Math.abs(before[u][v] - after[u][v]) < 1e-12 * before[u][v])
                        .isTrue();
            }
        }
    }

    /** 0.1 + 0.7 is less than 0.8 in floating point. */
    @Test
    void roundingMakesNoDistortion() {
        GraphBuilder builder = GraphBuilder.over(3, false);
        builder.edge(0, 1, 0.1);
        builder.edge(1, 2, 0.7);
        builder.edge(0, 2, 0.8);
        Graph graph = builder.build();
        assertThat(0.1 + 0.7).isLessThan(0.8);
        assertThat(scores(METRIC, graph)).containsOnly(1);
        assertThat(scores(ULTRAMETRIC, graph)[1]).isEqualTo(0.7 / 0.8);
    }

    @Test
    void withoutWeightsAllEdgesAreInTheBackbone() {
        Graph graph = TestGraphs.hubs(3, 60, 3, false);
        assertThat(scores(METRIC, graph)).containsOnly(1);
        assertThat(scores(ULTRAMETRIC, graph)).containsOnly(1);
        assertThat(order(METRIC, graph).get(0)).isEqualTo(Edit.remove(graph.source(0), graph.target(0)));
        assertThat(scores(METRIC, TestGraphs.small(1, true))).containsOnly(1);
    }

    @Test
    void weightsMayBeStrengthsAndProximities() {
        GraphBuilder strengths = GraphBuilder.over(3, false);
        strengths.edge(0, 1, 0.5);
        strengths.edge(1, 2, 0.25);
        strengths.edge(0, 2, 0.1);
        Graph graph = strengths.build(); // lengths 2, 4, 10 or 1, 3, 9
        assertThat(scores(new MetricBackbone(EdgeLengths.INVERSE), graph)).containsExactly(1, 0.6, 1);
        assertThat(scores(new MetricBackbone(EdgeLengths.PROXIMITY), graph)).containsExactly(1, 4 / 9.0, 1);
        assertThat(scores(new UltrametricBackbone(EdgeLengths.INVERSE), graph)).containsExactly(1, 0.4, 1);
        assertThat(EdgeLengths.named("proximity")).isEqualTo(EdgeLengths.PROXIMITY);
        assertThat(EdgeLengths.words()).containsExactly("distance", "inverse", "proximity");
    }

    @Test
    void whatIsNoLengthIsRefused() {
        GraphBuilder builder = GraphBuilder.over(3, false);
        builder.edge(0, 1, 0);
        builder.edge(1, 2, 2);
        Graph graph = builder.build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores(new MetricBackbone(EdgeLengths.INVERSE), graph))
                .withMessageContaining("weight 0.0 of edge (0, 1) is no inverse");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores(new UltrametricBackbone(EdgeLengths.PROXIMITY), graph))
                .withMessageContaining("weight 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores(new UltrametricBackbone(EdgeLengths.DISTANCE), TestGraphs.small(1, true)))
                .withMessageContaining("undirected graphs only");
    }

    @Test
    void whatWouldTakeHoursIsRefusedWithAnEstimate() {
        int n = 250_000;
        SplittableRandom random = new SplittableRandom(1);
        GraphBuilder builder = GraphBuilder.over(n, false).expectEdges(3 * n);
        for (int i = 0; i < 3 * n; i++) {
            builder.edge(random.nextInt(n), random.nextInt(n), random.nextDouble());
        }
        Graph graph = builder.build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores(METRIC, graph))
                .withMessageContaining("steps")
                .withMessageContaining("minutes")
                .withMessageContaining("searches from");
        assertThat(Arrays.stream(scores(ULTRAMETRIC, graph)).filter(s -> s == 1).count())
                .isEqualTo(n - Components.of(graph).count()); // weights all differ
    }

    @Test
    void scoresDoNotDependOnThreads() {
        Graph graph = WeightedGraphs.weighted(TestGraphs.hubs(5, 400, 4, false), new SplittableRandom(2)::nextDouble);
        assertThat(Parallel.of(4).call(() -> scores(METRIC, graph)))
                .isEqualTo(Parallel.of(1).call(() -> scores(METRIC, graph)))
                .contains(1);
    }
}
