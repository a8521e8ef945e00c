package org.seprank.rewire.resistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Components;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.spectral.DenseOracle;
import org.seprank.work.Progress;

class ResistanceExchangeTest {
    private final Rewirer method = new ResistanceExchange();

    /** The graph whose resistances count in a step, from its pseudo-inverse. */
    private record Oracle(Graph graph, RealMatrix inverse, Components components) {
        static Oracle of(Graph graph) {
            return new Oracle(graph, DenseOracle.pseudoInverse(DenseOracle.laplacian(graph)), Components.of(graph));
        }

        double resistance(int u, int v) {
            return DenseOracle.resistance(inverse, u, v);
        }

        boolean isBridge(int u, int v) {
            return Components.of(EditList.of(Edit.remove(u, v)).applyTo(graph)).count() > components.count();
        }

        /** The first pair without an edge, in one component, of the largest resistance. */
        Edit addition() {
            double most = 0;
            Edit best = Edit.add(0, 1);
            for (int u = 0; u < graph.vertexCount(); u++) {
                for (int v = u + 1; v < graph.vertexCount(); v++) {
                    boolean free = graph.edgeBetween(u, v) < 0 && components.of(u) == components.of(v);
                    if (free && resistance(u, v) > most + 1e-8) {
                        most = resistance(u, v);
                        best = Edit.add(u, v);
                    }
                }
            }
            return best;
        }

        /** The first edge that is no bridge of the smallest resistance. */
        Edit removal(Edit staying) {
            double least = Double.POSITIVE_INFINITY;
            Edit best = Edit.remove(0, 1);
            for (int u = 0; u < graph.vertexCount(); u++) {
                for (int v = u + 1; v < graph.vertexCount(); v++) {
                    boolean stays = u == staying.u() && v == staying.v();
                    if (graph.edgeBetween(u, v) >= 0 && !stays && resistance(u, v) < least - 1e-8 && !isBridge(u, v)) {
                        least = resistance(u, v);
                        best = Edit.remove(u, v);
                    }
                }
            }
            return best;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyEditIsTheBestByThePseudoInverse(long seed) {
        Graph graph = seed % 2 == 0 ? weighted(seed) : TestGraphs.random(seed, 16, 2, 0.17, false);
        check(graph, method.rewire(graph, 20, Progress.none()));
    }

    private static void check(Graph graph, EditList edits) {
        assertThat(edits.size()).isEqualTo(20);
        int parts = Components.of(graph).count();
        for (int i = 0; i < edits.size(); i++) {
            Oracle oracle = Oracle.of(edits.prefix(i).applyTo(graph));
            Edit edit = edits.get(i);
            assertThat(edit)
                    .as("edit %d", i)
                    .isEqualTo(i % 2 == 0 ? oracle.addition() : oracle.removal(edits.get(i - 1)));
            assertThat(edits.score(i).getAsDouble()).isCloseTo(oracle.resistance(edit.u(), edit.v()), within(1e-8));
            assertThat(oracle.components().count()).isEqualTo(parts);
        }
    }

    /** Some edges conduct so well that they are bridges of the least resistance. */
    private static Graph weighted(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GraphBuilder builder = GraphBuilder.over(14, false);
        for (int v = 1; v < 14; v++) {
            builder.edge(v - 1, v, v % 4 == 0 ? 50 : 0.5 + random.nextDouble());
        }
        builder.edge(1, 3, 0.25);
        builder.edge(8, 10, 2);
        return builder.build();
    }

    @Test
    void aPathOfThreeDoesNotGoRoundInOneStep() {
        Graph path = TestGraphs.grid(1, 3);
        assertThat(method.rewire(path, 4, Progress.none()).toList())
                .containsExactly(Edit.add(0, 2), Edit.remove(0, 1), Edit.add(0, 1), Edit.remove(0, 2));
    }

    /** All opposite pairs of a cycle are as far apart: the first by its ends is taken, whatever rounding says. */
    @Test
    void equalResistancesGoToTheFirstPair() {
        assertThat(method.rewire(TestGraphs.cycle(12), 1, Progress.none()).toList())
                .containsExactly(Edit.add(0, 6));
        Graph rings = Graph.undirected(12, new int[][] {
            {0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 0}, {6, 7}, {7, 8}, {8, 9}, {9, 10}, {10, 11}, {11, 6}
        });
        assertThat(method.rewire(rings, 3, Progress.none()).toList())
                .containsExactly(Edit.add(0, 3), Edit.remove(0, 1), Edit.add(1, 5));
    }

    @Test
    void componentsAndIsolatedVerticesStayAsTheyAre() {
        Graph graph = TestGraphs.random(3, 30, 3, 0.06, false);
        int parts = Components.of(graph).count();
        assertThat(parts).isGreaterThan(4);
        Graph after = method.rewire(graph, 60, Progress.none()).applyTo(graph);
        assertThat(Components.of(after).count()).isEqualTo(parts);
        assertThat(after.edgeCount()).isEqualTo(graph.edgeCount());
    }

    @Test
    void completeComponentsHaveNothingToAdd() {
        assertThat(method.rewire(TestGraphs.clique(5), 10, Progress.none()).size())
                .isZero();
    }

    /** The inverse is updated: after many edits the next one is that of a new start. */
    @Test
    void errorsDoNotGrow() {
        Graph graph = TestGraphs.random(2, 230, 0, 0.02, false);
        EditList edits = method.rewire(graph, 152, Progress.none());
        Graph after = edits.prefix(150).applyTo(graph);
        assertThat(method.rewire(after, 2, Progress.none()).toList())
                .isEqualTo(List.of(edits.get(150), edits.get(151)));
        Graph small = TestGraphs.random(2, 12, 0, 0.3, false).with(List.of(new Edge(0, 11)));
        EditList later = method.rewire(small, 402, Progress.none());
        assertThat(method.rewire(later.prefix(400).applyTo(small), 2, Progress.none())
                        .toList())
                .isEqualTo(List.of(later.get(400), later.get(401)));
    }

    @Test
    void largeGraphsAreRefusedWithAnEstimate() {
        Graph large = TestGraphs.cycle(6001);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.rewire(large, 1, Progress.none()))
                .withMessageContaining("144 MB")
                .withMessageContaining("108 seconds")
                .withMessageContaining("6001");
    }
}
