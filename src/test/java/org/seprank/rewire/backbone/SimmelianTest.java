package org.seprank.rewire.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.rewire.score.Similarity;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class SimmelianTest {
    private static double[] scores(EdgeScore score, Graph graph) {
        return score.scores(graph, Progress.none());
    }

    private static Graph graph(int seed) {
        return seed % 2 == 0 ? TestGraphs.hubs(seed, 22, 4, false) : TestGraphs.random(seed, 15, 2, 0.4, false);
    }

    /** The neighbours of u of rank at most r, without v. */
    private static Set<Integer> first(Graph graph, double[] strength, int u, int r, int v) {
        Set<Integer> first = new TreeSet<>();
        for (int w = 0; w < graph.vertexCount(); w++) {
            int edge = graph.edgeBetween(u, w);
            if (edge >= 0 && w != v) {
                int rank = 1;
                for (int x = 0; x < graph.vertexCount(); x++) {
                    int other = graph.edgeBetween(u, x);
                    rank += other >= 0 && strength[other] > strength[edge] ? 1 : 0;
                }
                if (rank <= r) {
                    first.add(w);
                }
            }
        }
        return first;
    }

    @Test
    void scoresAreOverlapsOfTheStrongestTies() {
        for (int seed = 0; seed < 12; seed++) {
            Graph graph = graph(seed);
            for (EdgeScore tie : new EdgeScore[] {Similarity.TRIANGLES, new Quadrangles()}) {
                double[] strength = scores(tie, graph);
                double[] best = scores(new Simmelian(tie, 0), graph);
                for (int e = 0; e < graph.edgeCount(); e++) {
                    int u = graph.source(e);
                    int v = graph.target(e);
                    double largest = 0;
                    for (int r = 1; r <= graph.vertexCount(); r++) {
                        Set<Integer> common = first(graph, strength, u, r, v);
                        Set<Integer> all = new TreeSet<>(common);
                        Set<Integer> ofV = first(graph, strength, v, r, u);
                        all.addAll(ofV);
                        common.retainAll(ofV);
                        largest = Math.max(largest, all.isEmpty() ? 0 : common.size() / (double) all.size());
                        if (r == 1 || r == 3) {
                            assertThat(scores(new Simmelian(tie, r), graph)[e]).isEqualTo(common.size());
                        }
                    }
                    assertThat(best[e]).as("seed %d, edge %d", seed, e).isCloseTo(largest, within(1e-15));
                }
            }
        }
    }

    @Test
    void cliquesShareAllAndTreesNothing() {
        assertThat(scores(new Simmelian(Similarity.TRIANGLES, 0), TestGraphs.clique(7)))
                .containsOnly(1);
        assertThat(scores(new Simmelian(Similarity.TRIANGLES, 1), TestGraphs.clique(7)))
                .containsOnly(5);
        assertThat(scores(new Simmelian(new Quadrangles(), 0), TestGraphs.clique(7)))
                .containsOnly(1);
        assertThat(scores(new Simmelian(Similarity.TRIANGLES, 0), TestGraphs.star(7)))
                .containsOnly(0);
        assertThat(scores(new Simmelian(new Quadrangles(), 4), TestGraphs.cycle(4)))
                .containsOnly(0);
    }

    /** u and v with their common neighbour w, and a pendant vertex at u: u-w and u-v are stronger than u-x. */
    @Test
    void aWeakTieDoesNotSpoilTheBestPrefix() {
        Graph graph = Graph.undirected(4, new int[][] {{0, 1}, {0, 2}, {1, 2}, {0, 3}});
        assertThat(scores(new Simmelian(Similarity.TRIANGLES, 0), graph)).containsExactly(1, 1, 0, 1);
        assertThat(scores(Similarity.JACCARD, graph)[0]).isLessThan(1);
    }

    @Test
    void quadranglesAreCycles() {
        for (int seed = 0; seed < 10; seed++) {
            Graph graph = graph(seed);
            int n = graph.vertexCount();
            double[] cycles = new double[graph.edgeCount()];
            double[] sums = new double[n];
            for (int e = 0; e < cycles.length; e++) {
                int u = graph.source(e);
                int v = graph.target(e);
                for (int x = 0; x < n; x++) {
                    for (int y = 0; y < n; y++) {
                        boolean cycle = x != v
                                && y != u
                                && graph.edgeBetween(u, x) >= 0
                                && graph.edgeBetween(x, y) >= 0
                                && graph.edgeBetween(y, v) >= 0;
                        cycles[e] += cycle ? 1 : 0;
                    }
                }
                sums[u] += cycles[e];
                sums[v] += cycles[e];
            }
            double[] scores = scores(new Quadrangles(), graph);
            for (int e = 0; e < cycles.length; e++) {
                double mean = Math.sqrt(sums[graph.source(e)] * sums[graph.target(e)]);
                assertThat(Math.sqrt(scores[e])).isCloseTo(cycles[e] == 0 ? 0 : cycles[e] / mean, within(1e-14));
            }
        }
    }

    @Test
    void scoresDoNotDependOnThreads() {
        Graph graph = TestGraphs.hubs(7, 500, 6, false);
        EdgeScore score = new Simmelian(new Quadrangles(), 0);
        assertThat(Parallel.of(4).call(() -> scores(score, graph)))
                .isEqualTo(Parallel.of(1).call(() -> scores(score, graph)));
    }

    @Test
    void whatIsNotDefinedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Simmelian(Similarity.TRIANGLES, -1))
                .withMessageContaining("k = -1");
        for (EdgeScore score : new EdgeScore[] {new Simmelian(Similarity.TRIANGLES, 0), new Quadrangles()}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scores(score, TestGraphs.small(1, true)))
                    .withMessageContaining("undirected graphs only");
        }
    }
}
