package org.seprank.rewire.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.oracle.SmallGraphs;

class JostLiuTest {
    /** Complete: # = n - 2 of degree n - 1. Cycle and grid by their degrees: -2 (1 - 2/d)_+ without triangles. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "complete,n=6;        0.8",
                "cycle,n=7;           0",
                "star,n=9;            0",
                "hypercube,d=3;      -0.6666666666666666"
            })
    void knownGraphsHaveKnownCurvature(String family, double expected) {
        double[] values = JostLiu.all(GraphFamily.parse("family:" + family, 0));
        assertThat(Arrays.stream(values).boxed())
                .allSatisfy(value -> assertThat(value).isCloseTo(expected, within(1e-12)));
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** From counted common neighbours; never above the curvature by optimal transport. */
    @ParameterizedTest
    @MethodSource("seeds")
    void itIsTheFormulaAndALowerBoundOfOllivierAndRicci(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        double[] found = JostLiu.all(graph);
        double[] transport = OllivierRicci.of(OllivierRicci.Options.defaults()).all(graph);
        for (int e = 0; e < graph.edgeCount(); e++) {
            int u = graph.source(e);
            int v = graph.target(e);
            double common = 0;
            for (int w = 0; w < graph.vertexCount(); w++) {
                common += w != u && w != v && graph.edgeBetween(u, w) >= 0 && graph.edgeBetween(v, w) >= 0 ? 1 : 0;
            }
            double du = graph.out().degree(u);
            double dv = graph.out().degree(v);
            double least = Math.min(du, dv);
            double most = Math.max(du, dv);
            double rest = 1 - 1 / du - 1 / dv;
            assertThat(found[e])
                    .isCloseTo(
                            -Math.max(0, rest - common / least) - Math.max(0, rest - common / most) + common / most,
                            within(1e-12))
                    .isLessThanOrEqualTo(transport[e] + 1e-9);
        }
    }

    @Test
    void directedGraphsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> JostLiu.all(Graph.directed(2, new int[][] {{0, 1}})));
    }
}
