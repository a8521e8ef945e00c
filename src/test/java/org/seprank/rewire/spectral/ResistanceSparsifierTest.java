package org.seprank.rewire.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Components;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.work.Progress;

class ResistanceSparsifierTest {
    /**
     * The first to go is the last to be drawn: e with probability {@code p_f p_g / (1 - p_f) + p_g p_f / (1 - p_g)}.
     * Sorting U/p instead of -ln(U)/p would give (.08, .29, .63).
     */
    @Test
    void theFirstRemovedIsTheLastDrawnWithoutReplacement() {
        double[] p = {0.5, 0.3, 0.2};
        double[] expected = new double[3];
        for (int e = 0; e < 3; e++) {
            int f = (e + 1) % 3;
            int g = (e + 2) % 3;
            expected[e] = p[f] * p[g] / (1 - p[f]) + p[g] * p[f] / (1 - p[g]);
        }
        int draws = 100_000;
        double[] found = new double[3];
        double[] third = new double[3];
        for (long seed = 0; seed < draws; seed++) {
            int[] order = ResistanceSparsifier.lastDrawnFirst(p, seed * 7919);
            found[order[0]] += 1.0 / draws;
            third[order[2]] += 1.0 / draws;
        }
        assertThat(found).containsExactly(expected, within(0.006));
        assertThat(third).containsExactly(p, within(0.006));
    }

    @Test
    void theOrderIsARemovalOfAllEdgesThatResumesAndHasPrefixes() {
        Graph graph = EffectiveResistanceTest.weighted(4, 40, 0.15);
        Sparsifier sparsifier = new ResistanceSparsifier(11, RemovalRules.defaults());
        EditList all = sparsifier.sparsify(graph, Budget.all());
        assertThat(all.applyTo(graph).edgeCount()).isZero();
        assertThat(sparsifier.sparsify(graph, Budget.remove(20))).isEqualTo(all.prefix(20));
        List<Edit> told = new ArrayList<>();
        Sparsification task = Sparsification.of(graph, Budget.all()).resuming(all.prefix(33));
        assertThat(sparsifier.sparsify(task, (edit, score) -> told.add(edit), Progress.none()))
                .isEqualTo(all);
        assertThat(told).isEqualTo(all.toList().subList(33, all.size()));
        Sparsifier other = new ResistanceSparsifier(12, RemovalRules.defaults());
        assertThat(other.sparsify(graph, Budget.all())).isNotEqualTo(all);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.sparsify(task, EditSink.none(), Progress.none()))
                .withMessageContaining("decided edit");
    }

    @Test
    void withKeepConnectedASpanningForestStays() {
        Graph graph = TestGraphs.random(3, 40, 2, 0.2, false);
        RemovalRules rules = RemovalRules.defaults().withKeepConnected(true).withChunk(50);
        Graph forest =
                new ResistanceSparsifier(1, rules).sparsify(graph, Budget.all()).applyTo(graph);
        int count = Components.of(graph).count();
        assertThat(Components.of(forest).count()).isEqualTo(count);
        assertThat(forest.edgeCount()).isEqualTo(graph.vertexCount() - count);
    }

    /** Edges of a clique of k have w R = 2/k, the bridge 1: it goes among the last. */
    @Test
    void bridgesTendToStay() {
        Graph graph = Graph.undirected(40, new int[0][]).with(twoCliques());
        int bridge = graph.edgeBetween(0, 20);
        double mean = 0;
        for (long seed = 0; seed < 40; seed++) {
            EditList all = new ResistanceSparsifier(seed, RemovalRules.defaults()).sparsify(graph, Budget.all());
            for (int i = 0; i < all.size(); i++) {
                if (graph.edgeBetween(all.get(i).u(), all.get(i).v()) == bridge) {
                    mean += i / 40.0 / all.size();
                }
            }
        }
        assertThat(mean).isGreaterThan(0.85);
    }

    private static List<Edge> twoCliques() {
        List<Edge> edges = new ArrayList<>(List.of(new Edge(0, 20)));
        for (int u = 0; u < 20; u++) {
            for (int v = u + 1; v < 20; v++) {
                edges.add(new Edge(u, v));
                edges.add(new Edge(u + 20, v + 20));
            }
        }
        return edges;
    }

    @Test
    void directedGraphsAreRefused() {
        Graph arc = Graph.directed(2, new int[][] {{0, 1}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResistanceSparsifier(1, RemovalRules.defaults()).sparsify(arc, Budget.all()));
    }

    @Test
    void cancellingLeavesWhatWasDecided() {
        Sparsifier sparsifier = new ResistanceSparsifier(1, RemovalRules.defaults());
        Sparsification task = Sparsification.of(TestGraphs.cycle(4001), Budget.all());
        assertThat(sparsifier.sparsify(task, EditSink.none(), DenseOracle.CANCELLED))
                .isEqualTo(EditList.empty());
    }
}
