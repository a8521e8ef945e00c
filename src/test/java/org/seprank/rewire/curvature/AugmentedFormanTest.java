package org.seprank.rewire.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.TestGraphs;

class AugmentedFormanTest {
    private static final AugmentedForman AFR3 = AugmentedForman.TRIANGLES;
    private static final AugmentedForman AFR4 = AugmentedForman.FOUR_CYCLES;

    static long at(AugmentedForman curvature, Graph graph, int u, int v) {
        return curvature.of(graph, new int[] {graph.edgeBetween(u, v)})[0];
    }

    @Test
    void closedForms() {
        assertThat(AFR3.all(TestGraphs.cycle(3))).containsOnly(3);
        assertThat(AFR3.all(TestGraphs.cycle(4))).containsOnly(0);
        assertThat(AFR4.all(TestGraphs.cycle(4))).containsOnly(2);
        assertThat(AFR4.all(TestGraphs.cycle(5))).containsOnly(0);
        assertThat(AFR4.all(TestGraphs.star(6))).containsOnly(-3);
        assertThat(AFR4.all(TestGraphs.star(1))).containsOnly(2);
        assertThat(at(AFR4, TestGraphs.grid(6, 6), 14, 15)).isEqualTo(-4 + 2 * 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 8})
    void cliques(int n) {
        long afr3 = 4L - 2L * (n - 1) + 3L * (n - 2);
        assertThat(AFR3.all(TestGraphs.clique(n))).containsOnly(afr3);
        assertThat(AFR4.all(TestGraphs.clique(n))).containsOnly(afr3 + 2L * (n - 2) * (n - 3));
    }

    @Test
    void valuesAreThoseOfTheDefinition() {
        for (long seed = 0; seed < 60; seed++) {
            Graph graph = seed % 3 == 0 ? TestGraphs.hubs(seed, 25, 3, false) : TestGraphs.small(seed, false);
            long[] three = AFR3.all(graph);
            long[] four = AFR4.all(graph);
            for (int e = 0; e < graph.edgeCount(); e++) {
                int u = graph.source(e);
                int v = graph.target(e);
                assertThat(three[e]).isEqualTo(CurvatureOracle.of(graph).augmentedForman(u, v, false));
                assertThat(four[e]).isEqualTo(CurvatureOracle.of(graph).augmentedForman(u, v, true));
                assertThat(at(AFR3, graph, v, u)).isEqualTo(three[e]);
                assertThat(at(AFR4, graph, u, v)).isEqualTo(four[e]);
            }
        }
    }

    @Test
    void emptyGraphsHaveNoValuesAndDirectedOnesAreRefused() {
        assertThat(AFR4.all(GraphBuilder.over(0, false).build())).isEmpty();
        assertThat(AFR4.all(GraphBuilder.over(3, false).build())).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AFR4.all(TestGraphs.small(1, true)))
                .withMessageContaining("undirected");
    }
}
