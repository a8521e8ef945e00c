package org.seprank.rewire.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.Ties;
import org.seprank.rewire.edit.Edit;
import org.seprank.work.Progress;

class LocalFilterTest {
    private static double[] scores(EdgeScore score, Graph graph) {
        return score.scores(graph, Progress.none());
    }

    @Test
    void ofJaccardItIsLocalSimilarity() {
        for (int seed = 0; seed < 10; seed++) {
            Graph graph = TestGraphs.hubs(seed, 50, 3, false);
            assertThat(scores(new LocalFilter(Similarity.JACCARD), graph))
                    .isEqualTo(scores(LocalRank.SIMILARITY, graph));
        }
    }

    /** NetworKit's issue 1242: local degree gives the edges of a triangle 1, 1 and 0 there. */
    @Test
    void edgesOfATriangleAreEqual() {
        Graph triangle = TestGraphs.cycle(3);
        EdgeScore constant = (graph, progress) -> new double[graph.edgeCount()];
        for (EdgeScore score : new EdgeScore[] {
            LocalRank.DEGREE, LocalRank.SIMILARITY, new LocalFilter(Similarity.TRIANGLES), new LocalFilter(constant)
        }) {
            assertThat(scores(score, triangle)).containsOnly(1);
            RemovalRules rules = RemovalRules.defaults();
            assertThat(new ScoreSparsifier(score, rules).sparsify(triangle, Budget.all()))
                    .containsExactly(Edit.remove(0, 1), Edit.remove(0, 2), Edit.remove(1, 2));
            assertThat(new ScoreSparsifier(score, rules.withTies(Ties.LAST)).sparsify(triangle, Budget.all()))
                    .containsExactly(Edit.remove(1, 2), Edit.remove(0, 2), Edit.remove(0, 1));
        }
    }

    @Test
    void scoresAreRanksAmongTheEdgesOfEitherEnd() {
        for (int seed = 0; seed < 40; seed++) {
            Graph graph = TestGraphs.small(seed, seed % 2 == 0);
            SplittableRandom random = new SplittableRandom(seed);
            double[] values =
                    random.ints(graph.edgeCount(), -1, 3).asDoubleStream().toArray();
            double[] scores = scores(new LocalFilter((any, progress) -> values.clone()), graph);
            for (int e = 0; e < values.length; e++) {
                double tail = local(graph, values, e, graph.source(e), true);
                double head = local(graph, values, e, graph.target(e), false);
                assertThat(scores[e]).as("seed %d, edge %d", seed, e).isCloseTo(Math.max(tail, head), within(1e-12));
            }
        }
    }

    private static double local(Graph graph, double[] values, int edge, int end, boolean leaving) {
        int rank = 1;
        int degree = 0;
        for (int e = 0; e < values.length; e++) {
            boolean there = graph.directed()
                    ? (leaving ? graph.source(e) : graph.target(e)) == end
                    : graph.source(e) == end || graph.target(e) == end;
            degree += there ? 1 : 0;
            rank += there && values[e] > values[edge] ? 1 : 0;
        }
        return degree == 1 ? 1 : 1 - Math.log(rank) / Math.log(degree);
    }

    @Test
    void everyVertexKeepsAnEdgeAsLongAsScoresAreBelowOne() {
        Graph graph = TestGraphs.hubs(4, 80, 4, false);
        double[] scores = scores(new LocalFilter(new Betweenness(false)), graph);
        int low = (int) Arrays.stream(scores).filter(score -> score < 1).count();
        Graph left = new ScoreSparsifier(new LocalFilter(new Betweenness(false)), RemovalRules.defaults())
                .sparsify(graph, Budget.remove(low))
                .applyTo(graph);
        for (int v = 0; v < 80; v++) {
            assertThat(left.out().degree(v)).isPositive();
        }
    }
}
