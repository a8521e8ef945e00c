package org.seprank.rewire.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.seprank.rewire.spectral.EffectiveResistance;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/** What comes near effective resistance without a solver: counts in spanning trees, and degrees. */
class ResistanceProxyTest {
    private static double[] scores(EdgeScore score, Graph graph) {
        return score.scores(graph, Progress.none());
    }

    private static EditList order(EdgeScore score, Graph graph) {
        return new ScoreSparsifier(score, RemovalRules.defaults()).sparsify(graph, Budget.all());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void sharesOfTreesConvergeToWeightTimesResistance(long seed) {
        int trees = 20_000;
        Graph graph = WeightedGraphs.positive(seed);
        EffectiveResistance exact = EffectiveResistance.exact(graph);
        double[] shares = scores(new SpanningTrees(trees, seed), graph);
        for (int e = 0; e < shares.length; e++) {
            double expected = graph.weight(e) * exact.between(graph.source(e), graph.target(e));
            double error = Math.sqrt(Math.max(0, expected * (1 - expected)) / trees);
            assertThat(shares[e]).as("edge %d", e).isCloseTo(expected, within(5 * error + 1e-9));
        }
        int edges = graph.vertexCount() - Components.of(graph).count();
        assertThat(Arrays.stream(shares).sum()).isCloseTo(edges, within(1e-8));
    }

    /** Cayley's 16 trees on four vertices; chi squared of 15 degrees of freedom is above 45 once in 10^4. */
    @Test
    void treesAreUniform() {
        RandomWalk walk = RandomWalk.of(TestGraphs.clique(4));
        SplittableRandom random = new SplittableRandom(5);
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 16_000; i++) {
            int[] tree = walk.tree(random, Progress.none());
            Arrays.sort(tree);
            counts.merge(Arrays.toString(tree), 1, Integer::sum);
        }
        assertThat(counts).hasSize(16);
        assertThat(counts.values().stream()
                        .mapToDouble(c -> (c - 1000.0) * (c - 1000) / 1000)
                        .sum())
                .isLessThan(45);
    }

    @Test
    void treesSpanEveryComponent() {
        for (int seed = 0; seed < 30; seed++) {
            Graph graph = TestGraphs.small(seed, false);
            int[] tree = RandomWalk.of(graph).tree(new SplittableRandom(seed), Progress.none());
            GraphBuilder builder = GraphBuilder.over(graph.vertexCount(), false);
            for (int e : tree) {
                builder.edge(graph.source(e), graph.target(e));
            }
            Graph forest = builder.build();
            int components = Components.of(graph).count();
            assertThat(forest.edgeCount()).isEqualTo(graph.vertexCount() - components);
            assertThat(Components.of(forest).count()).isEqualTo(components);
        }
    }

    /** Two triangles joined by a bridge: with one tree four other edges have score 1 too, but the bridge goes last. */
    @Test
    void bridgesGoLast() {
        Graph graph = Graph.undirected(6, new int[][] {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}});
        for (int seed = 0; seed < 20; seed++) {
            double[] scores = scores(new SpanningTrees(1, seed), graph);
            assertThat(Arrays.stream(scores).filter(score -> score == 1).count())
                    .isEqualTo(5);
            assertThat(order(new SpanningTrees(1, seed), graph).get(6)).isEqualTo(Edit.remove(2, 3));
        }
    }

    /**
     * On few trees of a dense graph most scores are 0; between these the smaller bound of the resistance goes first.
     */
    @Test
    void equalSharesGoByTheBoundOfTheResistance() {
        Graph graph = TestGraphs.hubs(3, 40, 9, false);
        SpanningTrees trees = new SpanningTrees(2, 1);
        double[] scores = scores(trees, graph);
        EditList order = order(trees, graph);
        double last = 0;
        int zeros = 0;
        for (int i = 0; i < order.size(); i++) {
            int e = graph.edgeBetween(order.get(i).u(), order.get(i).v());
            if (scores[e] == 0) {
                double bound = 1.0 / graph.out().degree(graph.source(e))
                        + 1.0 / graph.out().degree(graph.target(e));
                assertThat(bound).isGreaterThanOrEqualTo(last);
                last = bound;
                assertThat(i).isEqualTo(zeros++);
            }
        }
        assertThat(zeros).isGreaterThan(graph.edgeCount() / 3);
    }

    @Test
    void treesDependOnTheSeedAndNotOnThreads() {
        Graph graph = TestGraphs.hubs(5, 200, 3, false);
        EdgeScore trees = new SpanningTrees(7, 1);
        assertThat(Parallel.of(4).call(() -> scores(trees, graph)))
                .isEqualTo(Parallel.of(1).call(() -> scores(trees, graph)))
                .isNotEqualTo(scores(new SpanningTrees(7, 2), graph));
    }

    @Test
    void longWalksCanBeStopped() {
        Progress stop = Progress.stoppedBy(() -> true);
        Graph path = WeightedGraphs.weighted(TestGraphs.cycle(20_000), () -> 1);
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> RandomWalk.of(path).tree(new SplittableRandom(1), stop));
    }

    @Test
    void whatIsNoConductorIsRefused() {
        GraphBuilder zero = GraphBuilder.over(2, false);
        zero.edge(0, 1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores(new SpanningTrees(1, 1), zero.build()))
                .withMessageContaining("weight 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpanningTrees(0, 1))
                .withMessageContaining("trees 0");
        for (EdgeScore score : new EdgeScore[] {new SpanningTrees(1, 1), new DegreeSampling(1)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scores(score, TestGraphs.small(1, true)))
                    .withMessageContaining("directed");
        }
    }

    /** A star with a path: the first draw takes an edge in proportion to 1/d_u + 1/d_v, and that edge goes last. */
    @Test
    void degreesDrawEdgesInProportion() {
        Graph graph = Graph.undirected(6, new int[][] {{0, 1}, {0, 2}, {0, 3}, {3, 4}, {4, 5}});
        double[] rates = new double[5];
        Arrays.setAll(
                rates,
                e -> 1.0 / graph.out().degree(graph.source(e))
                        + 1.0 / graph.out().degree(graph.target(e)));
        double total = Arrays.stream(rates).sum();
        int[] drawn = new int[5];
        int seeds = 20_000;
        for (int seed = 0; seed < seeds; seed++) {
            double[] scores = scores(new DegreeSampling(seed), graph);
            int first = 0;
            for (int e = 1; e < scores.length; e++) {
                first = scores[e] > scores[first] ? e : first;
            }
            drawn[first]++;
        }
        for (int e = 0; e < 5; e++) {
            double p = rates[e] / total;
            assertThat(drawn[e] / (double) seeds).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / seeds)));
        }
    }
}
