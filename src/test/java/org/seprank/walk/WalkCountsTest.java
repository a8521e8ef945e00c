package org.seprank.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.DenseWalks;
import org.seprank.oracle.SmallGraphs;

class WalkCountsTest {
    static List<Long> seeds() {
        return SmallGraphs.seeds(60).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsAreTheEntriesOfPowersOfTheAdjacencyMatrix(long seed) {
        for (Graph graph : List.of(SmallGraphs.undirected(seed), SmallGraphs.directed(seed))) {
            int n = graph.vertexCount();
            VertexSet set = SmallGraphs.subset(graph, seed);
            for (int length : new int[] {0, 1, 2, 5}) {
                WalkCounts ending = WalkCounts.endingIn(graph, set, length);
                WalkCounts starting = WalkCounts.startingIn(graph, set, length);
                for (int v = 0; v < n; v++) {
                    VertexSet one = VertexSet.of(n, v);
                    assertThat(ending.at(v)).isEqualTo(DenseWalks.walks(graph, one, set, length));
                    assertThat(starting.at(v)).isEqualTo(DenseWalks.walks(graph, set, one, length));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void walksFromISplitAtAnyStep(long seed) {
        Graph graph = SmallGraphs.directed(seed);
        VertexSet from = SmallGraphs.subset(graph, seed);
        VertexSet to = SmallGraphs.subset(graph, seed + 1);
        WalkCounts starting = WalkCounts.startingIn(graph, from, 3);
        WalkCounts ending = WalkCounts.endingIn(graph, to, 4);
        BigInteger joined = BigInteger.ZERO;
        for (int v = 0; v < graph.vertexCount(); v++) {
            joined = joined.add(starting.at(v).multiply(ending.at(v)));
        }

        assertThat(joined).isEqualTo(WalkCounts.endingIn(graph, to, 7).sum(from));
    }

    @Test
    void everyVertexOfACliqueStartsAPowerOfItsSize() {
        Graph clique = Graph.undirected(4, new int[][] {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}});
        for (int length = 0; length <= 64; length++) {
            WalkCounts counts = WalkCounts.endingIn(clique, VertexSet.all(4), length);
            assertThat(counts.at(2)).isEqualTo(BigInteger.valueOf(4).pow(length));
            assertThat(counts.sum(VertexSet.all(4)))
                    .isEqualTo(BigInteger.valueOf(4).pow(length + 1));
            assertThat(counts.fitsLong()).isEqualTo(length <= 31);
            assertThat(counts.size()).isEqualTo(4);
        }
    }

    @Test
    void aCountBeyond64BitsIsNotGivenAsALong() {
        Graph edge = Graph.undirected(2, new int[][] {{0, 1}});
        VertexSet all = VertexSet.all(2);

        assertThat(WalkCounts.endingIn(edge, all, 62).longAt(0)).isEqualTo(1L << 62);
        assertThat(WalkCounts.endingIn(edge, all, 62).sum(all)).isEqualTo(BigInteger.TWO.pow(63));
        assertThatThrownBy(() -> WalkCounts.endingIn(edge, all, 64).longAt(0)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void logarithmsAreThoseOfTheCounts(long seed) {
        for (Graph graph : List.of(SmallGraphs.undirected(seed), SmallGraphs.directed(seed))) {
            VertexSet set = SmallGraphs.subset(graph, seed);
            WalkCounts exact = WalkCounts.of(set);
            LogWalkCounts logs = LogWalkCounts.of(set);
            for (int length = 1; length <= 40; length++) {
                exact = length % 2 == 0 ? exact.prepended(graph) : exact.appended(graph);
                logs = length % 2 == 0 ? logs.prepended(graph) : logs.appended(graph);
                assertThat(logs.sum(set)).satisfies(close(exact.sum(set)));
                for (int v = 0; v < graph.vertexCount(); v++) {
                    assertThat(logs.at(v)).satisfies(close(exact.at(v)));
                }
            }
        }
    }

    private static Consumer<Double> close(BigInteger count) {
        double expected = Math.log(count.doubleValue());
        return log -> {
            if (count.signum() == 0) {
                assertThat(log).isEqualTo(Double.NEGATIVE_INFINITY);
            } else {
                assertThat(Math.abs(log - expected)).isLessThan(1e-12 * Math.max(1, expected));
            }
        };
    }
}
