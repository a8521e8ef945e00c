package org.seprank.separation.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.oracle.SmallGraphs;

class SmoothnessTest {
    private static final Graph EDGE = Graph.undirected(2, new int[][] {{0, 1}});

    static Stream<Long> seeds() {
        return SmallGraphs.seeds(30);
    }

    @Test
    void oneEdgeHasItsClosedForms() {
        double[] x = {1, 0, 0, 2};
        assertThat(Smoothness.dirichletEnergy(EDGE, x, 2)).isCloseTo((1 + 4) / 2.0, within(1e-15));
        assertThat(Smoothness.unnormalisedDirichletEnergy(EDGE, x, 2)).isCloseTo(5, within(1e-15));
        assertThat(Smoothness.meanAverageDistance(EDGE, x, 2)).isCloseTo(1, within(1e-15));
        assertThat(Smoothness.meanAverageDistance(EDGE, new double[] {1, 1, -3, -3}, 2))
                .isCloseTo(2, within(1e-15));
        assertThat(Smoothness.meanAverageDistance(EDGE, new double[] {1, 0, 5, 5}, 2))
                .isCloseTo(1 - Math.sqrt(0.5), within(1e-15));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theDirichletEnergyIsTheTraceOfTheQuadraticForm(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        int n = graph.vertexCount();
        double[] x = features(n * 3, seed);
        RealMatrix features = matrix(x, 3);
        RealMatrix laplacian = MatrixUtils.createRealIdentityMatrix(n).subtract(DenseConvolution.of(graph));
        double expected =
                features.transpose().multiply(laplacian).multiply(features).getTrace();
        assertThat(Smoothness.dirichletEnergy(graph, x, 3)).isCloseTo(expected, within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theUnnormalisedEnergyIsTheDoubleSum(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        int n = graph.vertexCount();
        double[] x = features(n * 2, seed);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j && graph.edgeBetween(i, j) >= 0) {
                    sum += square(x, i, j);
                }
            }
        }
        assertThat(Smoothness.unnormalisedDirichletEnergy(graph, x, 2)).isCloseTo(sum / n, within(1e-13));
    }

    private static double square(double[] x, int i, int j) {
        double first = x[2 * i] - x[2 * j];
        double second = x[2 * i + 1] - x[2 * j + 1];
        return first * first + second * second;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theMeanAverageDistanceIsTheMeanOfMeans(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        int n = graph.vertexCount();
        double[] x = features(n * 3, seed);
        double expected = IntStream.range(0, n)
                .filter(v -> graph.out().degree(v) > 0)
                .mapToDouble(v -> IntStream.range(0, n)
                        .filter(u -> u != v && graph.edgeBetween(u, v) >= 0)
                        .mapToDouble(u -> 1 - cosine(row(x, u), row(x, v)))
                        .average()
                        .orElseThrow())
                .average()
                .orElse(0);
        assertThat(Smoothness.meanAverageDistance(graph, x, 3)).isCloseTo(expected, within(1e-14));
    }

    private static double[] row(double[] x, int v) {
        return Arrays.copyOfRange(x, 3 * v, 3 * v + 3);
    }

    private static double cosine(double[] x, double[] y) {
        RealMatrix both = MatrixUtils.createRealMatrix(new double[][] {x, y});
        RealMatrix gram = both.multiply(both.transpose());
        return gram.getEntry(0, 1) / Math.sqrt(gram.getEntry(0, 0) * gram.getEntry(1, 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void smoothFeaturesHaveNoEnergy(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        int n = graph.vertexCount();
        double[] constant = new double[n];
        Arrays.fill(constant, 3);
        double[] kernel = IntStream.range(0, n)
                .mapToDouble(v -> Math.sqrt(1.0 + graph.out().degree(v)))
                .toArray();
        assertThat(Smoothness.unnormalisedDirichletEnergy(graph, constant, 1)).isZero();
        assertThat(Smoothness.meanAverageDistance(graph, constant, 1)).isZero();
        assertThat(Smoothness.dirichletEnergy(graph, kernel, 1)).isCloseTo(0, within(1e-28));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void directionsDoNotCount(long seed) {
        Graph directed = SmallGraphs.directed(seed);
        Graph undirected = directed.asUndirected();
        double[] x = features(directed.vertexCount() * 2, seed);
        assertThat(Smoothness.dirichletEnergy(directed, x, 2)).isEqualTo(Smoothness.dirichletEnergy(undirected, x, 2));
        assertThat(Smoothness.meanAverageDistance(directed, x, 2))
                .isEqualTo(Smoothness.meanAverageDistance(undirected, x, 2));
    }

    @Test
    void vectorsOfZerosAreAtDistanceZeroFromEachOtherAndOneFromOthers() {
        assertThat(Smoothness.meanAverageDistance(EDGE, new double[4], 2)).isZero();
        assertThat(Smoothness.meanAverageDistance(EDGE, new double[] {0, 0, -5, 2}, 2))
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void lengthsDoNotMatterToTheCosine() {
        assertThat(Smoothness.meanAverageDistance(EDGE, new double[] {1e-300, 0, 0, 1e300}, 2))
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void featuresThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothness.dirichletEnergy(EDGE, new double[3], 2))
                .withMessageContaining("3 features");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothness.meanAverageDistance(EDGE, new double[2], 0))
                .withMessageContaining("width 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothness.unnormalisedDirichletEnergy(
                        EDGE, new double[] {1, 2, 3, Double.POSITIVE_INFINITY}, 2))
                .withMessageContaining("feature 1 of vertex 1");
    }

    private static double[] features(int count, long seed) {
        return new SplittableRandom(seed).doubles(count, -1, 1).toArray();
    }

    private static RealMatrix matrix(double[] x, int width) {
        double[][] rows = new double[x.length / width][];
        Arrays.setAll(rows, v -> Arrays.copyOfRange(x, v * width, (v + 1) * width));
        return MatrixUtils.createRealMatrix(rows);
    }
}
