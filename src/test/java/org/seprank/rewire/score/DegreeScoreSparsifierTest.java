package org.seprank.rewire.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.Ties;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;

class DegreeScoreSparsifierTest {
    @Test
    void betweenHubsGoesFirst() {
        // two hubs 0 and 1 with three leaves each: leaf edges 1/2 * (1/4 * (3 + 1/2) / 4), the middle (3.5 / 16)^2
        Graph graph = Graph.undirected(8, new int[][] {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {1, 5}, {1, 6}, {1, 7}});
        EditList list = new DegreeScoreSparsifier(0.05, RemovalRules.defaults()).sparsify(graph, Budget.all());
        assertThat(list.get(0)).isEqualTo(Edit.remove(0, 1));
        assertThat(list.prefix(3)).containsExactly(Edit.remove(0, 1), Edit.remove(0, 2), Edit.remove(1, 5));
    }

    @Test
    void equalScoresGoByTheRuleForTies() {
        Graph cycle = TestGraphs.cycle(5);
        RemovalRules last = RemovalRules.defaults().withTies(Ties.LAST);
        assertThat(new DegreeScoreSparsifier(1, RemovalRules.defaults()).sparsify(cycle, Budget.remove(2)))
                .containsExactly(Edit.remove(0, 1), Edit.remove(0, 4));
        assertThat(new DegreeScoreSparsifier(1, last).sparsify(cycle, Budget.remove(2)))
                .containsExactly(Edit.remove(3, 4), Edit.remove(2, 3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.05, 0.3, 1})
    void everyRoundTakesTheLowestScoresOfWhatIsLeft(double share) {
        for (int seed = 0; seed < 10; seed++) {
            Graph graph = seed % 2 == 0
                    ? TestGraphs.hubs(seed, 30, 3, false)
                    : TestGraphs.random(seed, 20, 2, 0.1 * seed, false);
            EditList list = new DegreeScoreSparsifier(share, RemovalRules.defaults()).sparsify(graph, Budget.all());
            int round = (int) Math.max(1, Math.round(share * graph.edgeCount()));
            assertThat(list.size()).isEqualTo(graph.edgeCount());
            for (int from = 0; from < list.size(); from += round) {
                Graph left = list.prefix(from).applyTo(graph);
                List<Double> order = new ArrayList<>();
                for (int i = from; i < Math.min(from + round, list.size()); i++) {
                    order.add(score(left, list.get(i).u(), list.get(i).v()));
                }
                List<Double> lowest = new ArrayList<>();
                for (int e = 0; e < left.edgeCount(); e++) {
                    lowest.add(score(left, left.source(e), left.target(e)));
                }
                lowest.sort(null);
                for (int i = 0; i < order.size(); i++) {
                    assertThat(order.get(i)).isBetween(lowest.get(i) - 1e-12, lowest.get(i) + 1e-12);
                }
            }
        }
    }

    private static double score(Graph graph, int u, int v) {
        return factor(graph, u) * factor(graph, v);
    }

    private static double factor(Graph graph, int v) {
        double degree = 0;
        double sum = 0;
        for (int w = 0; w < graph.vertexCount(); w++) {
            if (graph.edgeBetween(v, w) >= 0) {
                degree++;
                sum += Math.pow(graph.out().degree(w), -0.5);
            }
        }
        return sum / degree / degree;
    }

    @Test
    void directionsAndEmptyRoundsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DegreeScoreSparsifier(0, RemovalRules.defaults()))
                .withMessageContaining("share 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DegreeScoreSparsifier(0.05, RemovalRules.defaults())
                        .sparsify(Graph.directed(2, new int[][] {{0, 1}}), Budget.all()))
                .withMessageContaining("undirected graphs only");
    }
}
