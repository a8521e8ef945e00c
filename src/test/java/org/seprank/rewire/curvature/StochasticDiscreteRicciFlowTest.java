package org.seprank.rewire.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.curvature.BalancedForman.Variant;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

class StochasticDiscreteRicciFlowTest {
    private static final double GREEDY = Double.POSITIVE_INFINITY;

    private static EditList rewire(Graph graph, Rewirer method, int count) {
        return method.rewire(graph, count, Progress.none());
    }

    private static Rewirer seeded(long seed) {
        return new StochasticDiscreteRicciFlow(seed, 1, 0.5, Variant.PAPER);
    }

    @Test
    void theBridgeOfABarbellIsSupportedFirst() {
        Graph graph = BalancedFormanTest.barbell();
        Rewirer options = new StochasticDiscreteRicciFlow(0, GREEDY, GREEDY, Variant.PAPER);
        Edit first = rewire(graph, options, 1).get(0);
        // a triangle over the bridge gains 2/6 + 1/5 + (2/6 - 2/5), a square 2/5
        assertThat(first).isEqualTo(Edit.add(0, 5));
        assertThat(rewire(graph, options, 1).relation(0)).isEqualTo(1);
    }

    @Test
    void aCliqueIsTakenApartWhileItIsAboveTheBound() {
        EditList rewiring = rewire(TestGraphs.clique(5), seeded(0), 3);
        assertThat(rewiring.get(0)).isEqualTo(Edit.remove(0, 1));
        assertThat(rewire(TestGraphs.clique(5), new StochasticDiscreteRicciFlow(0, 1, 1.3, Variant.PAPER), 9))
                .isEqualTo(EditList.empty());
    }

    /** The method word for word: all curvatures anew at each step, every candidate on a graph of its own. */
    private static EditList byDefinition(Graph graph, Variant variant, double bound, int count) {
        EditList.Builder edits = EditList.builder();
        Graph now = graph;
        for (int before = -1; edits.size() > before && edits.size() < count; ) {
            before = edits.size();
            double[] values = new BalancedForman(variant).all(now);
            int least = 0;
            for (int e = 0; e < values.length; e++) {
                least = values[e] < values[least] ? e : least;
            }
            List<Edge> candidates = candidates(now, least);
            Edge best = new Edge(0, 0);
            double most = Double.NEGATIVE_INFINITY;
            for (Edge candidate : candidates) {
                double value = BalancedFormanTest.at(
                        new BalancedForman(variant),
                        now.with(List.of(candidate)),
                        now.source(least),
                        now.target(least));
                if (value > most) {
                    most = value;
                    best = candidate;
                }
            }
            if (!candidates.isEmpty()) {
                edits.add(Edit.add(best.u(), best.v()));
                now = now.with(List.of(best));
            }
            values = new BalancedForman(variant).all(now);
            int greatest = 0;
            for (int e = 0; e < values.length; e++) {
                greatest = values[e] > values[greatest] ? e : greatest;
            }
            if (edits.size() < count && values[greatest] > bound) {
                Edit edit = Edit.remove(now.source(greatest), now.target(greatest));
                edits.add(edit);
                now = EditList.of(edit).applyTo(now);
            }
        }
        return edits.build();
    }

    private static List<Edge> candidates(Graph graph, int e) {
        List<Edge> candidates = new ArrayList<>();
        for (int k : withItself(graph, graph.source(e))) {
            for (int l : withItself(graph, graph.target(e))) {
                if (k != l && graph.edgeBetween(k, l) < 0) {
                    candidates.add(new Edge(k, l));
                }
            }
        }
        return candidates;
    }

    private static List<Integer> withItself(Graph graph, int v) {
        List<Integer> ball = new ArrayList<>();
        for (int w = 0; w < graph.vertexCount(); w++) {
            if (graph.edgeBetween(v, w) >= 0) {
                ball.add(w);
            }
        }
        ball.add(v);
        return ball;
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void greedyEditsAreThoseOfTheDefinition(Variant variant) {
        for (long seed = 0; seed < 25; seed++) {
            Graph graph =
                    seed % 3 == 0 ? TestGraphs.hubs(seed, 18, 2, false) : TestGraphs.random(seed, 11, 2, 0.3, false);
            double bound = seed % 2 == 0 ? 0.5 : 0.9;
            Rewirer options = new StochasticDiscreteRicciFlow(seed, GREEDY, bound, variant);
            assertThat(rewire(graph, options, 12))
                    .as("seed " + seed)
                    .isEqualTo(byDefinition(graph, variant, bound, 12));
        }
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void curvaturesAfterChangesAreThoseComputedAnew(Variant variant) {
        for (long seed = 0; seed < 10; seed++) {
            Graph graph = TestGraphs.hubs(seed, 30, 3, false);
            BalancedForman curvature = new BalancedForman(variant);
            UndirectedRows rows = UndirectedRows.of(graph);
            LiveBalancedForman live = new LiveBalancedForman(curvature, rows, Progress.none());
            SplittableRandom random = new SplittableRandom(seed);
            EditList.Builder edits = EditList.builder();
            for (int step = 0; step < 40; step++) {
                int u = random.nextInt(30);
                int v = (u + 1 + random.nextInt(29)) % 30;
                boolean removes = rows.edgeBetween(u, v) >= 0;
                if (removes) {
                    live.remove(u, v);
                } else {
                    live.add(u, v);
                }
                edits.add(removes ? Edit.remove(u, v) : Edit.add(u, v));
                Graph now = edits.build().applyTo(graph);
                double[] anew = curvature.all(now);
                int least = 0;
                int greatest = 0;
                for (int e = 0; e < anew.length; e++) {
                    least = anew[e] < anew[least] ? e : least;
                    greatest = anew[e] > anew[greatest] ? e : greatest;
                }
                assertThat(live.minimum()).isEqualTo(rows.edgeBetween(now.source(least), now.target(least)));
                assertThat(live.maximum()).isEqualTo(rows.edgeBetween(now.source(greatest), now.target(greatest)));
                for (int e = 0; e < anew.length && step % 8 == 7; e++) {
                    assertThat(live.at(rows.edgeBetween(now.source(e), now.target(e))))
                            .isEqualTo(anew[e]);
                }
            }
        }
    }

    @Test
    void candidatesAreDrawnWithTheirProbabilities() {
        Graph path = Graph.undirected(4, new int[][] {{0, 1}, {1, 2}, {2, 3}});
        // around 1-2: 0-3 makes a square (0 -> 1), 0-2 and 1-3 a triangle with one end of degree 3 (0 -> 5/6)
        double tau = 3;
        double square = Math.exp(tau * 1);
        double triangle = Math.exp(tau * (2.0 / 3 + 1 - 2 + 2.0 / 3 + 0.5));
        int draws = 4000;
        int squares = 0;
        BalancedForman curvature = new BalancedForman(Variant.PAPER);
        UndirectedRows rows = UndirectedRows.of(path);
        CandidateSearch search = new CandidateSearch(curvature, rows, tau, 1);
        for (int i = 0; i < draws; i++) {
            squares += search.choose(1, 2).equals(Optional.of(Edit.add(0, 3))) ? 1 : 0;
        }
        double p = square / (square + 2 * triangle);
        assertThat((double) squares / draws).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / draws)));
    }

    @Test
    void fewerEditsAreAPrefixAndSeedsReplay() {
        Graph graph = TestGraphs.hubs(4, 60, 2, false);
        EditList all = rewire(graph, seeded(9), 40);
        assertThat(all.size()).isEqualTo(40);
        for (int count = 0; count < 40; count += 3) {
            assertThat(rewire(graph, seeded(9), count)).isEqualTo(all.prefix(count));
        }
        assertThat(rewire(graph, seeded(10), 40)).isNotEqualTo(all);
        assertThat(all.applyTo(graph).vertexCount()).isEqualTo(60);
    }

    @Test
    void graphsWithoutEdgesAreLeftAlone() {
        assertThat(rewire(GraphBuilder.over(0, false).build(), seeded(0), 5)).isEqualTo(EditList.empty());
        assertThat(rewire(GraphBuilder.over(4, false).build(), seeded(0), 5)).isEqualTo(EditList.empty());
        assertThat(rewire(TestGraphs.star(1), seeded(0), 5)).isEqualTo(EditList.empty());
    }

    @Test
    void badSettingsAndDirectedGraphsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StochasticDiscreteRicciFlow(0, 0, 0.5, Variant.PAPER))
                .withMessageContaining("tau 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StochasticDiscreteRicciFlow(0, 1, Double.NaN, Variant.PAPER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rewire(TestGraphs.cycle(4), seeded(0), -1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rewire(TestGraphs.small(1, true), seeded(0), 1))
                .withMessageContaining("undirected");
    }
}
