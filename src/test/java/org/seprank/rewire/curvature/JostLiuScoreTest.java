package org.seprank.rewire.curvature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.score.ScoreSparsifier;

class JostLiuScoreTest {
    /** Two cliques of four and the edge 3-4 between them: curvature 2/3 and less within, negative across. */
    private static final Graph CLIQUES = Graph.undirected(8, new int[][] {
        {0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 5}, {4, 6}, {4, 7}, {5, 6}, {5, 7}, {6, 7}
    });

    private static EditList order(boolean lowestFirst) {
        return new ScoreSparsifier(new JostLiuScore(lowestFirst), RemovalRules.defaults())
                .sparsify(CLIQUES, Budget.all());
    }

    @Test
    void bottlenecksStayLongestOrGoFirst() {
        assertThat(order(false).get(12)).isEqualTo(Edit.remove(3, 4));
        assertThat(order(true).get(0)).isEqualTo(Edit.remove(3, 4));
    }

    @Test
    void theOrderIsThatOfTheCurvaturesAndTiesGoToTheFirstEdge() {
        double[] curvatures = JostLiu.all(CLIQUES);
        EditList order = order(false);
        for (int i = 1; i < order.size(); i++) {
            int before =
                    CLIQUES.edgeBetween(order.get(i - 1).u(), order.get(i - 1).v());
            int e = CLIQUES.edgeBetween(order.get(i).u(), order.get(i).v());
            assertThat(curvatures[before]).isGreaterThanOrEqualTo(curvatures[e]);
            assertThat(curvatures[before] > curvatures[e] || before < e).isTrue();
            assertThat(order.score(i)).hasValue(-curvatures[e]);
        }
    }
}
