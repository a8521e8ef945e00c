package org.seprank.rewire.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.EditList;
import org.seprank.walk.Triangles;
import org.seprank.work.Progress;

class LocalFlipTest {
    /** A triangle and a clique of 4 in a tree; edges with 0, 1 and 2 triangles. */
    private static final Graph MIXED = Graph.undirected(10, new int[][] {
        {0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 5}, {4, 6}, {5, 6}, {6, 7}, {7, 8}, {0, 9}
    });

    @Test
    void componentsStayInOnePiece() {
        for (int seed = 0; seed < 10; seed++) {
            Graph graph = TestGraphs.random(seed, 30, 2, 0.09, false);
            for (LocalFlip flip : new LocalFlip[] {new LocalFlip(false, seed), new LocalFlip(true, seed)}) {
                EditList edits = flip.rewire(graph, 200, Progress.none());
                for (int count = 4; count <= edits.size(); count += 4) {
                    assertThat(Components.of(edits.prefix(count).applyTo(graph)).count())
                            .isEqualTo(Components.of(graph).count());
                }
            }
        }
    }

    @Test
    void flipsAreLocal() {
        for (int seed = 0; seed < 20; seed++) {
            for (LocalFlip flip : new LocalFlip[] {new LocalFlip(false, seed), new LocalFlip(true, seed)}) {
                Flip first = first(flip, MIXED);
                assertThat(adjacent(MIXED, first.u, first.v)).isTrue();
                assertThat(adjacent(MIXED, first.i, first.v)).isFalse();
                assertThat(adjacent(MIXED, first.j, first.u)).isFalse();
            }
        }
    }

    @Test
    void greedyFlipsAddTheFewestTriangles() {
        for (int seed = 0; seed < 20; seed++) {
            Graph graph = TestGraphs.hubs(seed, 25, 4, false);
            EditList edits = new LocalFlip(true, seed).rewire(graph, 60, Progress.none());
            for (int count = 0; count < edits.size(); count += 4) {
                Graph now = edits.prefix(count).applyTo(graph);
                Flip flip = flip(edits, count);
                assertThat(flip.i).isEqualTo(best(now, flip.u, flip.v));
                assertThat(flip.j).isEqualTo(best(now, flip.v, flip.u));
            }
        }
    }

    /** By definition: the triangles of the new edge without those of the old one, in the graph before. */
    private static int best(Graph graph, int from, int to) {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < graph.vertexCount(); i++) {
            if (i != to && adjacent(graph, from, i) && !adjacent(graph, to, i)) {
                long excess = common(graph, i, to) - common(graph, i, from);
                if (excess < least) {
                    least = excess;
                    best = i;
                }
            }
        }
        return best;
    }

    @Test
    void greedyFlipsPreferEdgesWithoutTriangles() {
        double[] weights = new double[MIXED.edgeCount()];
        for (int e = 0; e < weights.length; e++) {
            int u = MIXED.source(e);
            int v = MIXED.target(e);
            boolean possible = free(MIXED, u, v) > 0 && free(MIXED, v, u) > 0;
            weights[e] = possible ? Math.exp(5.0 / (2 + common(MIXED, u, v))) : 0;
        }
        assertFrequencies(weights, seed -> new LocalFlip(true, seed));
    }

    @Test
    void uniformFlipsDrawTheEdgeAndThenANeighbour() {
        double[] weights = new double[MIXED.edgeCount()];
        for (int e = 0; e < weights.length; e++) {
            int u = MIXED.source(e);
            int v = MIXED.target(e);
            boolean possible = free(MIXED, u, v) > 0 && free(MIXED, v, u) > 0;
            double here = (double) free(MIXED, u, v) / MIXED.out().degree(u);
            double there = (double) free(MIXED, v, u) / MIXED.out().degree(v);
            weights[e] = possible ? here + there : 0;
        }
        assertFrequencies(weights, seed -> new LocalFlip(false, seed));
    }

    private static void assertFrequencies(double[] weights, LongFunction<LocalFlip> method) {
        int runs = 4000;
        int[] counts = new int[weights.length];
        for (int seed = 0; seed < runs; seed++) {
            Flip flip = first(method.apply(seed), MIXED);
            counts[MIXED.edgeBetween(flip.u, flip.v)]++;
        }
        double sum =
                IntStream.range(0, weights.length).mapToDouble(e -> weights[e]).sum();
        for (int e = 0; e < weights.length; e++) {
            double expected = weights[e] / sum;
            double deviation = Math.sqrt(expected * (1 - expected) / runs);
            assertThat((double) counts[e] / runs).isCloseTo(expected, within(4 * deviation + 1e-9));
        }
    }

    @Test
    void greedyFlipsBreakTrianglesUp() {
        Graph graph = TestGraphs.hubs(2, 100, 3, false);
        Graph after = new LocalFlip(true, 1).rewire(graph, 400, Progress.none()).applyTo(graph);
        assertThat(Triangles.of(after).total()).isLessThan(Triangles.of(graph).total() / 2);
    }

    @Test
    void directionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new LocalFlip(false, 1).rewire(Graph.directed(2, new int[][] {{0, 1}}), 4, Progress.none()))
                .withMessageContaining("undirected graphs only");
    }

    private record Flip(int i, int u, int j, int v) {}

    private static Flip first(LocalFlip method, Graph graph) {
        return flip(method.rewire(graph, 4, Progress.none()), 0);
    }

    private static Flip flip(EditList edits, int at) {
        return new Flip(
                edits.get(at).u(),
                edits.get(at).v(),
                edits.get(at + 1).u(),
                edits.get(at + 1).v());
    }

    private static boolean adjacent(Graph graph, int u, int v) {
        return graph.edgeBetween(u, v) >= 0;
    }

    private static long common(Graph graph, int u, int v) {
        return count(graph, w -> adjacent(graph, u, w) && adjacent(graph, v, w));
    }

    private static long free(Graph graph, int u, int v) {
        return count(graph, w -> w != v && adjacent(graph, u, w) && !adjacent(graph, v, w));
    }

    private static long count(Graph graph, IntPredicate condition) {
        return IntStream.range(0, graph.vertexCount()).filter(condition).count();
    }
}
