package org.seprank.measure.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Labels;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.family.GraphFamily;

class NearestClassMeanTest {
    private static List<Double> shares(Graph graph, int[] labels, float[] features, int depth) {
        int n = graph.vertexCount();
        int columns = features.length / n;
        Labels known = Labels.of(labels);
        return NearestClassMean.shares(
                graph,
                known,
                DenseFeatures.over(n, columns, features).toSparse(),
                IntStream.range(0, columns).toArray(),
                known.known(),
                depth);
    }

    private static float[] oneHot(int[] labels, int classes) {
        float[] features = new float[labels.length * classes];
        for (int v = 0; v < labels.length; v++) {
            features[v * classes + labels[v]] = 1;
        }
        return features;
    }

    /** In a complete graph the average is the same everywhere: nobody is nearer to one class than to another. */
    @Test
    void averagesOverAllAreTies() {
        int[] labels = {0, 0, 0, 1, 1, 1};
        List<Double> shares = shares(GraphFamily.parse("family:complete,n=6", 0), labels, oneHot(labels, 2), 2);
        assertThat(shares.get(0)).isEqualTo(1);
        assertThat(shares.get(1)).isLessThan(1); // up to rounding all distances are equal
    }

    /** Between classes alone, averages of opposite classes stay apart: neighbours tell all the same. */
    @Test
    void completeBipartiteClassesStayApart() {
        int[] labels = {0, 0, 0, 1, 1, 1};
        GraphBuilder builder = GraphBuilder.over(6, false);
        for (int u = 0; u < 3; u++) {
            for (int v = 3; v < 6; v++) {
                builder.edge(u, v);
            }
        }
        assertThat(shares(builder.build(), labels, oneHot(labels, 2), 1)).containsExactly(1.0, 1.0);
    }

    /** Mean-free noise within cliques that are the classes is averaged away. */
    @Test
    void cliquesAverageTheirNoiseAway() {
        GraphBuilder builder = GraphBuilder.over(8, false);
        int[] labels = new int[8];
        for (int u = 0; u < 8; u++) {
            labels[u] = u / 4;
            for (int v = u + 1; v < 8; v++) {
                if (u / 4 == v / 4) {
                    builder.edge(u, v);
                }
            }
        }
        float[] features = {1, 10, -9, -1, 11, -8, -2, 3};
        List<Double> shares = shares(builder.build(), labels, features, 1);
        assertThat(shares.get(0)).isLessThan(0.7);
        assertThat(shares.get(1)).isEqualTo(1);
    }

    @Test
    void aClassOfOneIsAMissAndUnknownLabelsAreNotJudged() {
        Graph graph = GraphFamily.parse("family:path,n=5", 0);
        int[] labels = {0, 0, 1, Labels.MISSING, 0};
        List<Double> shares = shares(graph, labels, new float[] {1, 1, 5, 9, 1}, 0);
        assertThat(shares).containsExactly(0.5);
    }

    /** Dense matrices, the mean of a class computed anew without each vertex. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void equalsTheDefinition(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 12 + random.nextInt(10);
        int columns = seed % 2 == 0 ? 3 : 40;
        Graph graph = GraphFamily.parse("family:erdos-renyi,n=" + n + ",m=" + 2 * n, seed);
        int[] labels = random.ints(n, 0, 3).toArray();
        float[] features = new float[n * columns];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextDouble();
        }
        List<Double> shares = shares(graph, labels, features, 2);
        double[][] rows = new double[n][columns];
        for (int i = 0; i < features.length; i++) {
            rows[i / columns][i % columns] = features[i];
        }
        for (int depth = 0; depth <= 2; depth++) {
            assertThat(shares.get(depth)).isCloseTo(byDefinition(rows, labels), within(1e-12));
            rows = convolved(graph, rows);
        }
    }

    private static double[][] convolved(Graph graph, double[][] rows) {
        int n = rows.length;
        double[][] next = new double[n][rows[0].length];
        for (int v = 0; v < n; v++) {
            for (int u = 0; u < n; u++) {
                if (u == v || graph.edgeBetween(u, v) >= 0) {
                    double weight = 1
                            / Math.sqrt(
                                    (graph.out().degree(u) + 1.0) * (graph.out().degree(v) + 1.0));
                    for (int k = 0; k < rows[u].length; k++) {
                        next[v][k] += weight * rows[u][k];
                    }
                }
            }
        }
        return next;
    }

    private static double byDefinition(double[][] rows, int[] labels) {
        List<Double> recalls = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            int hits = 0;
            int all = 0;
            for (int v = 0; v < rows.length; v++) {
                if (labels[v] == c) {
                    all++;
                    hits += nearest(rows, labels, v) == c ? 1 : 0;
                }
            }
            if (all > 0) {
                recalls.add((double) hits / all);
            }
        }
        return recalls.stream().mapToDouble(recall -> recall).average().orElseThrow();
    }

    private static int nearest(double[][] rows, int[] labels, int v) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < 3; c++) {
            double[] mean = new double[rows[v].length];
            int size = 0;
            for (int u = 0; u < rows.length; u++) {
                if (u != v && labels[u] == c) {
                    size++;
                    for (int k = 0; k < mean.length; k++) {
                        mean[k] += rows[u][k];
                    }
                }
            }
            double distance = 0;
            for (int k = 0; k < mean.length; k++) {
                distance += (rows[v][k] - mean[k] / size) * (rows[v][k] - mean[k] / size);
            }
            if (size > 0 && distance < least) {
                best = c;
                least = distance;
            }
        }
        return best;
    }
}
