package org.seprank.rewire.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.exchange.RandomAddition;
import org.seprank.work.Progress;

/** The methods that add edges for the sake of the spectral gap. */
class SpectralAdditionsTest {
    static List<Rewirer> methods() {
        return List.of(
                FirstOrderSpectralRewirer.converged(5),
                new ProxyAdd(1, 5),
                new ProxyAdd(4, 5),
                new TotalResistanceRewirer());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void editsAreNewEdgesOfRelationOneAndPrefixesOfEachOther(Rewirer method) {
        Graph graph = TestGraphs.random(8, 20, 3, 0.2, false);
        EditList long30 = method.rewire(graph, 30, Progress.none());
        assertThat(long30.size()).isEqualTo(30);
        assertThat(long30.additionCount()).isEqualTo(30);
        Graph after = long30.applyTo(graph);
        assertThat(after.edgeCount()).isEqualTo(graph.edgeCount() + 30);
        assertThat(after.vertexCount()).isEqualTo(23);
        for (int i = 0; i < 30; i++) {
            assertThat(long30.relation(i)).isOne();
            assertThat(long30.weight(i)).isOne();
        }
        assertThat(method.rewire(graph, 13, Progress.none())).isEqualTo(long30.prefix(13));
        assertThat(method.rewire(graph, 0, Progress.none()).size()).isZero();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whatCannotBeDoneIsRefusedOrLeftOut(Rewirer method) {
        Graph arc = Graph.directed(3, new int[][] {{0, 1}, {1, 2}});
        assertThatIllegalArgumentException().isThrownBy(() -> method.rewire(arc, 1, Progress.none()));
        Graph path = TestGraphs.grid(1, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.rewire(path, -1, Progress.none()))
                .withMessageContaining("-1");
        assertThat(method.rewire(path, 100, Progress.none()).applyTo(path).edgeCount())
                .isEqualTo(6);
        assertThat(method.rewire(path, 2, DenseOracle.CANCELLED).size()).isZero();
        assertThat(method.rewire(Graph.undirected(1, new int[0][]), 2, Progress.none())
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void theSearchFindsTheBestOfAllPairs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ChangingGraph graph =
                ChangingGraph.of(TestGraphs.random(seed, 4 + (int) seed, (int) seed % 3, 0.1 + 0.045 * seed, false));
        for (double shift : new double[] {0, 0.5, -2}) {
            for (double gap : new double[] {0, 0.3, 1}) {
                double[] y = random.doubles(graph.vertexCount(), -0.5, 0.5)
                        .map(x -> x + shift)
                        .toArray();
                assertBest(graph, y, (yu, yv) -> -yu * yv);
                assertBest(graph, y, (yu, yv) -> ProxyAdd.gain(gap, yu, yv));
            }
        }
    }

    private static void assertBest(ChangingGraph graph, double[] y, BestNonEdge.Gain gain) {
        double best = Double.NEGATIVE_INFINITY;
        for (int u = 0; u < y.length; u++) {
            for (int v = 0; v < u; v++) {
                if (!graph.contains(u, v)) {
                    best = Math.max(best, gain.of(y[u], y[v]));
                }
            }
        }
        Edge found = BestNonEdge.of(graph, y, gain).orElseThrow().edge();
        assertThat(graph.contains(found.u(), found.v())).isFalse();
        assertThat(found.u()).isLessThan(found.v());
        assertThat(gain.of(y[found.u()], y[found.v()])).isCloseTo(best, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void firstOrderEdgesRaiseTheGapToFirstOrder(long seed) {
        Graph graph = TestGraphs.random(seed, 40, 2, 0.12, false);
        ChangingGraph live = ChangingGraph.of(graph);
        var iteration = new FirstOrderSpectralRewirer.Iteration(live, seed, 0);
        EditList rewiring = FirstOrderSpectralRewirer.converged(seed).rewire(graph, 20, Progress.none());
        for (Edit edit : rewiring) {
            double[] y = iteration.scaled();
            assertThat(y).doesNotContain(Double.NaN);
            assertThat(y[edit.u()] * y[edit.v()]).isNegative();
            assertBest(live, y, (yu, yv) -> -yu * yv);
            assertThat(iteration.next().map(Addition::edge)).contains(new Edge(edit.u(), edit.v()));
        }
    }

    /** Eight edges on the karate club; after five steps of iteration the gap is below that of random additions. */
    @Test
    void theEigenvectorRaisesTheGapMoreThanChance() {
        Graph karate = GraphFamily.parse("family:karate", 0);
        double chance = LongStream.range(0, 40)
                .mapToDouble(seed -> gap(karate, new RandomAddition(seed)))
                .max()
                .orElseThrow();
        for (long seed = 0; seed < 5; seed++) {
            double converged = gap(karate, FirstOrderSpectralRewirer.converged(seed));
            assertThat(converged).isCloseTo(0.3138, within(1e-4)).isGreaterThan(chance);
            assertThat(gap(karate, new FirstOrderSpectralRewirer(seed, 5))).isLessThan(converged);
        }
    }

    private static double gap(Graph graph, Rewirer method) {
        return SpectralGap.of(method.rewire(graph, 8, Progress.none()).applyTo(graph), 1)
                .value();
    }

    @Test
    void firstOrderEdgesJoinTheEndsOfABarbell() {
        Graph barbell = Graph.undirected(8, new int[][] {
            {0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 5}, {4, 6}, {4, 7}, {5, 6}, {5, 7}, {6, 7}
        });
        Rewirer method = FirstOrderSpectralRewirer.converged(1);
        double gap = SpectralGap.of(barbell, 1).value();
        for (int count = 1; count < 5; count++) {
            EditList rewiring = method.rewire(barbell, count, Progress.none());
            Edit last = rewiring.get(count - 1);
            assertThat(last.u()).isLessThan(4);
            assertThat(last.v()).isGreaterThan(3);
            double raised = SpectralGap.of(rewiring.applyTo(barbell), 1).value();
            assertThat(raised).isGreaterThan(gap);
            gap = raised;
        }
    }

    @Test
    void isolatedVerticesDisturbNothing() {
        Graph connected = TestGraphs.random(4, 20, 0, 0.25, false);
        Graph isolated = TestGraphs.random(4, 20, 5, 0.25, false);
        for (Rewirer method : methods()) {
            assertThat(method.rewire(isolated, 10, Progress.none()))
                    .isEqualTo(method.rewire(connected, 10, Progress.none()));
        }
        Graph empty = Graph.undirected(4, new int[0][]);
        assertThat(FirstOrderSpectralRewirer.converged(1)
                        .rewire(empty, 9, Progress.none())
                        .size())
                .isEqualTo(6);
        assertThat(new ProxyAdd(1, 1).rewire(empty, 9, Progress.none()).size()).isEqualTo(6);
    }

    @Test
    void proxyAddJoinsComponentsFirst() {
        Graph two = Graph.undirected(6, new int[][] {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}});
        EditList one = new ProxyAdd(1, 7).rewire(two, 1, Progress.none());
        Edit edit = one.get(0);
        assertThat(edit.u()).isLessThan(3);
        assertThat(edit.v()).isGreaterThan(2);
        assertThat(SpectralGap.of(one.applyTo(two), 1).value()).isPositive();
    }

    /** The proxy is the derivative of the gap along a weight that the new edge grows by. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theProxyIsWhatASmallWeightGains(long seed) {
        Graph graph = TestGraphs.random(seed, 14, 0, 0.4, false);
        FiedlerVector fiedler = FiedlerVector.of(graph, 1);
        double[] f = fiedler.potentials();
        double step = 1e-5;
        for (int u = 0; u < 14; u++) {
            for (int v = 0; v < u; v++) {
                if (graph.edgeBetween(u, v) < 0) {
                    double gained = DenseOracle.weightedGap(graph, new Edge(u, v), step)
                            - DenseOracle.weightedGap(graph, new Edge(u, v), 0);
                    assertThat(ProxyAdd.gain(fiedler.eigenvalue(), f[u], f[v])).isCloseTo(gained / step, within(1e-3));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void proxyAddTakesTheBestOfAllPairs(long seed) {
        Graph graph = TestGraphs.random(seed, 25, 1, 0.2, false);
        Graph now = graph;
        for (Edit edit : new ProxyAdd(1, 9).rewire(graph, 8, Progress.none())) {
            FiedlerVector fiedler = FiedlerVector.of(now, 9);
            double[] f = fiedler.potentials();
            double best = Double.NEGATIVE_INFINITY;
            for (int u = 0; u < now.vertexCount(); u++) {
                for (int v = 0; v < u; v++) {
                    if (now.edgeBetween(u, v) < 0) {
                        best = Math.max(best, ProxyAdd.gain(fiedler.eigenvalue(), f[u], f[v]));
                    }
                }
            }
            assertThat(ProxyAdd.gain(fiedler.eigenvalue(), f[edit.u()], f[edit.v()]))
                    .isCloseTo(best, within(1e-12));
            now = now.with(List.of(new Edge(edit.u(), edit.v())));
        }
    }

    /** There the gap is n/(n-1), and joining the last vertex with anything lowers it: best is what lowers it least. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void proxyAddIsExactOnACliqueWithIsolatedVertices(int isolated) {
        Graph graph = TestGraphs.random(0, 6, isolated, 2, false);
        FiedlerVector fiedler = FiedlerVector.of(graph, 4);
        assertThat(fiedler.eigenvalue()).isCloseTo(1.2, within(1e-9));
        double[] f = fiedler.potentials();
        double best = Double.NEGATIVE_INFINITY;
        for (int u = 0; u < graph.vertexCount(); u++) {
            for (int v = 0; v < u; v++) {
                best = graph.edgeBetween(u, v) < 0 ? Math.max(best, ProxyAdd.gain(1.2, f[u], f[v])) : best;
            }
        }
        Edit edit = new ProxyAdd(1, 4).rewire(graph, 1, Progress.none()).get(0);
        assertThat(ProxyAdd.gain(1.2, f[edit.u()], f[edit.v()])).isCloseTo(best, within(1e-9));
    }

    @Test
    void settingsHaveRanges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProxyAdd(0, 1))
                .withMessageContaining("0");
    }
}
