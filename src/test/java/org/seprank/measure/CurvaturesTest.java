package org.seprank.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.oracle.SmallGraphs;
import org.seprank.rank.Certainty;
import org.seprank.rewire.curvature.AugmentedForman;
import org.seprank.rewire.curvature.BalancedForman;
import org.seprank.rewire.curvature.OllivierRicci;

class CurvaturesTest {
    static java.util.stream.Stream<Long> seeds() {
        return SmallGraphs.seeds(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "complete,n=5;  1.25; 5;  17; 0.75",
                "cycle,n=3;     1.5;  3;  3;  0.5",
                "cycle,n=4;     1;    0;  2;  0",
                "cycle,n=8;     0;    0;  0;  0",
                "star,n=5;      0;   -1; -1;  0"
            })
    void everyEdgeOfASymmetricGraphHasTheKnownCurvature(
            String family, double balanced, double three, double four, double transport) {
        GraphReview review = Review.of(Review.family(family), Group.CURVATURE);
        double[] expected = {balanced, three, four, transport};
        for (int i = 0; i < 4; i++) {
            Measure measure = review.measures().get(i);
            assertThat(measure.distribution().quantiles().get(0))
                    .as(measure.name())
                    .isEqualTo(expected[i], within(1e-12));
            assertThat(measure.distribution().quantiles().get(4))
                    .as(measure.name())
                    .isEqualTo(expected[i], within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void someEdgesHaveTheCurvatureThatTheyHaveAmongAll(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        int[] edges = IntStream.range(0, graph.edgeCount())
                .filter(e -> e % 3 != 1)
                .map(e -> graph.edgeCount() - 1 - e)
                .toArray();
        for (BalancedForman.Variant variant : BalancedForman.Variant.values()) {
            BalancedForman balanced = new BalancedForman(variant);
            double[] all = balanced.all(graph);
            assertThat(balanced.of(graph, edges))
                    .containsExactly(
                            Arrays.stream(edges).mapToDouble(e -> all[e]).toArray());
        }
        for (AugmentedForman augmented :
                new AugmentedForman[] {AugmentedForman.TRIANGLES, AugmentedForman.FOUR_CYCLES}) {
            long[] all = augmented.all(graph);
            assertThat(augmented.of(graph, edges))
                    .containsExactly(Arrays.stream(edges).mapToLong(e -> all[e]).toArray());
        }
        OllivierRicci transport = OllivierRicci.of(OllivierRicci.Options.defaults());
        double[] all = transport.all(graph);
        assertThat(transport.of(graph, edges))
                .containsExactly(Arrays.stream(edges).mapToDouble(e -> all[e]).toArray());
    }

    @Test
    void largeGraphsAreSampled() {
        MeasureOptions.Effort little = new MeasureOptions.Effort(2, 10, 10, 80, 1e4);
        Graph graph = Review.family("erdos-renyi,n=300,m=1500");
        GraphReview review = Review.sampled(graph, little, Group.CURVATURE);
        double[] all = new BalancedForman(BalancedForman.Variant.PAPER).all(graph);
        for (Measure measure : review.measures().subList(0, 4)) {
            assertThat(measure.certainty().describe()).contains("of 1500 edges, seed 2");
            assertThat(measure.distribution().size()).isBetween(50, 80);
        }
        Measure bound = review.named("Jost-Liu curvature").orElseThrow(); // no dearer than triangles
        assertThat(bound.distribution().size()).isEqualTo(1500);
        Distribution whole = Distribution.of(all, Distribution.Binning.QUARTERS);
        Distribution some = review.measures().get(0).distribution();
        assertThat(some.mean()).isEqualTo(whole.mean(), within(0.3));
        assertThat(some.histogram().stream().mapToLong(Distribution.Bin::count).sum())
                .isEqualTo(some.size());
    }

    @Test
    void whereThereIsNoEdgeThereIsNoCurvature() {
        GraphReview review = Review.of(Graph.undirected(3, new int[0][]), Group.CURVATURE);
        assertThat(review.measures()).hasSize(5).allMatch(m -> m.certainty() instanceof Certainty.NotComputed);
    }
}
