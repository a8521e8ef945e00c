package org.seprank.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.oracle.SmallGraphs;
import org.seprank.rank.Certainty;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;

class WalkIndicesTest {
    static java.util.stream.Stream<Long> seeds() {
        return SmallGraphs.seeds(30);
    }

    /** In a clique of n vertices n^(L-1) closed walks of length L start at every vertex. */
    @Test
    void cliquesHavePowers() {
        GraphReview review = Review.of(Review.family("complete,n=5"), Group.WALKS);
        for (int depth = 1; depth <= 3; depth++) {
            Distribution logs = review.named("ln walk index of {v}, depth " + depth)
                    .orElseThrow()
                    .distribution();
            assertThat(logs.quantiles().get(0)).isEqualTo((depth - 1) * Math.log(5), within(1e-12));
            assertThat(logs.quantiles().get(4)).isEqualTo(logs.quantiles().get(0));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void singleVerticesAreThoseOfTheDefinition(long seed) {
        for (Graph graph : new Graph[] {SmallGraphs.undirected(seed), SmallGraphs.directed(seed)}) {
            int n = graph.vertexCount();
            GraphReview review = Review.of(graph, Group.WALKS);
            for (int depth = 1; depth <= 3; depth++) {
                double[] logs = new double[n];
                for (int t = 0; t < n; t++) {
                    logs[t] = Math.log(WalkIndex.of(graph, VertexSet.of(n, t), Target.vertex(t), depth)
                            .doubleValue());
                }
                assertThat(review.named("ln walk index of {v}, depth " + depth)
                                .orElseThrow()
                                .distribution())
                        .isEqualTo(Distribution.of(logs, Distribution.Binning.NONE));
            }
        }
    }

    @Test
    void aSampleHasValuesOfTheWhole() {
        Graph graph = Review.family("complete,n=40");
        MeasureOptions.Effort little = new MeasureOptions.Effort(1, 20, 5, 5, 10);
        Measure sampled = Review.sampled(graph, little, Group.WALKS)
                .named("ln walk index of {v}, depth 3")
                .orElseThrow();
        assertThat(sampled.certainty()).isInstanceOf(Certainty.Estimated.class);
        assertThat(sampled.distribution().size()).isEqualTo(16);
        assertThat(sampled.distribution().quantiles().get(0)).isEqualTo(2 * Math.log(40), within(1e-9));
        assertThat(sampled.distribution().quantiles().get(4)).isEqualTo(2 * Math.log(40), within(1e-9));
    }

    @Test
    void partitionsHaveTheirWalkIndicesAndBounds() {
        Graph path = Review.family("path,n=4");
        Partition half = new Partition("half", VertexSet.range(4, 0, 1));
        MeasureOptions options = MeasureOptions.seeded(0)
                .withGroups(EnumSet.of(Group.WALKS, Group.SEPARATION))
                .withQuestion(new MeasureOptions.Question(List.of(half), Target.graph(), 2, 2));
        GraphReview review = Review.of(path, options);
        assertThat(review.named("half: walk index, depth 2").orElseThrow().number())
                .isEqualTo(6);
        assertThat(review.named("half: walk index, depth 3").orElseThrow().number())
                .isEqualTo(16);
        for (int depth = 1; depth <= 3; depth++) {
            SeparationProblem problem = new SeparationProblem(path, half.vertices(), Target.graph(), depth, 2, 2);
            Bounds bounds = Bounds.of(
                    problem, Bounds.Options.defaults().withEnumerationCap(2000).withExhaustiveLimit(10));
            double from = review.named("half: ln rank from, depth " + depth)
                    .orElseThrow()
                    .number();
            double to = review.named("half: ln rank to, depth " + depth)
                    .orElseThrow()
                    .number();
            assertThat(from).isEqualTo(bounds.tightestLower().nats());
            assertThat(to).isEqualTo(bounds.tightestUpper().nats());
            assertThat(from).isLessThanOrEqualTo(to + 1e-12);
        }
        // the separation rank is 24
        assertThat(review.named("half: ln rank to, depth 2").orElseThrow().number())
                .isGreaterThanOrEqualTo(Math.log(24) - 1e-9);
        assertThat(review.named("half: ln rank from, depth 2").orElseThrow().number())
                .isLessThanOrEqualTo(Math.log(24) + 1e-9);
    }

    @Test
    void logarithmsOfLargeNumbersAreFinite() {
        assertThat(WalkIndices.log(BigInteger.TWO.pow(5000))).isEqualTo(5000 * Math.log(2), within(1e-9));
        assertThat(WalkIndices.log(BigInteger.valueOf(7))).isEqualTo(Math.log(7), within(1e-15));
        assertThat(WalkIndices.log(BigInteger.ZERO)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void theEstimateOfStepsGrowsWithTheDepth() {
        Graph graph = Review.family("erdos-renyi,n=200,m=1000");
        double[] steps = {2, 3, 5, 7};
        Arrays.setAll(steps, i -> WalkIndices.steps(graph, (int) steps[i]));
        assertThat(steps).isSorted();
    }
}
