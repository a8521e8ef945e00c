package org.seprank.separation.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.EdgeReversedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.oracle.SmallGraphs;

class HopProfileTest {
    private static final Graph PATH = Graph.undirected(5, new int[][] {{0, 1}, {1, 2}, {2, 3}});

    static Stream<Long> seeds() {
        return SmallGraphs.seeds(20);
    }

    @Test
    void aPathHasItsClosedForm() {
        HopProfile profile = HopProfile.of(PATH, 1, new double[] {1, 2, 3, 4, 100});
        assertThat(profile.farthest()).isEqualTo(2);
        assertThat(profile.sum(0)).isEqualTo(2);
        assertThat(profile.sum(1)).isEqualTo(4);
        assertThat(profile.mean(1)).isEqualTo(2);
        assertThat(profile.count(1)).isEqualTo(2);
        assertThat(profile.sum(2)).isEqualTo(4);
        assertThat(profile.total()).isEqualTo(10);
        assertThat(profile.breadth()).isCloseTo((4 + 2 * 4) / 10.0, within(1e-15));
    }

    @Test
    void beyondTheFarthestThereIsNothing() {
        HopProfile profile = HopProfile.of(PATH, 0, new double[] {1, 1, 1, 1, 1});
        assertThat(profile.sum(9)).isZero();
        assertThat(profile.count(9)).isZero();
        assertThat(profile.mean(9)).isZero();
    }

    @Test
    void influenceOfTheVertexItselfHasNoBreadth() {
        assertThat(HopProfile.of(PATH, 2, new double[] {0, 0, 7, 0, 0}).breadth())
                .isZero();
        assertThat(HopProfile.of(PATH, 2, new double[5]).breadth()).isZero();
    }

    @Test
    void distancesAreThoseOfMessages() {
        Graph cycle = Graph.directed(3, new int[][] {{0, 1}, {1, 2}, {2, 0}});
        HopProfile profile = HopProfile.of(cycle, 0, new double[] {1, 10, 100});
        assertThat(profile.sum(1)).isEqualTo(100);
        assertThat(profile.sum(2)).isEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sumsAreThoseOverShortestPaths(long seed) {
        for (Graph graph : new Graph[] {SmallGraphs.undirected(seed), SmallGraphs.directed(seed)}) {
            int n = graph.vertexCount();
            double[] influence = new SplittableRandom(seed).doubles(n).toArray();
            var paths = new BFSShortestPath<>(
                            graph.directed() ? new EdgeReversedGraph<>(graph.asJGraphT()) : graph.asJGraphT())
                    .getPaths(0);
            double[] sums = new double[n];
            for (int u = 0; u < n; u++) {
                if (paths.getWeight(u) < n) {
                    sums[(int) paths.getWeight(u)] += influence[u];
                }
            }
            HopProfile profile = HopProfile.of(graph, 0, influence);
            for (int h = 0; h < n; h++) {
                assertThat(profile.sum(h)).isCloseTo(sums[h], within(1e-15));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void walksReachNoFartherThanTheirLength(long seed) {
        Graph graph = SmallGraphs.directed(seed);
        for (int depth = 0; depth <= 3; depth++) {
            HopProfile profile =
                    HopProfile.of(graph, 0, WalkCountBound.of(graph, 0, depth).toArray());
            assertThat(profile.breadth()).isBetween(0.0, (double) depth);
            for (int h = 0; h <= profile.farthest(); h++) {
                assertThat(profile.sum(h) > 0).isEqualTo(h <= depth);
            }
        }
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HopProfile.of(PATH, 5, new double[5]))
                .withMessageContaining("vertex 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HopProfile.of(PATH, 0, new double[4]))
                .withMessageContaining("4 influences");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HopProfile.of(PATH, 0, new double[] {0, 0, -1, 0, 0}))
                .withMessageContaining("vertex 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HopProfile.of(PATH, 0, new double[5]).sum(-1))
                .withMessageContaining("-1");
    }
}
