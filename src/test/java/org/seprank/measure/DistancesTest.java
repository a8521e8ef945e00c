package org.seprank.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.oracle.SmallGraphs;
import org.seprank.rank.Certainty;

class DistancesTest {
    private static final int FAR = 1 << 20;

    static java.util.stream.Stream<Long> seeds() {
        return SmallGraphs.seeds(40);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "path,n=4;            3; 1.6666666666666667",
                "cycle,n=6;           3; 1.8",
                "complete,n=5;        1; 1",
                "star,n=5;            2; 1.6",
                "grid,rows=3,cols=3;  4; 2"
            })
    void knownGraphsHaveKnownDistances(String family, double diameter, double mean) {
        GraphReview review = Review.of(Review.family(family), Group.DISTANCES);
        assertThat(review.named("diameter").orElseThrow().number()).isEqualTo(diameter);
        assertThat(review.named("mean distance").orElseThrow().number()).isEqualTo(mean, within(1e-12));
        assertThat(review.named("joined pairs, share").orElseThrow().number()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void distancesAreThoseOfTheTextbook(long seed) {
        for (Graph graph : new Graph[] {SmallGraphs.undirected(seed), SmallGraphs.directed(seed)}) {
            int n = graph.vertexCount();
            int[][] distances = distances(graph);
            long sum = 0;
            long joined = 0;
            double longest = 0;
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    if (u != v && distances[u][v] < FAR) {
                        sum += distances[u][v];
                        joined++;
                        longest = Math.max(longest, distances[u][v]);
                    }
                }
            }
            GraphReview review = Review.of(graph, Group.DISTANCES, Group.REACH);
            if (n > 1) {
                boolean apart = joined < (long) n * (n - 1);
                assertThat(review.named("diameter").orElseThrow().number())
                        .isEqualTo(apart ? Double.POSITIVE_INFINITY : longest);
                assertThat(review.named("diameter, joined pairs only")
                                .orElseThrow()
                                .number())
                        .isEqualTo(longest);
                assertThat(review.named("joined pairs, share").orElseThrow().number())
                        .isEqualTo(joined / (double) (n * (n - 1)), within(1e-12));
            }
            if (joined > 0) {
                assertThat(review.named("mean distance, joined pairs only")
                                .orElseThrow()
                                .number())
                        .isEqualTo(sum / (double) joined, within(1e-12));
            }
            expectFields(distances, review);
        }
    }

    /** Messages come along edges, so the field of v is who has a path to v. */
    private static void expectFields(int[][] distances, GraphReview review) {
        int n = distances.length;
        for (int depth = 1; depth <= 3; depth++) {
            double[] sizes = new double[n];
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    sizes[v] += distances[u][v] <= depth ? 1 : 0;
                }
            }
            assertThat(review.named("receptive field, depth " + depth)
                            .orElseThrow()
                            .distribution())
                    .isEqualTo(Distribution.of(sizes, Distribution.Binning.NONE));
        }
    }

    private static int[][] distances(Graph graph) {
        int n = graph.vertexCount();
        int[][] distances = new int[n][n];
        for (int u = 0; u < n; u++) {
            Arrays.fill(distances[u], FAR);
            distances[u][u] = 0;
            for (int v = 0; v < n; v++) {
                if (graph.edgeBetween(u, v) >= 0) {
                    distances[u][v] = 1;
                }
            }
        }
        for (int w = 0; w < n; w++) {
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    distances[u][v] = Math.min(distances[u][v], distances[u][w] + distances[w][v]);
                }
            }
        }
        return distances;
    }

    @Test
    void aSampleBoundsTheDiameterAndEstimatesTheMean() {
        Graph graph = Review.family("erdos-renyi,n=600,m=1800");
        GraphReview exact = Review.of(graph, Group.DISTANCES, Group.REACH);
        MeasureOptions.Effort little = new MeasureOptions.Effort(5, 100, 10, 10, 1000);
        GraphReview sampled = Review.sampled(graph, little, Group.DISTANCES, Group.REACH);
        assertThat(sampled.named("diameter, joined pairs only").orElseThrow().certainty())
                .isInstanceOf(Certainty.AtLeast.class);
        assertThat(sampled.named("diameter, joined pairs only").orElseThrow().number())
                .isBetween(
                        2.0,
                        exact.named("diameter, joined pairs only").orElseThrow().number());
        Measure mean = sampled.named("mean distance, joined pairs only").orElseThrow();
        double error = ((Certainty.Estimated) mean.certainty()).standardError();
        assertThat(error).isBetween(1e-3, 0.2);
        assertThat(mean.number())
                .isEqualTo(
                        exact.named("mean distance, joined pairs only")
                                .orElseThrow()
                                .number(),
                        within(4 * error));
        assertThat(sampled.named("receptive field, depth 2")
                        .orElseThrow()
                        .distribution()
                        .size())
                .isEqualTo(100);
    }

    /** On a tree the second sweep ends at the other end of a longest path. */
    @Test
    void twoSweepsFindTheDiameterOfATree() {
        MeasureOptions.Effort little = new MeasureOptions.Effort(5, 2, 10, 10, 10);
        Graph tree = Review.family("random-tree,n=400");
        assertThat(Review.sampled(tree, little, Group.DISTANCES)
                        .named("diameter")
                        .orElseThrow()
                        .number())
                .isEqualTo(Review.of(tree, Group.DISTANCES)
                        .named("diameter")
                        .orElseThrow()
                        .number());
    }

    @Test
    void graphsWithoutPairsHaveNoDistances() {
        for (int n = 0; n < 2; n++) {
            GraphReview review = Review.of(Graph.undirected(n, new int[0][]), Group.DISTANCES);
            assertThat(review.measures()).allMatch(m -> m.certainty() instanceof Certainty.NotComputed);
        }
    }
}
