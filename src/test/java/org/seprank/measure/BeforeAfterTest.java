package org.seprank.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.rewire.Budget;
import org.seprank.rewire.walk.WalkIndexSparsifier;

class BeforeAfterTest {
    @Test
    void everyLineIsAboutOneMeasureOfBothGraphs() {
        Graph before = Review.family("karate");
        Graph after = WalkIndexSparsifier.of(3)
                .sparsify(before, Budget.parseRemoval("30%"))
                .applyTo(before);
        BeforeAfter both = Review.of(List.of(before, after), MeasureOptions.seeded(0));
        assertThat(both.lines()).hasSameSizeAs(both.reviews().get(0).measures());
        for (BeforeAfter.Line line : both.lines()) {
            assertThat(line.measures()).hasSize(2).allMatch(m -> m.name().equals(line.name()));
        }
        assertThat(both.reviews().get(0).named("edges").orElseThrow().number()).isEqualTo(78);
        assertThat(both.reviews().get(1).named("edges").orElseThrow().number()).isEqualTo(55);
    }

    /** Without edges the pairs of the clique have no walk between them. */
    @Test
    void theJacobianIsBoundedAtThePairsOfTheFirstGraph() {
        Graph clique = Review.family("complete,n=6");
        Graph nothing = Graph.undirected(6, new int[0][]);
        MeasureOptions options = MeasureOptions.seeded(0).withGroups(EnumSet.of(Group.JACOBIAN));
        BeforeAfter both = Review.of(List.of(clique, nothing), options);
        assertThat(both.reviews()
                        .get(0)
                        .named("Jacobian bound, depth 1")
                        .orElseThrow()
                        .distribution()
                        .quantiles()
                        .get(0))
                .isPositive();
        assertThat(both.reviews()
                        .get(1)
                        .named("Jacobian bound, depth 3")
                        .orElseThrow()
                        .distribution()
                        .quantiles()
                        .get(4))
                .isZero();
    }

    @Test
    void graphsOnOtherVerticesAreRefused() {
        MeasureOptions options = MeasureOptions.seeded(0);
        assertThatThrownBy(() -> Review.of(List.of(Review.family("path,n=3"), Review.family("path,n=4")), options))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        Review.of(List.of(Graph.undirected(2, new int[0][]), Graph.directed(2, new int[0][])), options))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
