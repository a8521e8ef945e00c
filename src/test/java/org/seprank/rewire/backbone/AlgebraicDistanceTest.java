package org.seprank.rewire.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.TestGraphs;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class AlgebraicDistanceTest {
    private static double[] scores(AlgebraicDistance score, Graph graph) {
        return score.scores(graph, Progress.none());
    }

    @Test
    void scoresAreThoseOfAPowerOfTheMatrix() {
        for (int seed = 0; seed < 12; seed++) {
            Graph graph = WeightedGraphs.positive(seed);
            AlgebraicDistance score = new AlgebraicDistance(3, 7, 0.3, seed % 3, seed);
            double[][] vectors = dense(score, graph);
            double[] scores = scores(score, graph);
            for (int e = 0; e < scores.length; e++) {
                double distance = 0;
                for (double[] x : vectors) {
                    double difference = Math.abs(x[graph.source(e)] - x[graph.target(e)]);
                    distance = switch (score.norm()) {
                        case 0 -> Math.max(distance, difference);
                        case 1 -> distance + difference;
                        default -> Math.hypot(distance, difference);
                    };
                }
                assertThat(scores[e]).as("seed %d, edge %d", seed, e).isCloseTo(1 - distance, within(1e-11));
            }
        }
    }

    /** The start by the documented rule, a power of the dense matrix, and the range of what has edges. */
    private static double[][] dense(AlgebraicDistance score, Graph graph) {
        int n = graph.vertexCount();
        RealMatrix step = new Array2DRowRealMatrix(n, n);
        boolean[] counts = new boolean[n];
        for (int v = 0; v < n; v++) {
            double strength = 0;
            for (int w = 0; w < n; w++) {
                int e = graph.edgeBetween(v, w);
                strength += e < 0 ? 0 : graph.weight(e);
            }
            counts[v] = strength > 0;
            for (int w = 0; w < n; w++) {
                int e = graph.edgeBetween(v, w);
                double share = e < 0 ? 0 : score.omega() * graph.weight(e) / strength;
                step.setEntry(v, w, v == w ? (counts[v] ? 1 - score.omega() : 1) : share);
            }
        }
        SplittableRandom random = new SplittableRandom(score.seed());
        double[][] vectors = new double[score.vectors()][];
        for (int i = 0; i < vectors.length; i++) {
            SplittableRandom stream = random.split();
            double[] start = new double[n];
            for (int v = 0; v < n; v++) {
                start[v] = stream.nextDouble();
            }
            double[] x = step.power(score.steps()).operate(start);
            double least = 1;
            double most = 0;
            for (int v = 0; v < n; v++) {
                least = counts[v] ? Math.min(least, x[v]) : least;
                most = counts[v] ? Math.max(most, x[v]) : most;
            }
            double low = least;
            double range = most - least;
            vectors[i] = Arrays.stream(x).map(y -> (y - low) / range).toArray();
        }
        return vectors;
    }

    @Test
    void theEdgeBetweenTwoCliquesIsTheLongest() {
        GraphBuilder builder = GraphBuilder.over(20, false);
        for (int u = 0; u < 20; u++) {
            for (int v = u + 1; v < 20; v++) {
                if (u / 10 == v / 10 || (u == 9 && v == 10)) {
                    builder.edge(u, v);
                }
            }
        }
        Graph graph = builder.build();
        double[] scores = scores(new AlgebraicDistance(10, 30, 0.5, 0, 1), graph);
        assertThat(Arrays.stream(scores).min()).hasValue(scores[graph.edgeBetween(9, 10)]);
        assertThat(Arrays.stream(scores)).allMatch(score -> score >= 0 && score <= 1);
    }

    @Test
    void anEdgeAloneIsAsShortAsCanBe() {
        Graph edge = Graph.undirected(3, new int[][] {{0, 1}});
        assertThat(scores(new AlgebraicDistance(4, 1, 0.5, 0, 1), edge)).containsExactly(1);
        assertThat(scores(new AlgebraicDistance(4, 0, 0.5, 0, 1), edge)).containsExactly(0); // 0 and 1 at the start
        assertThat(scores(new AlgebraicDistance(4, 0, 0.5, 1, 1), edge)).containsExactly(-3);
        GraphBuilder zero = GraphBuilder.over(2, false);
        zero.edge(0, 1, 0);
        assertThat(Arrays.stream(scores(new AlgebraicDistance(4, 9, 0.5, 0, 1), zero.build())))
                .allMatch(Double::isFinite);
    }

    @Test
    void scoresDependOnTheSeedAndNotOnThreads() {
        Graph graph = TestGraphs.hubs(5, 200, 3, false);
        AlgebraicDistance score = new AlgebraicDistance(10, 30, 0.5, 0, 1);
        assertThat(Parallel.of(4).call(() -> scores(score, graph)))
                .isEqualTo(Parallel.of(1).call(() -> scores(score, graph)))
                .isNotEqualTo(scores(new AlgebraicDistance(10, 30, 0.5, 0, 2), graph));
    }

    @Test
    void badOptionsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlgebraicDistance(0, 30, 0.5, 0, 1))
                .withMessageContaining("0 vectors");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlgebraicDistance(1, 30, 1.5, 0, 1))
                .withMessageContaining("omega 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores(new AlgebraicDistance(1, 1, 0.5, 0, 1), TestGraphs.small(1, true)))
                .withMessageContaining("undirected");
    }
}
