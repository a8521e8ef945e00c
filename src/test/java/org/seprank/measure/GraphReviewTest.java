package org.seprank.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Labels;
import org.seprank.graph.Graph;
import org.seprank.oracle.SmallGraphs;
import org.seprank.rank.Certainty;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class GraphReviewTest {
    static java.util.stream.Stream<Long> seeds() {
        return SmallGraphs.seeds(15);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void graphsOfAnySizeHaveTheSameMeasures(boolean directed) {
        List<String> names = names(Graph.undirected(9, new int[][] {{0, 1}, {1, 2}, {4, 5}}));
        if (directed) {
            names = names(Graph.directed(9, new int[][] {{0, 1}, {1, 2}, {4, 5}}));
        }
        for (int n = 0; n < 4; n++) {
            Graph empty = directed ? Graph.directed(n, new int[0][]) : Graph.undirected(n, new int[0][]);
            assertThat(names(empty)).isEqualTo(names);
        }
        assertThat(names).doesNotHaveDuplicates();
    }

    private static List<String> names(Graph graph) {
        GraphReview review = Review.of(graph, MeasureOptions.seeded(0));
        for (Measure measure : review.measures()) {
            boolean nothing = measure.reading() instanceof Measure.Nothing;
            assertThat(measure.certainty() instanceof Certainty.NotComputed).isEqualTo(nothing);
            assertThat(measure.reading()).as(measure.name()).isNotEqualTo(new Measure.Real(Double.NaN));
        }
        return review.measures().stream().map(Measure::name).toList();
    }

    @Test
    void isolatedVerticesAreCounted() {
        GraphReview review = Review.of(Graph.undirected(5, new int[][] {{0, 1}}), MeasureOptions.seeded(0));
        assertThat(review.named("isolated vertices").orElseThrow().number()).isEqualTo(3);
        assertThat(review.named("components").orElseThrow().number()).isEqualTo(4);
        assertThat(review.named("joined pairs, share").orElseThrow().number()).isEqualTo(0.1, within(1e-12));
        assertThat(review.named("ln walk index of {v}, depth 2")
                        .orElseThrow()
                        .distribution()
                        .infinite())
                .isEqualTo(3);
        assertThat(review.named("receptive field, depth 3")
                        .orElseThrow()
                        .distribution()
                        .quantiles()
                        .get(2))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theJacobianIsThatOfTheDenseMatrix(long seed) {
        for (Graph graph : new Graph[] {SmallGraphs.undirected(seed), SmallGraphs.directed(seed)}) {
            int n = graph.vertexCount();
            double[][] step = new double[n][n];
            for (int v = 0; v < n; v++) {
                for (int u = 0; u < n; u++) {
                    double scale = Math.sqrt(
                            (1.0 + graph.in().degree(v)) * (1.0 + graph.in().degree(u)));
                    step[v][u] = u == v || graph.edgeBetween(u, v) >= 0 ? 1 / scale : 0;
                }
            }
            MeasureOptions options = MeasureOptions.seeded(seed).withGroups(EnumSet.of(Group.JACOBIAN));
            GraphReview review = Review.of(graph, options);
            PairSample pairs = PairSample.within(graph, 3, options.effort());
            double[][] power = step;
            for (int depth = 1; depth <= 3; depth++) {
                double[][] entries = power;
                double[] expected = pairs.pairs().stream()
                        .mapToDouble(pair -> entries[pair.v()][pair.u()])
                        .toArray();
                Distribution found = review.named("Jacobian bound, depth " + depth)
                        .orElseThrow()
                        .distribution();
                Distribution dense = Distribution.of(expected, Distribution.Binning.NONE);
                for (int i = 0; i < 5; i++) {
                    assertThat(found.quantiles().get(i))
                            .isEqualTo(dense.quantiles().get(i), within(1e-12));
                }
                assertThat(found.mean()).isEqualTo(dense.mean(), within(1e-12));
                power = product(power, step);
            }
            // within reach at the last depth, so positive there
            assertThat(review.named("Jacobian bound, depth 3")
                            .orElseThrow()
                            .distribution()
                            .quantiles()
                            .get(0))
                    .isPositive();
        }
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                for (int k = 0; k < a.length; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() throws Exception {
        Graph graph = Review.family("erdos-renyi,n=1100,m=3000");
        MeasureOptions options = MeasureOptions.seeded(4).withEffort(new MeasureOptions.Effort(4, 256, 64, 2000, 1e5));
        GraphReview one = in(1, graph, options);
        assertThat(in(3, graph, options)).isEqualTo(one);
    }

    private static GraphReview in(int threads, Graph graph, MeasureOptions options) throws Exception {
        return Parallel.of(threads).call(() -> Review.of(graph, options));
    }

    @Test
    void cancelledWorkStops() {
        Progress stopping = new Progress() {
            @Override
            public void start(String what, long total) {}

            @Override
            public void advanceTo(long done) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Graph graph = Review.family("cycle,n=6");
        assertThatThrownBy(() -> Review.of(graph, Labels.missing(6), MeasureOptions.seeded(0), stopping))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void groupsAndDepthsAreRead() {
        assertThat(Group.parse("degrees, Homophily")).containsExactly(Group.DEGREES, Group.HOMOPHILY);
        assertThat(Group.parse("all")).isEqualTo(Group.all());
        assertThatThrownBy(() -> Group.parse("colour"))
                .hasMessageContaining("'colour'")
                .hasMessageContaining("degrees");
        assertThat(MeasureOptions.Depths.parse("2-4")).isEqualTo(new MeasureOptions.Depths(2, 4));
        assertThat(MeasureOptions.Depths.parse("3")).isEqualTo(new MeasureOptions.Depths(3, 3));
        for (String wrong : List.of("", "3-1", "0-2", "1-65", "x")) {
            assertThatThrownBy(() -> MeasureOptions.Depths.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
