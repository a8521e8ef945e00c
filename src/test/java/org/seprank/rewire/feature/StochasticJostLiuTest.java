package org.seprank.rewire.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Features;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestFeatures;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.curvature.JostLiu;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.feature.StochasticJostLiu.Options;
import org.seprank.work.Progress;

class StochasticJostLiuTest {
    private static final double COLD = 1e9; // the largest exponent is drawn
    private static final int ALL = Integer.MAX_VALUE;

    private static EditList run(Graph graph, Features features, Options options) {
        return new StochasticJostLiu(features, options).rewire(graph, ALL, Progress.none());
    }

    private static double distance(Features features, Edge pair) {
        double square = 0;
        for (int c = 0; c < features.columns(); c++) {
            square += Math.pow(features.value(pair.u(), c) - (double) features.value(pair.v(), c), 2);
        }
        return Math.sqrt(square);
    }

    /** What the curvatures around a new edge gain on average, from both graphs. */
    private static double gain(Graph graph, Edge pair) {
        Graph after = graph.with(List.of(pair));
        double[] old = JostLiu.all(graph);
        double[] now = JostLiu.all(after);
        double sum = 0;
        int edges = 0;
        for (int w = 0; w < graph.vertexCount(); w++) {
            if (graph.edgeBetween(pair.u(), w) >= 0 && graph.edgeBetween(pair.v(), w) >= 0) {
                for (int end : new int[] {pair.u(), pair.v()}) {
                    sum += now[after.edgeBetween(end, w)] - old[graph.edgeBetween(end, w)];
                    edges++;
                }
            }
        }
        return edges == 0 ? 0 : sum / edges;
    }

    private static Map<Edge, Double> exponents(Map<Edge, Double> values, Features features, double alpha, int sign) {
        double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] most = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        values.forEach((pair, value) -> {
            double[] both = {value, distance(features, pair)};
            for (int i = 0; i < 2; i++) {
                least[i] = Math.min(least[i], both[i]);
                most[i] = Math.max(most[i], both[i]);
            }
        });
        Map<Edge, Double> exponents = new HashMap<>();
        values.forEach((pair, value) -> exponents.put(
                pair,
                alpha * (value - least[0]) / (most[0] - least[0])
                        + sign * (1 - alpha) * (distance(features, pair) - least[1]) / (most[1] - least[1])));
        return exponents;
    }

    /** All pairs two steps apart are candidates where there are to be many. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void scoresAreTheExponentsAndInTheColdTheyDecide(long seed) {
        Graph graph = TestGraphs.random(seed, 20, 2, 0.2, false);
        Features features = TestFeatures.normal(seed, 22, 4);
        EditList edits = run(graph, features, new Options(0.7, COLD, 0.5, 1e6, seed));
        Map<Edge, Double> gains = new HashMap<>();
        Map<Edge, Double> curvatures = new HashMap<>();
        double[] known = JostLiu.all(graph);
        for (int u = 0; u < 22; u++) {
            for (int v = u + 1; v < 22; v++) {
                Edge pair = new Edge(u, v);
                int edge = graph.edgeBetween(u, v);
                if (edge >= 0) {
                    curvatures.put(pair, known[edge]);
                } else if (isTwoHop(graph, u, v)) {
                    gains.put(pair, gain(graph, pair));
                }
            }
        }
        assertRanked(edits, Edit.Kind.ADD, exponents(gains, features, 0.7, -1));
        assertRanked(edits, Edit.Kind.REMOVE, exponents(curvatures, features, 0.7, 1));
    }

    private static boolean isTwoHop(Graph graph, int u, int v) {
        for (int w = 0; w < graph.vertexCount(); w++) {
            if (graph.edgeBetween(u, w) >= 0 && graph.edgeBetween(v, w) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void assertRanked(EditList edits, Edit.Kind kind, Map<Edge, Double> exponents) {
        List<Double> scores = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            Edit edit = edits.get(i);
            if (edit.kind() == kind) {
                double score = edits.score(i).getAsDouble();
                assertThat(score).isCloseTo(exponents.get(new Edge(edit.u(), edit.v())), within(1e-6));
                assertThat(scores.isEmpty() || score <= scores.get(scores.size() - 1) + 1e-6)
                        .isTrue();
                scores.add(score);
            }
        }
        assertThat(scores).hasSameSizeAs(exponents.keySet());
    }

    /** A bridge between cliques has the least curvature: pairs around it are the first candidates. */
    @Test
    void candidatesCloseTrianglesOverTheLeastCurvedEdges() {
        Graph cliques = Graph.undirected(8, new int[][] {
            {0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 5}, {4, 6}, {4, 7}, {5, 6}, {5, 7}, {6, 7}
        });
        EditList edits = run(cliques, TestFeatures.normal(2, 8, 3), new Options(0.5, 1, 1, 0.1, 4));
        assertThat(edits.toList())
                .containsExactlyInAnyOrder(
                        Edit.add(0, 4), Edit.add(1, 4), Edit.add(2, 4), Edit.add(3, 5), Edit.add(3, 6), Edit.add(3, 7));
    }

    /** At τ = 0 all orders are as likely; at 3 the larger exponent is exp(3) times as likely to come first. */
    @Test
    void drawsAreInProportionToTheExponential() {
        Graph path = Graph.undirected(4, new int[][] {{0, 1}, {2, 3}});
        Features features = TestFeatures.of(new double[] {0}, new double[] {1}, new double[] {0}, new double[] {3});
        for (double tau : new double[] {0, 3}) {
            int far = 0;
            for (int seed = 0; seed < 4000; seed++) {
                EditList edits = run(path, features, new Options(0, tau, 0, 0, seed));
                far += edits.get(0).equals(Edit.remove(2, 3)) ? 1 : 0;
            }
            assertThat(far / 4000.0).isCloseTo(1 / (1 + Math.exp(-tau)), within(0.03));
        }
    }

    @Test
    void equalValuesRowsOfZerosAndNoEdgesAreNoFailure() {
        Graph cycle = TestGraphs.cycle(7);
        Features zeros = TestFeatures.binary(1, 7, 3, 0);
        EditList edits = run(cycle, zeros, new Options(0.5, 1, 0.5, 10, 1));
        assertThat(edits.size()).isEqualTo(14);
        for (int i = 0; i < edits.size(); i++) {
            assertThat(edits.score(i)).hasValue(0);
        }
        Graph empty = Graph.undirected(7, new int[0][]);
        assertThat(run(empty, zeros, new Options(0.5, 1, 0.5, 10, 1)).size()).isZero();
    }

    @Test
    void optionsOutsideTheirRangesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(1.5, 1, 0.5, 1, 0))
                .withMessageContaining("1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(0.5, -1, 0.5, 1, 0))
                .withMessageContaining("-1");
    }
}
