package org.seprank.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.oracle.SmallGraphs;
import org.seprank.rank.Certainty;

class ConductanceTest {
    static java.util.stream.Stream<Long> seeds() {
        return SmallGraphs.seeds(40);
    }

    /** Gaps: 1 - cos(pi / (n-1)), 1 - cos(2 pi / n), n / (n-1), 1. Kirchhoff: (n^3 - n) / 6, / 12, n - 1, (n-1)^2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "path,n=4;      0.5;   10",
                "cycle,n=6;     0.5;   17.5",
                "complete,n=5;  1.25;  4",
                "star,n=5;      1;     16"
            })
    void knownGraphsHaveKnownGapsAndResistances(String family, double gap, double total) {
        GraphReview review = Review.of(Review.family(family), Group.SPECTRUM, Group.RESISTANCE);
        assertThat(review.named("spectral gap").orElseThrow().number()).isEqualTo(gap, within(1e-9));
        assertThat(review.named("spectral gap").orElseThrow().certainty()).isEqualTo(new Certainty.Exact());
        assertThat(review.named("total effective resistance").orElseThrow().number())
                .isEqualTo(total, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theGapIsTheSecondEigenvalueOfTheDenseMatrix(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        GraphReview review = Review.of(graph, Group.SPECTRUM);
        if (graph.edgeCount() == 0) {
            assertThat(review.measures()).allMatch(m -> m.certainty() instanceof Certainty.NotComputed);
            return;
        }
        int[] vertices =
                java.util.stream.IntStream.range(0, graph.vertexCount()).toArray();
        double[][] dense = new double[vertices.length][vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            for (int j = 0; j < vertices.length; j++) {
                double scale = Math.sqrt(
                        graph.out().degree(vertices[i]) * (double) graph.out().degree(vertices[j]));
                boolean edge = graph.edgeBetween(vertices[i], vertices[j]) >= 0;
                dense[i][j] = (i == j && scale > 0 ? 1 : 0) - (edge ? 1 / scale : 0);
            }
        }
        double[] values = new EigenDecomposition(MatrixUtils.createRealMatrix(dense)).getRealEigenvalues();
        Arrays.sort(values);
        assertThat(review.named("spectral gap").orElseThrow().number()).isEqualTo(values[1], within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void resistancesAreThoseOfThePseudoinverse(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        int n = graph.vertexCount();
        GraphReview review = Review.of(graph, Group.RESISTANCE);
        if (n < 2) {
            assertThat(review.measures()).allMatch(m -> m.certainty() instanceof Certainty.NotComputed);
            return;
        }
        double[][] resistances = resistances(graph);
        double[] values = new double[n * (n - 1) / 2];
        int at = 0;
        double total = 0;
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < u; v++) {
                total += Double.isInfinite(resistances[u][v]) ? 0 : resistances[u][v];
                values[at++] = resistances[u][v];
            }
        }
        boolean apart = Arrays.stream(values).anyMatch(Double::isInfinite);
        double whole = review.named("total effective resistance").orElseThrow().number();
        assertThat(near(whole, apart ? Double.POSITIVE_INFINITY : total)).isTrue();
        Measure joined =
                review.named("total effective resistance, joined pairs only").orElseThrow();
        assertThat(joined.number()).isEqualTo(total, within(1e-8));
        assertThat(review.measures()).allMatch(measure -> measure.certainty() instanceof Certainty.Exact);
        Distribution found =
                review.named("effective resistance of pairs").orElseThrow().distribution();
        Distribution expected = Distribution.of(values, Distribution.Binning.NONE);
        assertThat(found.infinite()).isEqualTo(expected.infinite());
        assertThat(found.size()).isEqualTo(values.length);
        for (int i = 0; i < 5; i++) {
            assertThat(near(found.quantiles().get(i), expected.quantiles().get(i)))
                    .isTrue();
        }
    }

    private static boolean near(double a, double b) {
        return a == b || Math.abs(a - b) < 1e-8;
    }

    /** Infinite where the projector on the kernel tells the two vertices apart. */
    private static double[][] resistances(Graph graph) {
        int n = graph.vertexCount();
        RealMatrix laplacian = MatrixUtils.createRealMatrix(n, n);
        for (int e = 0; e < graph.edgeCount(); e++) {
            int u = graph.source(e);
            int v = graph.target(e);
            laplacian.addToEntry(u, u, 1);
            laplacian.addToEntry(v, v, 1);
            laplacian.addToEntry(u, v, -1);
            laplacian.addToEntry(v, u, -1);
        }
        EigenDecomposition eigen = new EigenDecomposition(laplacian);
        double[][] resistances = new double[n][n];
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                for (int k = 0; k < n; k++) {
                    double drop = eigen.getV().getEntry(u, k) - eigen.getV().getEntry(v, k);
                    double value = eigen.getRealEigenvalue(k);
                    resistances[u][v] +=
                            value > 1e-9 ? drop * drop / value : Math.abs(drop) > 1e-6 ? Double.POSITIVE_INFINITY : 0;
                }
            }
        }
        return resistances;
    }

    @Test
    void largeGraphsAreSolvedPairByPairAndTheirTotalIsEstimated() {
        Graph path = Review.family("path,n=1200");
        GraphReview review = Review.of(path, Group.RESISTANCE);
        double[] distances = PairSample.uniform(1200, 64, 3).pairs().stream()
                .mapToDouble(pair -> Math.abs(pair.v() - pair.u()))
                .toArray();
        Distribution expected = Distribution.of(distances, Distribution.Binning.NONE);
        Distribution found =
                review.named("effective resistance of pairs").orElseThrow().distribution();
        for (int i = 0; i < 5; i++) {
            assertThat(found.quantiles().get(i)).isEqualTo(expected.quantiles().get(i), within(1e-3));
        }
        Graph random = Review.family("erdos-renyi,n=1100,m=4400");
        Measure total = Review.of(random, Group.RESISTANCE)
                .named("total effective resistance, joined pairs only")
                .orElseThrow();
        double error = ((Certainty.Estimated) total.certainty()).standardError();
        double exact =
                org.seprank.rewire.spectral.EffectiveResistance.exact(random).total();
        assertThat(error).isPositive().isLessThan(0.1 * exact);
        assertThat(total.number()).isEqualTo(exact, within(4 * error));
    }

    @Test
    void twoCliquesApartHaveGapZeroAndThatOfTheCliqueWithin() {
        GraphReview review = Review.of(
                Graph.undirected(7, new int[][] {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}}), Group.SPECTRUM);
        assertThat(review.named("spectral gap").orElseThrow().number()).isZero();
        assertThat(review.named("spectral gap, least of the components")
                        .orElseThrow()
                        .number())
                .isEqualTo(1.5, within(1e-9));
    }

    /** Two triangles and a bridge: to take the bridge away is no improvement of anything. */
    @Test
    void aGraphThatFallsApartHasInfiniteResistanceAndNoGap() {
        int[][] apart = {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}};
        int[][] whole = {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}};
        GraphReview before = Review.of(Graph.undirected(6, whole), Group.RESISTANCE, Group.SPECTRUM, Group.DISTANCES);
        GraphReview after = Review.of(Graph.undirected(6, apart), Group.RESISTANCE, Group.SPECTRUM, Group.DISTANCES);
        for (String name : List.of("total effective resistance", "diameter", "mean distance")) {
            assertThat(before.named(name).orElseThrow().number()).as(name).isFinite();
            assertThat(after.named(name).orElseThrow().number()).as(name).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(after.named(name + ", joined pairs only").orElseThrow().number())
                    .as(name)
                    .isFinite();
        }
        assertThat(before.named("total effective resistance").orElseThrow().number())
                .isEqualTo(21, within(1e-9));
        assertThat(before.named("effective resistance of pairs")
                        .orElseThrow()
                        .distribution()
                        .mean())
                .as("exact where the total is")
                .isEqualTo(21.0 / 15, within(1e-9));
        assertThat(after.named("spectral gap").orElseThrow().number()).isZero();
    }

    /** Weights 10, 1 and 1: the gap is the second eigenvalue of I - D^(-1/2) W D^(-1/2) */
    @Test
    void gapAndResistanceAreByWeights() {
        GraphBuilder builder = GraphBuilder.over(3, false);
        builder.edge(0, 1, 10);
        builder.edge(0, 2, 1);
        builder.edge(1, 2, 1);
        Graph triangle = builder.build();
        GraphReview review = Review.of(triangle, Group.SPECTRUM, Group.RESISTANCE);
        double[][] dense = {{0, 10 / 11.0, 1 / Math.sqrt(22)}, {10 / 11.0, 0, 1 / Math.sqrt(22)}, {0, 0, 0}};
        dense[2][0] = dense[0][2];
        dense[2][1] = dense[1][2];
        double[] values = new EigenDecomposition(MatrixUtils.createRealMatrix(dense)).getRealEigenvalues();
        Arrays.sort(values);
        assertThat(review.named("spectral gap").orElseThrow().number()).isEqualTo(1 - values[1], within(1e-9));
        double total = (2.0 + 11 + 11) / 21; // R_uv = (sum of the other two) / (sum of products of two)
        assertThat(review.named("total effective resistance").orElseThrow().number())
                .isEqualTo(total, within(1e-9));
    }

    @Test
    void directedGraphsHaveNeither() {
        GraphReview review = Review.of(
                Graph.directed(3, new int[][] {{0, 1}}),
                MeasureOptions.seeded(0).withGroups(EnumSet.of(Group.SPECTRUM, Group.RESISTANCE, Group.CURVATURE)));
        assertThat(review.measures())
                .hasSize(13)
                .allMatch(m -> m.certainty().describe().contains("not defined for directed graphs"));
    }

    /** Commute: 2m times the distance in a tree. From one end of a path to the other a walk takes (n-1)^2 steps. */
    @Test
    void timesOfWalksOnAPathAreKnown() {
        GraphReview review = Review.of(Review.family("path,n=6"), Group.RESISTANCE);
        Distribution commute =
                review.named("commute time of pairs").orElseThrow().distribution();
        assertThat(commute.quantiles().get(4)).isEqualTo(50, within(1e-9));
        assertThat(commute.quantiles().get(0)).isEqualTo(10, within(1e-9));
        Distribution access =
                review.named("access time of ordered pairs").orElseThrow().distribution();
        assertThat(access.quantiles().get(4)).isEqualTo(25, within(1e-9));
        assertThat(access.quantiles().get(0)).isEqualTo(1, within(1e-9));
        assertThat(access.mean()).isEqualTo(commute.mean() / 2, within(1e-9));
    }

    /** Hitting times solve {@code h(u) = 1 + mean of h over the neighbours}, h = 0 at the target. */
    @ParameterizedTest
    @MethodSource("seeds")
    void accessTimesAreThoseOfTheLinearSystem(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        int n = graph.vertexCount();
        double[][] resistances = resistances(graph);
        List<Double> expected = new ArrayList<>();
        for (int target = 0; target < n; target++) {
            double[][] system = new double[n][n];
            double[] right = new double[n];
            for (int u = 0; u < n; u++) {
                system[u][u] = 1;
                int degree = graph.out().degree(u);
                if (u == target || Double.isInfinite(resistances[u][target])) {
                    continue;
                }
                right[u] = 1;
                for (int w = 0; w < n; w++) {
                    system[u][w] -= w != u && graph.edgeBetween(u, w) >= 0 ? 1.0 / degree : 0;
                }
            }
            double[] times = new LUDecomposition(MatrixUtils.createRealMatrix(system))
                    .getSolver()
                    .solve(MatrixUtils.createRealVector(right))
                    .toArray();
            for (int u = 0; u < n; u++) {
                if (u != target) {
                    expected.add(Double.isInfinite(resistances[u][target]) ? Double.POSITIVE_INFINITY : times[u]);
                }
            }
        }
        if (n > 1) {
            Distribution of = Distribution.of(
                    expected.stream().mapToDouble(Double::doubleValue).toArray(), Distribution.Binning.NONE);
            Distribution found = Review.of(graph, Group.RESISTANCE)
                    .named("access time of ordered pairs")
                    .orElseThrow()
                    .distribution();
            assertThat(found.infinite()).isEqualTo(of.infinite());
            for (int i = 0; i < 5; i++) {
                assertThat(near(found.quantiles().get(i), of.quantiles().get(i)))
                        .isTrue();
            }
        }
    }

    /** In a large cycle pairs at distance d have R = d (n - d) / n, and walks between them take half a commute. */
    @Test
    void sampledTimesOfACycleAreKnown() {
        GraphReview review = Review.of(Review.family("cycle,n=1100"), Group.RESISTANCE);
        Distribution resistance =
                review.named("effective resistance of pairs").orElseThrow().distribution();
        Distribution commute =
                review.named("commute time of pairs").orElseThrow().distribution();
        Distribution access =
                review.named("access time of ordered pairs").orElseThrow().distribution();
        assertThat(commute.mean()).isEqualTo(2200 * resistance.mean(), within(1e-3 * commute.mean()));
        assertThat(access.mean()).isEqualTo(commute.mean() / 2, within(1e-3 * commute.mean()));
    }

    /** Unjoined pairs take for ever, also where a vertex has no edge. */
    @Test
    void timesToOtherComponentsAreInfiniteInSamplesToo() {
        Graph apart = Graph.undirected(1200, new int[][] {{0, 1}});
        GraphReview review = Review.of(apart, Group.RESISTANCE);
        assertThat(review.named("commute time of pairs")
                        .orElseThrow()
                        .distribution()
                        .infinite())
                .isGreaterThan(60);
        assertThat(review.named("access time of ordered pairs")
                        .orElseThrow()
                        .distribution()
                        .infinite())
                .isGreaterThan(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"path,n=12", "cycle,n=15", "grid,rows=6,cols=5", "barbell,clique=5,path=6"})
    void theGapIsBelowItsBoundByDegreeAndDiameter(String family) {
        GraphReview review = Review.of(Review.family(family), Group.SPECTRUM);
        Measure bound =
                review.named("spectral gap, bound by degree and diameter").orElseThrow();
        assertThat(bound.certainty()).isInstanceOf(Certainty.AtMost.class);
        assertThat(review.named("spectral gap").orElseThrow().number()).isLessThan(bound.number());
    }

    /** Of a path with n vertices: maximal degree 2, diameter n - 1, so 4 / (n - 1). */
    @Test
    void theBoundOfTheGapOfAPathIsKnownAndNeedsADiameterOfFour() {
        String name = "spectral gap, bound by degree and diameter";
        assertThat(Review.of(Review.family("path,n=9"), Group.SPECTRUM)
                        .named(name)
                        .orElseThrow()
                        .number())
                .isEqualTo(0.5, within(1e-12));
        for (String without : List.of("path,n=4", "complete,n=5")) {
            assertThat(Review.of(Review.family(without), Group.SPECTRUM)
                            .named(name)
                            .orElseThrow()
                            .certainty())
                    .isInstanceOf(Certainty.NotComputed.class);
        }
        assertThat(Review.of(Graph.undirected(12, new int[][] {{0, 1}, {2, 3}}), Group.SPECTRUM)
                        .named(name)
                        .orElseThrow()
                        .certainty()
                        .describe())
                .contains("not connected");
    }
}
