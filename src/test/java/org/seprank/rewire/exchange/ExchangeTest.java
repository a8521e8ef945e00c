package org.seprank.rewire.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.walk.Triangles;
import org.seprank.work.Progress;

/** What swaps and flips have in common, and swaps. */
class ExchangeTest {
    static Stream<Rewirer> rewirers() {
        return Stream.of(new RandomSwaps(3), new LocalFlip(false, 3), new LocalFlip(true, 3));
    }

    @ParameterizedTest
    @MethodSource("rewirers")
    void everyExchangeLeavesTheDegreesAsTheyAre(Rewirer rewirer) {
        for (int seed = 0; seed < 10; seed++) {
            Graph graph = TestGraphs.hubs(seed, 30, 2, false);
            EditList rewiring = rewirer.rewire(graph, 80, Progress.none());
            assertThat(rewiring.size()).isEqualTo(80);
            for (int count = 4; count <= 80; count += 4) {
                Graph after = rewiring.prefix(count).applyTo(graph);
                assertThat(after.edgeCount()).isEqualTo(graph.edgeCount());
                for (int v = 0; v < 30; v++) {
                    assertThat(after.out().degree(v)).isEqualTo(graph.out().degree(v));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rewirers")
    void countsAreRoundedDownToWholeExchangesAndNested(Rewirer rewirer) {
        Graph graph = TestGraphs.hubs(7, 40, 3, false);
        EditList all = rewirer.rewire(graph, 100, Progress.none());
        for (int count = 0; count <= 100; count += 3) {
            assertThat(rewirer.rewire(graph, count, Progress.none())).isEqualTo(all.prefix(count / 4 * 4));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(all.get(i).kind()).isEqualTo(i % 4 < 2 ? Edit.Kind.REMOVE : Edit.Kind.ADD);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rewirer.rewire(graph, -4, Progress.none()))
                .withMessageContaining("-4");
    }

    @ParameterizedTest
    @MethodSource("rewirers")
    void starsAndCompleteGraphsCannotBeExchanged(Rewirer rewirer) {
        for (Graph graph : new Graph[] {TestGraphs.star(5), TestGraphs.clique(5), Graph.undirected(3, new int[0][])}) {
            assertThat(rewirer.rewire(graph, 8, Progress.none())).isEmpty();
        }
    }

    @Test
    void directedSwapsLeaveBothDegreesAsTheyAre() {
        for (int seed = 0; seed < 10; seed++) {
            Graph graph = TestGraphs.hubs(seed, 40, 2, true);
            EditList rewiring = new RandomSwaps(seed).rewire(graph, 400, Progress.none());
            assertThat(rewiring.size()).isEqualTo(400);
            Graph after = rewiring.applyTo(graph);
            for (int v = 0; v < 40; v++) {
                assertThat(after.out().degree(v)).isEqualTo(graph.out().degree(v));
                assertThat(after.in().degree(v)).isEqualTo(graph.in().degree(v));
            }
        }
    }

    @Test
    void bothWaysToSwapTwoEdgesAreEquallyLikely() {
        Graph pairs = Graph.undirected(4, new int[][] {{0, 1}, {2, 3}});
        int crossed = 0;
        for (int seed = 0; seed < 2000; seed++) {
            Graph after =
                    new RandomSwaps(seed).rewire(pairs, 4, Progress.none()).applyTo(pairs);
            assertThat(after.edgeBetween(0, 1)).isEqualTo(-1);
            crossed += after.edgeBetween(0, 3) >= 0 ? 1 : 0;
        }
        assertThat(crossed).isBetween(900, 1100);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void manySwapsMixTheGraph(long seed) {
        // of a large circulant graph every triangle goes: a random 4-regular graph has about 4.5
        int n = 400;
        int[][] edges = new int[2 * n][];
        for (int v = 0; v < n; v++) {
            edges[2 * v] = new int[] {v, (v + 1) % n};
            edges[2 * v + 1] = new int[] {v, (v + 2) % n};
        }
        Graph circulant = Graph.undirected(n, edges);
        Graph after =
                new RandomSwaps(seed).rewire(circulant, 40_000, Progress.none()).applyTo(circulant);
        assertThat(Triangles.of(circulant).total()).isEqualTo(n);
        assertThat(Triangles.of(after).total()).isLessThan(20);
    }
}
