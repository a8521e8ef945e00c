package org.seprank.rewire.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.Ties;
import org.seprank.rewire.removal.Ranking;

/** How much the rankings of Walk Index Sparsification do on fixed graphs: counts, which no machine and load changes. */
class RankingEffortTest {
    /** Each budget is what was counted when it was set; whoever lowers a count lowers its budget. */
    @ParameterizedTest
    @CsvSource({
        "3, hubs, 6482, 60761, 8558",
        "3, dense, 4159, 57260, 61450",
        "4, hubs, 36351, 729509, 41938",
        "5, hubs, 54642, 10661870, 154792",
    })
    void rankingStaysWithinItsBudget(int depth, String kind, long evaluations, long numbers, long bounds) {
        Graph graph = kind.equals("hubs") ? TestGraphs.hubs(7, 200, 4, false) : TestGraphs.random(7, 80, 0, 0.5, false);
        Counting keys = new Counting(depth == 3 ? new TriangleKeys(graph) : new ClosedWalkKeys(graph, depth));
        Ranking ranking = new LazyRanking(graph, keys, Ties.FIRST, () -> false);
        for (int e = ranking.next(); e != Ranking.NONE; e = ranking.next()) {
            ranking.remove(e);
        }
        assertThat(keys.evaluations).as("evaluations").isLessThanOrEqualTo(evaluations);
        assertThat(keys.numbers).as("numbers written by evaluations").isLessThanOrEqualTo(numbers);
        assertThat(keys.bounds).as("bounds").isLessThanOrEqualTo(bounds);
    }

    /** Counts what is asked of the keys. */
    private static final class Counting implements KeySource {
        private final KeySource keys;
        private long evaluations;
        private long numbers;
        private long bounds;

        Counting(KeySource keys) {
            this.keys = keys;
        }

        @Override
        public void bound(int edge, Key key) {
            bounds++;
            keys.bound(edge, key);
        }

        @Override
        public boolean evaluate(int edge, Key key, int detail) {
            evaluations++;
            boolean whole = keys.evaluate(edge, key, detail);
            numbers += key.size();
            return whole;
        }

        @Override
        public void remove(int edge, IntConsumer improved) {
            keys.remove(edge, improved);
        }
    }
}
