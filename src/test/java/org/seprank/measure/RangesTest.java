package org.seprank.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;
import org.seprank.graph.Graph;
import org.seprank.measure.range.TargetMatrix;
import org.seprank.rank.Certainty;

class RangesTest {
    private static MeasureOptions options(Group group, List<TargetMatrix> tasks) {
        return MeasureOptions.seeded(2)
                .withGroups(EnumSet.of(group))
                .withDepths(new MeasureOptions.Depths(1, 2))
                .withSubject(new MeasureOptions.Subject(tasks, null));
    }

    private static GraphReview range(Graph graph, TargetMatrix... tasks) {
        return Review.of(graph, options(Group.RANGE, List.of(tasks)));
    }

    /** In a cycle all rows of the normalised adjacency are (1/3, 1/3, 1/3), of its square (1, 2, 3, 2, 1) / 9. */
    @Test
    void walksOnACycleHaveKnownRanges() {
        GraphReview review = range(Review.family("cycle,n=10"), new TargetMatrix.Dirac(4));
        assertThat(review.named("range of walks in hops, depth 1").orElseThrow().number())
                .isCloseTo(2.0 / 3, within(1e-12));
        assertThat(review.named("range of walks in hops, normalised, depth 2")
                        .orElseThrow()
                        .number())
                .isCloseTo(8.0 / 9, within(1e-12));
        assertThat(review.named("range of walks in resistance, depth 1")
                        .orElseThrow()
                        .number())
                .isCloseTo(2.0 / 3 * 0.9, within(1e-9));
        Measure task =
                review.named("range of dirac:4 in hops, normalised over all").orElseThrow();
        assertThat(task.number()).isCloseTo(4, within(1e-12));
        assertThat(task.certainty()).isEqualTo(new Certainty.Exact());
        assertThat(review.measures()).hasSize(18);
    }

    /** A thousand and more vertices are sampled, with a standard error; the mean of all is near. */
    @Test
    void largeGraphsAreSampledWithAnError() {
        Graph grid = Review.family("grid,rows=35,cols=35");
        Measure found = range(grid).named("range of walks in hops, depth 2").orElseThrow();
        Certainty.Estimated how = (Certainty.Estimated) found.certainty();
        assertThat(how.samples()).isEqualTo(256);
        assertThat(how.standardError()).isBetween(1e-6, 0.05);
        assertThat(found.number()).isBetween(1.1, 1.3);
        Measure projected =
                range(grid).named("range of walks in resistance, depth 2").orElseThrow();
        assertThat(projected.certainty().describe()).contains("random projections");
    }

    @Test
    void directedGraphsHaveRangesInHopsAlone() {
        GraphReview review = range(Graph.directed(3, new int[][] {{0, 1}, {1, 2}}));
        assertThat(review.named("range of walks in hops, depth 1").orElseThrow().number())
                .isPositive();
        assertThat(review.named("range of walks in resistance, depth 1")
                        .orElseThrow()
                        .certainty())
                .isInstanceOf(Certainty.NotComputed.class);
    }

    @Test
    void aTaskThatNoVertexHasIsNotComputed() {
        GraphReview review = range(Review.family("complete,n=4"), new TargetMatrix.Dirac(3));
        assertThat(review.named("range of dirac:3 in hops, normalised")
                        .orElseThrow()
                        .certainty()
                        .describe())
                .contains("no vertex has an influence");
    }

    private static GraphReview alignment(Graph graph, Features features) {
        return Review.of(
                graph,
                options(Group.ALIGNMENT, List.of()).withSubject(new MeasureOptions.Subject(List.of(), features)));
    }

    @Test
    void graphsAlignWithTheirFeaturesOrSayWhyNot() {
        Graph grid = Review.family("grid,rows=5,cols=5");
        float[] ones = new float[25];
        Arrays.fill(ones, 1);
        Measure found = alignment(grid, DenseFeatures.over(25, 1, ones))
                .named("alignment of graph and features")
                .orElseThrow();
        assertThat(found.number()).isBetween(0.8, 1.0);
        assertThat(found.certainty()).isInstanceOf(Certainty.Numerical.class);
        assertThat(why(Review.of(grid, options(Group.ALIGNMENT, List.of())))).contains("no features");
        assertThat(why(alignment(grid, DenseFeatures.over(25, 1, new float[25]))))
                .contains("all features are 0");
        assertThat(why(alignment(Graph.undirected(1, new int[0][]), DenseFeatures.over(1, 1, new float[] {1}))))
                .contains("no edge");
        assertThat(why(alignment(Graph.directed(2, new int[][] {{0, 1}}), DenseFeatures.over(2, 1, new float[] {1, 1
                }))))
                .contains("directed");
        assertThat(why(alignment(grid, DenseFeatures.over(2, 1, new float[] {1, 1}))))
                .contains("2 rows");
    }

    private static String why(GraphReview review) {
        return review.named("alignment of graph and features")
                .orElseThrow()
                .certainty()
                .describe();
    }
}
