package org.seprank.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.dataset.Labels;
import org.seprank.graph.Graph;
import org.seprank.oracle.SmallGraphs;
import org.seprank.rank.Certainty;
import org.seprank.work.Progress;

class StructureTest {
    static java.util.stream.Stream<Long> seeds() {
        return SmallGraphs.seeds(40);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "path,n=4;             3; 1; 0; 1; 1.5; 2",
                "cycle,n=6;            6; 1; 0; 2; 2;   2",
                "complete,n=5;        10; 1; 0; 4; 4;   4",
                "star,n=5;             4; 1; 0; 1; 1.6; 4",
                "grid,rows=3,cols=3;  12; 1; 0; 2; 2.6666666666666665; 4",
                "path,n=1;             0; 1; 1; 0; 0;   0"
            })
    void knownGraphsHaveKnownDegrees(
            String family, double edges, double components, double isolated, double least, double mean, double most) {
        GraphReview review = Review.of(Review.family(family), Group.DEGREES);
        assertThat(review.named("edges").orElseThrow().number()).isEqualTo(edges);
        assertThat(review.named("components").orElseThrow().number()).isEqualTo(components);
        assertThat(review.named("isolated vertices").orElseThrow().number()).isEqualTo(isolated);
        Distribution degrees = review.named("degree").orElseThrow().distribution();
        assertThat(degrees.quantiles().get(0)).isEqualTo(least);
        assertThat(degrees.mean()).isEqualTo(mean, within(1e-12));
        assertThat(degrees.quantiles().get(4)).isEqualTo(most);
    }

    @Test
    void directedGraphsHaveTwoDegreesAndNoClustering() {
        Graph graph = Graph.directed(3, new int[][] {{0, 1}, {0, 2}});
        GraphReview review = Review.of(graph, Group.DEGREES, Group.CLUSTERING);
        assertThat(review.named("out-degree")
                        .orElseThrow()
                        .distribution()
                        .quantiles()
                        .get(4))
                .isEqualTo(2);
        assertThat(review.named("in-degree")
                        .orElseThrow()
                        .distribution()
                        .quantiles()
                        .get(4))
                .isEqualTo(1);
        assertThat(review.named("triangles").orElseThrow().certainty()).isInstanceOf(Certainty.NotComputed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cycle,n=6;        0; 0;   0",
                "complete,n=5;    10; 1;   1",
                "star,n=5;         0; 0;   0",
                "barbell,clique=4,path=0;  8; 0.8; 0.875"
            })
    void knownGraphsHaveKnownClustering(String family, double triangles, double global, double local) {
        GraphReview review = Review.of(Review.family(family), Group.CLUSTERING);
        assertThat(review.named("triangles").orElseThrow().number()).isEqualTo(triangles);
        assertThat(review.named("global clustering").orElseThrow().number()).isEqualTo(global, within(1e-12));
        assertThat(review.named("mean local clustering").orElseThrow().number()).isEqualTo(local, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void clusteringIsThatOfAllTriples(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        int n = graph.vertexCount();
        double closed = 0;
        double wedges = 0;
        double local = 0;
        for (int v = 0; v < n; v++) {
            double mine = 0;
            double shut = 0;
            for (int u = 0; u < n; u++) {
                for (int w = u + 1; w < n; w++) {
                    if (graph.edgeBetween(v, u) >= 0 && graph.edgeBetween(v, w) >= 0) {
                        mine++;
                        shut += graph.edgeBetween(u, w) >= 0 ? 1 : 0;
                    }
                }
            }
            wedges += mine;
            closed += shut;
            local += mine == 0 ? 0 : shut / mine;
        }
        GraphReview review = Review.of(graph, Group.CLUSTERING);
        assertThat(review.named("triangles").orElseThrow().number()).isEqualTo(closed / 3);
        assertThat(review.named("mean local clustering").orElseThrow().number()).isEqualTo(local / n, within(1e-12));
        if (wedges > 0) {
            assertThat(review.named("global clustering").orElseThrow().number())
                    .isEqualTo(closed / wedges, within(1e-12));
        } else {
            assertThat(review.named("global clustering").orElseThrow().certainty())
                    .isInstanceOf(Certainty.NotComputed.class);
        }
    }

    /** Two edges within classes and one across; half of all edge ends are of either class. */
    @Test
    void homophilyOfAPathOfTwoClassesIsKnown() {
        MeasureOptions options = MeasureOptions.seeded(0).withGroups(EnumSet.of(Group.HOMOPHILY));
        GraphReview review = Review.of(Review.family("path,n=4"), Labels.of(0, 0, 1, 1), options, Progress.none());
        assertThat(review.named("edge homophily").orElseThrow().number()).isEqualTo(2.0 / 3, within(1e-12));
        assertThat(review.named("vertex homophily").orElseThrow().number()).isEqualTo(0.75, within(1e-12));
        assertThat(review.named("adjusted homophily").orElseThrow().number()).isEqualTo(1.0 / 3, within(1e-12));
    }

    @Test
    void missingLabelsAreSkipped() {
        MeasureOptions options = MeasureOptions.seeded(0).withGroups(EnumSet.of(Group.HOMOPHILY));
        GraphReview review = Review.of(Review.family("path,n=4"), Labels.of(0, 0, 1, -1), options, Progress.none());
        assertThat(review.named("edge homophily").orElseThrow().number()).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void homophilyWithoutLabelsIsNotComputed() {
        GraphReview review = Review.of(Review.family("path,n=4"), Group.HOMOPHILY);
        assertThat(review.measures()).hasSize(7).allMatch(m -> m.certainty() instanceof Certainty.NotComputed);
    }
}
