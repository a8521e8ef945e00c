package org.seprank.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.rank.Certainty;

class FidelityTest {
    private static final MeasureOptions OPTIONS = MeasureOptions.seeded(3).withGroups(EnumSet.of(Group.FIDELITY));

    private static Measure second(BeforeAfter compared, String name) {
        return compared.reviews().get(1).named(name).orElseThrow();
    }

    /** A graph is perfectly faithful to itself, directed or not, connected or not. */
    @ParameterizedTest
    @ValueSource(strings = {"grid,rows=4,cols=5", "barbell,clique=4,path=3", "star,n=9", "cycle,n=8"})
    void aGraphIsFaithfulToItself(String family) {
        Graph graph = Review.family(family);
        for (Measure measure :
                Review.of(List.of(graph, graph), OPTIONS).reviews().get(1).measures()) {
            if (measure.certainty() instanceof Certainty.NotComputed) {
                assertThat(measure.words()).contains("Spearman"); // a cycle has no order of vertices
                continue;
            }
            double value = measure.reading() instanceof Measure.Spread spread
                    ? spread.distribution().mean()
                    : measure.number();
            boolean distance =
                    measure.words().contains("Kolmogorov") || measure.words().contains("cut");
            assertThat(value).as(measure.words()).isCloseTo(distance ? 0 : 1, within(1e-5));
        }
    }

    @Test
    void whatRemovalsDoIsMeasured() {
        Graph ring = Review.family("cycle,n=12");
        BitSet one = new BitSet();
        one.set(0);
        BeforeAfter compared = Review.of(List.of(ring, ring.without(one)), OPTIONS);
        assertThat(second(compared, "stretch of distances, greatest").number()).isEqualTo(11);
        assertThat(second(compared, "joined pairs cut, share").number()).isZero();
        assertThat(second(compared, "quadratic form ratio, least").number()).isEqualTo(1.0 / 12, within(1e-3));
        assertThat(second(compared, "maximal flow ratio of pairs")
                        .distribution()
                        .mean())
                .isEqualTo(0.5);
        assertThat(second(compared, "degrees, Kolmogorov-Smirnov distance").number())
                .isCloseTo(2.0 / 12, within(1e-12));
        assertThat(second(compared, "components, adjusted Rand index").number()).isEqualTo(1);
        BitSet two = new BitSet();
        two.set(0);
        two.set(6);
        BeforeAfter apart = Review.of(List.of(ring, ring.without(two)), OPTIONS);
        assertThat(second(apart, "quadratic form ratio, least").number()).isZero();
        assertThat(second(apart, "quadratic form ratio, least").certainty()).isEqualTo(new Certainty.Exact());
        assertThat(second(apart, "components, adjusted Rand index").number()).isZero();
        assertThat(second(apart, "largest component, share of the first graph's")
                        .number())
                .isLessThan(1);
        assertThat(second(apart, "joined pairs cut, share").number()).isGreaterThan(0.5);
    }

    @Test
    void largeGraphsAreSampledAndSaySo() {
        Graph grid = Review.family("grid,rows=40,cols=40");
        BitSet some = new BitSet();
        some.set(0, 100);
        MeasureOptions sampled = OPTIONS.withEffort(new MeasureOptions.Effort(5, 20, 10, 10, 1e5));
        BeforeAfter compared = Review.of(List.of(grid, grid.without(some)), sampled);
        Measure closeness = second(compared, "closeness centrality, Spearman correlation");
        assertThat(closeness.certainty()).isEqualTo(Certainty.sampled(20, "of 1600 vertices", 5));
        assertThat(second(compared, "stretch of distances, greatest").certainty())
                .isInstanceOf(Certainty.AtLeast.class);
    }

    /** Directed graphs have paths and flows, but no Laplacian of their own. */
    @Test
    void directedGraphsHaveNoQuadraticForms() {
        Graph arcs = Graph.directed(4, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 0}});
        Graph fewer = Graph.directed(4, new int[][] {{0, 1}, {1, 2}, {2, 3}});
        BeforeAfter compared = Review.of(List.of(arcs, fewer), OPTIONS);
        assertThat(second(compared, "quadratic form ratio, least").certainty().describe())
                .contains("directed");
        assertThat(second(compared, "joined pairs cut, share").number()).isCloseTo(0.5, within(1e-12));
    }

    /** No edge, one vertex and none are compared without failing. */
    @Test
    void graphsWithoutEdgesAreCompared() {
        for (int n = 0; n < 3; n++) {
            Graph empty = Graph.undirected(n, new int[0][]);
            assertThat(Review.of(List.of(empty, empty), OPTIONS).lines()).hasSize(22);
        }
    }

    /** One graph has nothing to be compared with. */
    @Test
    void oneGraphHasNoFidelity() {
        assertThat(Review.of(List.of(Review.family("path,n=4")), OPTIONS).lines())
                .isEmpty();
    }

    @Test
    void weightsCountInQuadraticFormsAlone() {
        assertThat(Measure.real(Group.FIDELITY, Measure.QUADRATIC + " ratio, least", 1)
                        .usesWeights())
                .isTrue();
        assertThat(Measure.real(Group.FIDELITY, "joined pairs cut, share", 1).usesWeights())
                .isFalse();
        assertThat(Measure.real(Group.RESISTANCE, "commute time of pairs", 1).usesWeights())
                .isTrue();
    }
}
