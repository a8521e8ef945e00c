package org.seprank.rewire.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.TestGraphs;
import org.seprank.work.Progress;

/** Scores that need no shortest paths: closed forms, definitions written out, laws. */
class EdgeScoreTest {
    @Test
    void cliquesHaveAllTheirVerticesInCommon() {
        Graph clique = TestGraphs.clique(6);
        assertThat(scores(Similarity.TRIANGLES, clique)).containsOnly(4);
        assertThat(scores(Similarity.JACCARD, clique)).containsOnly(4 / 6.0);
        assertThat(scores(Similarity.SCAN, clique)).containsOnly(5 / 6.0);
        assertThat(scores(LocalRank.DEGREE, clique)).containsOnly(1);
        assertThat(scores(Similarity.CHANCE, clique)).containsOnly(1);
    }

    /** Every one of the n - 2 others is a common neighbour with probability (d_u - 1) (d_v - 1) / (n - 2)^2. */
    @Test
    void trianglesBesideThoseOfChance() {
        for (int seed = 0; seed < 10; seed++) {
            Graph graph = graph(seed);
            double[] triangles = scores(Similarity.TRIANGLES, graph);
            double[] chance = scores(Similarity.CHANCE, graph);
            for (int e = 0; e < chance.length; e++) {
                double others = graph.vertexCount() - 2.0;
                double u = (graph.out().degree(graph.source(e)) - 1) / others;
                double v = (graph.out().degree(graph.target(e)) - 1) / others;
                double expected = others * u * v;
                assertThat(chance[e]).isCloseTo(expected == 0 ? 1 : triangles[e] / expected, within(1e-12));
            }
        }
    }

    @Test
    void inAWheelTheSpokesGoToTheHub() {
        Graph wheel = wheel(8);
        double[] degree = scores(LocalRank.DEGREE, wheel);
        double[] similarity = scores(LocalRank.SIMILARITY, wheel);
        for (int e = 0; e < wheel.edgeCount(); e++) {
            boolean spoke = wheel.source(e) == 0;
            assertThat(degree[e]).isCloseTo(spoke ? 1 : 1 - Math.log(2) / Math.log(3), within(1e-12));
            // a rim edge has 1 common neighbour out of 5, a spoke 2 out of 9
            assertThat(similarity[e]).isCloseTo(spoke ? 1 : 1 - Math.log(2) / Math.log(3), within(1e-12));
        }
    }

    @Test
    void similaritiesAreWhatTheirDefinitionsSay() {
        for (int seed = 0; seed < 30; seed++) {
            Graph graph = graph(seed);
            double[] triangles = scores(Similarity.TRIANGLES, graph);
            double[] jaccard = scores(Similarity.JACCARD, graph);
            double[] scan = scores(Similarity.SCAN, graph);
            for (int e = 0; e < graph.edgeCount(); e++) {
                int u = graph.source(e);
                int v = graph.target(e);
                int both = count(graph, w -> adjacent(graph, u, w) && adjacent(graph, v, w));
                int either = count(graph, w -> adjacent(graph, u, w) || adjacent(graph, v, w));
                int closed = count(graph, w -> (w == u || adjacent(graph, u, w)) && (w == v || adjacent(graph, v, w)));
                double sizes = (1.0 + graph.out().degree(u)) * (1 + graph.out().degree(v));
                assertThat(triangles[e]).isEqualTo(both);
                assertThat(jaccard[e]).isCloseTo((double) both / either, within(1e-15));
                assertThat(scan[e]).isCloseTo((closed - 1) / Math.sqrt(sizes), within(1e-15));
            }
        }
    }

    @Test
    void localScoresAreRanksAmongTheEdgesOfEitherEnd() {
        for (int seed = 0; seed < 30; seed++) {
            Graph graph = graph(seed);
            double[] jaccard = scores(Similarity.JACCARD, graph);
            double[] degree = scores(LocalRank.DEGREE, graph);
            double[] similarity = scores(LocalRank.SIMILARITY, graph);
            for (int e = 0; e < graph.edgeCount(); e++) {
                int u = graph.source(e);
                int v = graph.target(e);
                IntToDoubleFunction degreeSeen = w -> graph.out().degree(w);
                assertThat(degree[e])
                        .isCloseTo(
                                Math.max(local(graph, u, v, degreeSeen), local(graph, v, u, degreeSeen)),
                                within(1e-12));
                assertThat(similarity[e])
                        .isCloseTo(
                                Math.max(
                                        local(graph, u, v, w -> jaccard[graph.edgeBetween(u, w)]),
                                        local(graph, v, u, w -> jaccard[graph.edgeBetween(v, w)])),
                                within(1e-12));
            }
        }
    }

    /** The score of v among the neighbours of u, by the definition. */
    private static double local(Graph graph, int u, int v, IntToDoubleFunction value) {
        int rank = 1 + count(graph, w -> adjacent(graph, u, w) && value.applyAsDouble(w) > value.applyAsDouble(v));
        int degree = graph.out().degree(u);
        return degree == 1 ? 1 : 1 - Math.log(rank) / Math.log(degree);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void atKEveryVertexHasKOfItsNeighbours(boolean directed) {
        for (int seed = 0; seed < 20; seed++) {
            Graph graph = TestGraphs.hubs(seed, 40, 3, directed);
            double[] scores = scores(new KNeighbour(seed), graph);
            for (int k = 1; k < 8; k++) {
                int[] kept = new int[graph.vertexCount()];
                int total = 0;
                int most = 0;
                for (int e = 0; e < graph.edgeCount(); e++) {
                    boolean survives = scores[e] > -k;
                    kept[graph.source(e)] += survives ? 1 : 0;
                    kept[graph.target(e)] += survives && !directed ? 1 : 0;
                    total += survives ? 1 : 0;
                }
                for (int v = 0; v < kept.length; v++) {
                    int own = Math.min(k, graph.out().degree(v));
                    most += own;
                    assertThat(kept[v]).isGreaterThanOrEqualTo(own);
                }
                assertThat(total).isLessThanOrEqualTo(most);
                assertThat(directed ? total : most).isEqualTo(most);
            }
        }
    }

    @Test
    void neighboursAreChosenUniformly() {
        Graph star = Graph.directed(5, new int[][] {{0, 1}, {0, 2}, {0, 3}, {0, 4}});
        int[] first = new int[4];
        for (int seed = 0; seed < 2000; seed++) {
            double[] scores = scores(new KNeighbour(seed), star);
            first[IntStream.range(0, 4).filter(e -> scores[e] > -1).findFirst().orElseThrow()]++;
        }
        for (int count : first) {
            assertThat(count).isBetween(400, 600);
        }
    }

    @Test
    void aSpanningForestConnectsWhatTheGraphConnects() {
        for (int seed = 0; seed < 20; seed++) {
            for (Graph graph : new Graph[] {graph(seed), TestGraphs.small(seed, true)}) {
                double[] scores = scores(new SpanningForest(seed), graph);
                GraphBuilder forest = GraphBuilder.over(graph.vertexCount(), false);
                int edges = 0;
                for (int e = 0; e < scores.length; e++) {
                    if (scores[e] >= 1) {
                        forest.edge(graph.source(e), graph.target(e));
                        edges++;
                    }
                }
                int components = Components.of(graph).count();
                assertThat(Components.of(forest.build()).count()).isEqualTo(components);
                assertThat(edges).isEqualTo(graph.vertexCount() - components);
                assertThat(Arrays.stream(scores).distinct().count()).isEqualTo(graph.edgeCount());
            }
        }
    }

    @Test
    void spanningForestsOfOtherSeedsAreOthers() {
        Graph graph = TestGraphs.clique(8);
        assertThat(scores(new SpanningForest(1), graph)).isNotEqualTo(scores(new SpanningForest(2), graph));
    }

    @Test
    void aFireThatSpreadsForSureBurnsEachVertexOnce() {
        for (int seed = 0; seed < 10; seed++) {
            assertThat(scores(new ForestFire(1, 5, seed), TestGraphs.cycle(3)))
                    .satisfies(burnt -> assertThat(Arrays.stream(burnt).sum())
                            .isEqualTo(16)); // two of the three edges at a time, at least 15 in all
            assertThat(scores(new ForestFire(1, 5, seed), TestGraphs.star(6))).containsOnly(5);
            double directed = Arrays.stream(scores(new ForestFire(1, 3, seed), Graph.directed(3, new int[][] {
                        {0, 1}, {1, 2}, {2, 0}
                    })))
                    .sum();
            assertThat(directed).isEqualTo(10);
        }
    }

    @Test
    void firesBurnAsOftenAsAskedAndNoMoreThanOneFireLonger() {
        for (int seed = 0; seed < 10; seed++) {
            Graph graph = TestGraphs.hubs(seed, 50, 3, seed % 2 == 0);
            double burnt =
                    Arrays.stream(scores(new ForestFire(0.4, 5, seed), graph)).sum();
            assertThat(burnt).isBetween(5.0 * graph.edgeCount(), 5.0 * graph.edgeCount() + 49);
        }
    }

    @Test
    void aFireGoesOnFromAStartWithTheProbabilityToSpread() {
        // from an end of a path of 2 edges both burn with spread^2, from the middle one or two
        Graph edge = Graph.undirected(3, new int[][] {{0, 1}});
        assertThat(scores(new ForestFire(0.3, 100, 1), edge)).containsExactly(100); // isolated vertices start no fire
        Graph path = Graph.directed(3, new int[][] {{0, 1}, {1, 2}});
        double[] burnt = scores(new ForestFire(0.5, 20_000, 1), path);
        // fires from 0 burn the first edge with 1/2 and then the second with 1/2; fires from 1 burn the second with 1/2
        assertThat(burnt[1] / burnt[0]).isCloseTo(1.5, within(0.05));
    }

    @Test
    void badOptionsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForestFire(0, 5, 1))
                .withMessageContaining("spread 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForestFire(0.5, 0, 1))
                .withMessageContaining("ratio 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Spanner(0)).withMessageContaining("k = 0");
    }

    @Test
    void scoresOfNeighbourhoodsRefuseDirections() {
        Graph arc = Graph.directed(2, new int[][] {{0, 1}});
        for (EdgeScore score : new EdgeScore[] {
            Similarity.JACCARD, Similarity.SCAN, LocalRank.DEGREE, LocalRank.SIMILARITY, new Spanner(2)
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scores(score, arc))
                    .withMessageContaining("undirected graphs only");
        }
    }

    private static Graph graph(int seed) {
        return seed % 2 == 0 ? TestGraphs.hubs(seed, 25, 3, false) : TestGraphs.random(seed, 20, 2, 0.3, false);
    }

    private static Graph wheel(int rim) {
        GraphBuilder builder = GraphBuilder.over(rim + 1, false);
        for (int v = 1; v <= rim; v++) {
            builder.edge(0, v);
            builder.edge(v, v % rim + 1);
        }
        return builder.build();
    }

    private static boolean adjacent(Graph graph, int u, int v) {
        return graph.edgeBetween(u, v) >= 0;
    }

    private static int count(Graph graph, IntPredicate condition) {
        return (int) IntStream.range(0, graph.vertexCount()).filter(condition).count();
    }

    private static double[] scores(EdgeScore score, Graph graph) {
        return score.scores(graph, Progress.none());
    }
}
