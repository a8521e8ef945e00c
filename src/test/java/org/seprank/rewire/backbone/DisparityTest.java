package org.seprank.rewire.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.family.GraphFamily;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.score.ScoreSparsifier;
import org.seprank.work.Progress;

class DisparityTest {
    /** By edge, from networkx 3.6, {@code karate_club_graph()}. */
    private static final String KARATE =
            "453333222313222263451222345132223332353333342332341213123543542327424224233445";

    private static double[] scores(Graph graph) {
        return new Disparity().scores(graph, Progress.none());
    }

    /** Computed with networkx and the formula. */
    @Test
    void friendshipsOfTheKarateClub() {
        int[] next = new int[1];
        Graph karate =
                WeightedGraphs.weighted(GraphFamily.parse("family:karate", 0), () -> KARATE.charAt(next[0]++) - '0');
        double[] scores = scores(karate);
        int best = karate.edgeBetween(25, 31);
        assertThat(-scores[best]).isCloseTo(0.131687, within(5e-7));
        assertThat(Arrays.stream(scores).max()).hasValue(scores[best]);
        assertThat(-scores[karate.edgeBetween(0, 2)]).isCloseTo(0.14937795342825935, within(1e-15));
        assertThat(Arrays.stream(scores).filter(score -> -score < 0.1).count()).isZero();
        assertThat(Arrays.stream(scores).filter(score -> -score < 0.3).count()).isEqualTo(18);
        assertThat(new ScoreSparsifier(new Disparity(), RemovalRules.defaults())
                        .sparsify(karate, Budget.all())
                        .get(77))
                .isEqualTo(Edit.remove(25, 31));
    }

    /** {@code alpha = 1 - (k - 1)} times the integral of {@code (1 - x)^(k - 2)} from 0 to w / s. */
    @Test
    void significancesAreThoseOfABrokenStick() {
        for (int seed = 0; seed < 30; seed++) {
            boolean directed = seed % 3 == 0;
            Graph graph = WeightedGraphs.whole(seed, directed);
            double[] scores = scores(graph);
            for (int e = 0; e < scores.length; e++) {
                double tail = alpha(graph, e, graph.source(e), true);
                double head = alpha(graph, e, graph.target(e), false);
                assertThat(-scores[e]).as("seed %d, edge %d", seed, e).isCloseTo(Math.min(tail, head), within(1e-7));
            }
        }
    }

    private static double alpha(Graph graph, int edge, int end, boolean leaving) {
        double sum = 0;
        int degree = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            boolean there = graph.directed()
                    ? (leaving ? graph.source(e) : graph.target(e)) == end
                    : graph.source(e) == end || graph.target(e) == end;
            sum += there ? graph.weight(e) : 0;
            degree += there ? 1 : 0;
        }
        if (degree < 2 || sum == 0) {
            return 1;
        }
        double share = graph.weight(edge) / sum;
        double integral = 0;
        int pieces = 20_000;
        for (int i = 0; i < pieces; i++) {
            double x = share * (i + 0.5) / pieces;
            integral += Math.pow(1 - x, degree - 2) * share / pieces;
        }
        return 1 - (degree - 1) * integral;
    }

    @Test
    void withoutWeightsTheLargerDegreeDecides() {
        assertThat(scores(TestGraphs.star(5))).containsOnly(-Math.pow(0.8, 4));
        assertThat(scores(TestGraphs.cycle(5))).containsOnly(-0.5);
        assertThat(scores(Graph.undirected(2, new int[][] {{0, 1}}))).containsExactly(-1);
        assertThat(scores(Graph.undirected(3, new int[0][]))).isEmpty();
    }

    @Test
    void verySignificantEdgesAreToldApart() {
        GraphBuilder star = GraphBuilder.over(1002, false);
        star.edge(0, 1, 1e6);
        star.edge(0, 2, 2e6);
        for (int leaf = 3; leaf < 1002; leaf++) {
            star.edge(0, leaf, 1);
        }
        double[] scores = scores(star.build());
        assertThat(1 + scores[0]).isEqualTo(1 + scores[1]).isEqualTo(1); // 1 - alpha could not
        assertThat(scores[0]).isLessThan(scores[1]);
    }

    @Test
    void whatIsNoWeightIsRefused() {
        GraphBuilder builder = GraphBuilder.over(2, false);
        builder.edge(0, 1, -1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores(builder.build()))
                .withMessage("weight -1.0 of edge (0, 1) is negative or not finite");
    }
}
