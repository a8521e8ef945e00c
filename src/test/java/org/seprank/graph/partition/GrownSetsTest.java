package org.seprank.graph.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.SmallGraphs;

class GrownSetsTest {
    private static final Graph SQUARES = squares(20);

    static Stream<Long> seeds() {
        return SmallGraphs.seeds(40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void setsHaveTheSizeAskedFor(long seed) {
        for (Graph graph : new Graph[] {SmallGraphs.undirected(seed), SmallGraphs.directed(seed)}) {
            for (int size = 1; size < graph.vertexCount(); size++) {
                for (double mixture : new double[] {0, 0.3, 1}) {
                    VertexSet set = GrownSets.one(graph, size, mixture, seed);
                    assertThat(set.size()).isEqualTo(size);
                    assertThat(set.universe()).isEqualTo(graph.vertexCount());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutMixingASetOnACycleIsAnArc(long seed) {
        Graph cycle = cycle(30);
        for (int size : new int[] {1, 2, 7, 28}) {
            assertThat(GrownSets.one(cycle, size, 0, seed).boundary(cycle).size())
                    .isEqualTo(size == 1 ? 3 : 4);
        }
    }

    @Test
    void fullMixingIsUniform() {
        Graph cycle = cycle(6);
        int[] counts = new int[64];
        for (long seed = 0; seed < 3000; seed++) {
            int mask =
                    GrownSets.one(cycle, 3, 1, seed).stream().map(v -> 1 << v).sum();
            counts[mask]++;
        }
        int different = 0;
        for (int count : counts) {
            if (count > 0) {
                different++;
                assertThat(count).isBetween(105, 195); // 150 on average, deviation 12
            }
        }
        assertThat(different).isEqualTo(20);
    }

    @Test
    void boundariesGrowWithTheMixture() {
        double last = 0;
        for (double mixture : new double[] {0, 0.1, 0.4, 1}) {
            double sum = 0;
            for (long seed = 0; seed < 30; seed++) {
                sum += GrownSets.one(SQUARES, 150, mixture, seed)
                        .boundary(SQUARES)
                        .size();
            }
            assertThat(sum).isGreaterThan(1.15 * last);
            last = sum;
        }
    }

    @Test
    void everyVertexMayBeTheCentreOfABall() {
        HashSet<VertexSet> different = new HashSet<>();
        for (long seed = 0; seed < 300; seed++) {
            different.add(GrownSets.one(cycle(10), 1, 0, seed));
        }
        assertThat(different).hasSize(10);
    }

    @Test
    void growthGoesOnInAnotherComponent() {
        Graph apart = Graph.undirected(6, new int[][] {{0, 1}, {1, 2}, {3, 4}, {4, 5}});
        for (long seed = 0; seed < 20; seed++) {
            VertexSet set = GrownSets.one(apart, 4, 0, seed);
            boolean firstWhole = set.contains(0) && set.contains(1) && set.contains(2);
            boolean secondWhole = set.contains(3) && set.contains(4) && set.contains(5);
            assertThat(firstWhole || secondWhole).isTrue();
        }
    }

    @Test
    void aSpreadReachesFromBallsToRandomSets() {
        List<VertexSet> sets = GrownSets.spread(SQUARES, 150, 12, 5);
        assertThat(sets).hasSize(12).doesNotHaveDuplicates().allMatch(set -> set.size() == 150);
        int[] boundaries =
                sets.stream().mapToInt(set -> set.boundary(SQUARES).size()).toArray();
        int range = boundaries[11] - boundaries[0];
        assertThat(range).isGreaterThan(200);
        for (int k = 1; k < 12; k++) {
            assertThat(boundaries[k] - boundaries[k - 1]).isBetween(0, range / 3);
        }
    }

    @Test
    void aSpreadHasNoMoreSetsThanThereAre() {
        List<VertexSet> sets = GrownSets.spread(cycle(3), 1, 10, 1);
        assertThat(sets).hasSize(3).doesNotHaveDuplicates();
        assertThat(GrownSets.spread(cycle(3), 1, 1, 1)).hasSize(1);
    }

    @Test
    void theSameSeedGivesTheSameSets() {
        assertThat(GrownSets.spread(SQUARES, 50, 5, 9))
                .isEqualTo(GrownSets.spread(SQUARES, 50, 5, 9))
                .isNotEqualTo(GrownSets.spread(SQUARES, 50, 5, 10));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrownSets.one(cycle(5), 5, 0, 1))
                .withMessageContaining("size 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrownSets.one(cycle(5), 2, 1.5, 1))
                .withMessageContaining("mixture 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrownSets.spread(cycle(5), 2, 0, 1))
                .withMessageContaining("sets 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrownSets.one(Graph.undirected(1, new int[0][]), 1, 0, 1))
                .withMessageContaining("1 vertices");
    }

    private static Graph cycle(int n) {
        GraphBuilder builder = GraphBuilder.over(n, false);
        for (int v = 0; v < n; v++) {
            builder.edge(v, (v + 1) % n);
        }
        return builder.build();
    }

    private static Graph squares(int side) {
        GraphBuilder builder = GraphBuilder.over(side * side, false);
        for (int v = 0; v < side * side; v++) {
            if (v % side + 1 < side) {
                builder.edge(v, v + 1);
            }
            if (v + side < side * side) {
                builder.edge(v, v + side);
            }
        }
        return builder.build();
    }
}
