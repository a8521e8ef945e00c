package org.seprank.rewire.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Map;
import org.jgrapht.Graphs;
import org.jgrapht.alg.scoring.EdgeBetweennessCentrality;
import org.jgrapht.alg.spanning.GreedyMultiplicativeSpanner;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestGraphs;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/** Scores by shortest paths, against JGraphT and against distances recomputed. */
class PathScoreTest {
    @Test
    void edgesOfAPathSplitIt() {
        Graph path = Graph.undirected(6, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}});
        assertThat(betweenness(path)).containsExactly(5, 8, 9, 8, 5);
        assertThat(new Betweenness(true).scores(path, Progress.none())).containsExactly(-5, -8, -9, -8, -5);
        assertThat(betweenness(TestGraphs.star(7))).containsOnly(7);
        assertThat(betweenness(TestGraphs.clique(7))).containsOnly(1);
        assertThat(betweenness(Graph.directed(3, new int[][] {{0, 1}, {1, 2}, {2, 0}})))
                .containsOnly(3);
        assertThat(betweenness(Graph.undirected(3, new int[0][]))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void betweennessIsThatOfJGraphT(boolean directed) {
        for (int seed = 0; seed < 12; seed++) {
            Graph graph = seed % 2 == 0
                    ? TestGraphs.hubs(seed, 60, 2, directed)
                    : TestGraphs.random(seed, 30, 3, 0.05 * seed, directed);
            Map<Integer, Double> expected = new EdgeBetweennessCentrality<>(graph.asJGraphT()).getScores();
            double[] scores = betweenness(graph);
            for (int e = 0; e < scores.length; e++) {
                assertThat(scores[e]).as("seed %d, edge %d", seed, e).isCloseTo(expected.get(e), within(1e-9));
            }
        }
    }

    @Test
    void betweennessIsTheSameToTheLastBitOnAnyNumberOfThreads() {
        Graph graph = TestGraphs.hubs(3, 300, 4, false);
        double[] alone = on(1, graph);
        assertThat(on(2, graph)).isEqualTo(alone);
        assertThat(on(5, graph)).isEqualTo(alone);
    }

    @Test
    void edgesJoinASpannerUnlessTheirEndsAreCloseInIt() {
        for (int seed = 0; seed < 12; seed++) {
            Graph graph = graph(seed);
            for (int k = 1; k <= 5; k++) {
                BitSet kept = spanner(graph, k);
                for (int e = 0; e < graph.edgeCount(); e += 5) {
                    BitSet others = (BitSet) kept.clone();
                    others.flip(0, graph.edgeCount());
                    others.set(e, graph.edgeCount());
                    int distance = distances(graph.without(others))[graph.source(e)][graph.target(e)];
                    assertThat(kept.get(e))
                            .as("seed %d, k %d, edge %d", seed, k, e)
                            .isEqualTo(distance >= 2 * k);
                }
            }
        }
    }

    /** Without lengths JGraphT searches depth first, and so finds some ends further apart than they are. */
    @Test
    void spannersAreThoseOfJGraphTForUnitLengths() {
        for (int seed = 0; seed < 12; seed++) {
            Graph graph = graph(seed);
            SimpleWeightedGraph<Integer, DefaultWeightedEdge> copy =
                    new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
            Graphs.addAllVertices(copy, graph.asJGraphT().vertexSet());
            for (int e = 0; e < graph.edgeCount(); e++) {
                copy.addEdge(graph.source(e), graph.target(e));
            }
            for (int k = 1; k <= 5; k++) {
                BitSet expected = new BitSet();
                for (DefaultWeightedEdge edge : new GreedyMultiplicativeSpanner<>(copy, k).getSpanner()) {
                    expected.set(graph.edgeBetween(copy.getEdgeSource(edge), copy.getEdgeTarget(edge)));
                }
                assertThat(spanner(graph, k)).as("seed %d, k %d", seed, k).isEqualTo(expected);
            }
        }
    }

    @Test
    void spannersStretchNoEdgeTooFarAndAreNotDenserThanTheirBound() {
        for (int seed = 0; seed < 12; seed++) {
            Graph graph = graph(seed);
            for (int k = 1; k <= 4; k++) {
                BitSet kept = spanner(graph, k);
                BitSet removed = (BitSet) kept.clone();
                removed.flip(0, graph.edgeCount());
                int[][] distances = distances(graph.without(removed));
                for (int e = 0; e < graph.edgeCount(); e++) {
                    assertThat(distances[graph.source(e)][graph.target(e)]).isLessThanOrEqualTo(2 * k - 1);
                }
                int n = graph.vertexCount();
                assertThat((double) kept.cardinality()).isLessThanOrEqualTo(n + Math.pow(n, 1 + 1.0 / k));
            }
        }
    }

    private static Graph graph(int seed) {
        return seed % 2 == 0
                ? TestGraphs.hubs(seed, 40, 4, false)
                : TestGraphs.random(seed, 25, 2, 0.1 + 0.05 * seed, false);
    }

    private static BitSet spanner(Graph graph, int k) {
        double[] scores = new Spanner(k).scores(graph, Progress.none());
        BitSet edges = new BitSet();
        for (int e = 0; e < scores.length; e++) {
            edges.set(e, scores[e] > 0.5);
        }
        return edges;
    }

    private static int[][] distances(Graph graph) {
        int n = graph.vertexCount();
        int[][] d = new int[n][n];
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                d[u][v] = u == v ? 0 : graph.edgeBetween(u, v) >= 0 ? 1 : n;
            }
        }
        for (int w = 0; w < n; w++) {
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    d[u][v] = Math.min(d[u][v], d[u][w] + d[w][v]);
                }
            }
        }
        return d;
    }

    private static double[] on(int threads, Graph graph) {
        return Parallel.of(threads).call(() -> betweenness(graph));
    }

    private static double[] betweenness(Graph graph) {
        return new Betweenness(false).scores(graph, Progress.none());
    }
}
