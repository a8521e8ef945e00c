package org.seprank.rewire.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.Ties;
import org.seprank.rewire.removal.Ranking;
import org.seprank.rewire.removal.Rankings;
import org.seprank.work.Progress;

/** The fast rankings against each other, and the lazy ones against themselves without laziness. */
class RankingTest {
    @Test
    void givenOrdersAreKept() {
        Ranking ranking = Rankings.inOrder(new int[] {2, 0, 3, 1}, new double[0]);
        assertThat(ranking.next()).isEqualTo(2);
        ranking.remove(0);
        assertThat(ranking.next()).isEqualTo(3);
        assertThat(ranking.next()).isEqualTo(1);
        assertThat(ranking.next()).isEqualTo(Ranking.NONE);
        for (int[] wrong : new int[][] {{0, 0}, {0, 2}, {-1, 0}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Rankings.inOrder(wrong, new double[0]));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,FIRST", "1,LAST", "7,FIRST", "7,LAST", "100,FIRST", "100,LAST"})
    void degreesRankLikeClosedWalksOfLengthTwo(int chunk, Ties ties) {
        for (int seed = 0; seed < 10; seed++) {
            Graph graph = seed % 2 == 0
                    ? TestGraphs.hubs(seed, 120, 1 + seed % 4, false)
                    : TestGraphs.random(seed, 40, 2, 0.1 + 0.05 * seed, false);
            assertThat(order(graph, new DegreeRanking(graph, ties), chunk))
                    .as("seed %d", seed)
                    .isEqualTo(order(graph, lazily(graph, new ClosedWalkKeys(graph, 2), ties), chunk));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,FIRST", "1,LAST", "7,FIRST", "7,LAST", "100,FIRST", "100,LAST"})
    void trianglesRankLikeClosedWalksOfLengthThree(int chunk, Ties ties) {
        for (int seed = 0; seed < 10; seed++) {
            Graph graph = seed % 2 == 0
                    ? TestGraphs.hubs(seed, 120, 1 + seed % 4, false)
                    : TestGraphs.random(seed, 30, 2, 0.1 + 0.08 * seed, false);
            assertThat(order(graph, lazily(graph, new TriangleKeys(graph), ties), chunk))
                    .as("seed %d", seed)
                    .isEqualTo(order(graph, lazily(graph, new ClosedWalkKeys(graph, 3), ties), chunk));
        }
    }

    /** Keys that agree for long, and sparse graphs in which the rows of hubs are kept apart from the others. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void trianglesRankLikeClosedWalksWhereKeysAreLongOrHubsFew(int which) {
        Graph graph = switch (which) {
            case 0 -> TestGraphs.clique(15);
            case 1 -> TestGraphs.star(60);
            case 2 -> TestGraphs.hubs(1, 700, 2, false);
            case 3 -> TestGraphs.hubs(2, 700, 5, false);
            case 4 -> TestGraphs.random(3, 40, 2, 0.7, false);
            default -> TestGraphs.random(4, 44, 2, 0.85, false);
        };
        for (Ties ties : Ties.values()) {
            assertThat(order(graph, lazily(graph, new TriangleKeys(graph), ties), 1))
                    .isEqualTo(order(graph, lazily(graph, new ClosedWalkKeys(graph, 3), ties), 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,false", "2,false", "3,false", "4,false", "5,false", "6,false", "7,false", "2,true", "3,true", "4,true",
        "5,true"
    })
    void lazinessChangesNothing(int depth, boolean directed) {
        for (int seed = 0; seed < 8; seed++) {
            Graph graph = switch (seed % 4) {
                case 0 -> TestGraphs.hubs(seed, 30, 2, directed);
                case 1 -> TestGraphs.hubs(seed, 40, 1, directed);
                case 2 -> TestGraphs.random(seed, 14, 1, 0.35, directed);
                default -> TestGraphs.random(seed, 30, 1, 0.07, directed);
            };
            for (Ties ties : Ties.values()) {
                KeySource eager = new Eager(graph, new ClosedWalkKeys(graph, depth));
                assertThat(order(graph, lazily(graph, new ClosedWalkKeys(graph, depth), ties), 1))
                        .as("seed %d", seed)
                        .isEqualTo(order(graph, lazily(graph, eager, ties), 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 8})
    void edgesThatMayImproveAreNamed(int depth) {
        for (int seed = 0; seed < 250; seed++) {
            int n = 6 + seed % 12;
            Graph graph = seed % 3 == 0
                    ? TestGraphs.hubs(seed, n, 1 + seed % 2, false)
                    : TestGraphs.random(seed, n, 0, 0.1 + seed % 7 * 0.08, false);
            KeySource eager = new Eager(graph, new ClosedWalkKeys(graph, depth));
            assertThat(order(graph, lazily(graph, new ClosedWalkKeys(graph, depth), Ties.FIRST), 1))
                    .as("seed %d", seed)
                    .isEqualTo(order(graph, lazily(graph, eager, Ties.FIRST), 1));
        }
    }

    @Test
    void symmetricGraphsWithLongEqualKeysAreRankedByTies() {
        Graph grid = TestGraphs.grid(5, 5);
        KeySource eager = new Eager(grid, new ClosedWalkKeys(grid, 6));
        assertThat(order(grid, lazily(grid, new ClosedWalkKeys(grid, 6), Ties.LAST), 3))
                .isEqualTo(order(grid, lazily(grid, eager, Ties.LAST), 3));
    }

    @Test
    @Tag("slow")
    void lazinessChangesNothingOnThousandsOfEdges() {
        for (int depth = 2; depth <= 5; depth++) {
            Graph graph = TestGraphs.hubs(depth, 400, 3, false);
            KeySource eager = new Eager(graph, new ClosedWalkKeys(graph, depth));
            assertThat(order(graph, WalkIndexSparsifier.of(depth).ranking(graph, Progress.none()), 1))
                    .isEqualTo(order(graph, lazily(graph, eager, Ties.FIRST), 1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42})
    void randomOrderIsAPermutationFixedByItsSeed(long seed) {
        Graph graph = TestGraphs.clique(12);
        List<Integer> order = order(graph, Rankings.random(graph, seed), 1);
        assertThat(order).doesNotHaveDuplicates().hasSize(66);
        assertThat(order(graph, Rankings.random(graph, seed), 5)).isEqualTo(order);
        assertThat(order(graph, Rankings.random(graph, seed + 1), 1)).isNotEqualTo(order);
    }

    @Test
    void randomFirstEdgeIsUniform() {
        Graph graph = TestGraphs.cycle(6);
        int[] counts = new int[6];
        for (int seed = 0; seed < 6000; seed++) {
            counts[Rankings.random(graph, seed).next()]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(850, 1150); // 5 standard deviations
        }
    }

    private static Ranking lazily(Graph graph, KeySource keys, Ties ties) {
        return new LazyRanking(graph, keys, ties, () -> false);
    }

    private static List<Integer> order(Graph graph, Ranking ranking, int chunk) {
        List<Integer> order = new ArrayList<>();
        for (int e = ranking.next(); e != Ranking.NONE; e = ranking.next()) {
            order.add(e);
            if (order.size() % chunk == 0) {
                order.subList(order.size() - chunk, order.size()).forEach(ranking::remove);
            }
        }
        assertThat(order).hasSize(graph.edgeCount());
        return order;
    }

    /** Keys that are all recomputed after every removal. */
    private record Eager(Graph graph, KeySource keys) implements KeySource {
        @Override
        public void bound(int edge, Key key) {}

        @Override
        public boolean evaluate(int edge, Key key, int detail) {
            return keys.evaluate(edge, key, detail);
        }

        @Override
        public void remove(int edge, IntConsumer improved) {
            keys.remove(edge, e -> {});
            for (int e = 0; e < graph.edgeCount(); e++) {
                improved.accept(e);
            }
        }
    }
}
