package org.seprank.rewire.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.linear.Lanczos;
import org.seprank.rewire.TestGraphs;

class FiedlerVectorTest {
    private static final Offset<Double> ROUNDING = within(1e-8);

    @Test
    void gapsOfKnownGraphs() {
        assertThat(SpectralGap.of(TestGraphs.clique(7), 1).value()).isCloseTo(7 / 6.0, ROUNDING);
        assertThat(SpectralGap.of(TestGraphs.cycle(30), 1).value()).isCloseTo(1 - Math.cos(2 * Math.PI / 30), ROUNDING);
        assertThat(SpectralGap.of(TestGraphs.grid(1, 12), 1).value()).isCloseTo(1 - Math.cos(Math.PI / 11), ROUNDING);
        assertThat(SpectralGap.of(TestGraphs.star(8), 1).value()).isCloseTo(1, ROUNDING);
        assertThat(SpectralGap.of(TestGraphs.clique(2), 1).value()).isCloseTo(2, ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void itIsTheSecondEigenpair(long seed) {
        Graph graph = TestGraphs.random(seed, 45, (int) (seed % 3), 0.05 + 0.02 * seed, false);
        FiedlerVector fiedler = FiedlerVector.of(graph, seed);
        assertThat(fiedler.eigenvalue()).isCloseTo(DenseOracle.normalisedSpectrum(graph)[1], ROUNDING);
        assertEigenvector(graph, fiedler);
    }

    @Test
    void componentsMakeTheGapZeroAndTheVectorConstantOnEach() {
        Graph graph = Graph.undirected(9, new int[][] {{0, 1}, {1, 2}, {0, 2}, {4, 5}, {5, 6}});
        FiedlerVector fiedler = FiedlerVector.of(graph, 3);
        assertThat(fiedler.eigenvalue()).isZero();
        assertEigenvector(graph, fiedler);
        double[] f = fiedler.potentials();
        assertThat(f[1]).isCloseTo(f[0], ROUNDING);
        assertThat(f[6]).isCloseTo(f[4], ROUNDING);
        assertThat(f[0] * f[4]).isNegative();
        assertThat(new double[] {f[3], f[7], f[8]}).containsOnly(0);
        assertThat(SpectralGap.of(graph, 3)).isEqualTo(new SpectralGap(0, 0));
    }

    @Test
    void withinComponentsItIsTheSmallestOfTheirGaps() {
        Graph graph = Graph.undirected(
                12, new int[][] {{0, 1}, {1, 2}, {0, 2}, {4, 5}, {5, 6}, {6, 7}, {7, 8}, {9, 10}, {1, 11}});
        FiedlerVector fiedler = FiedlerVector.withinComponents(graph, 3);
        assertThat(fiedler.eigenvalue()).isCloseTo(1 - Math.cos(Math.PI / 4), ROUNDING);
        assertEigenvector(graph, fiedler);
        assertThat(SpectralGap.withinComponents(graph, 1).value()).isCloseTo(1 - Math.cos(Math.PI / 4), ROUNDING);
    }

    @Test
    void withoutEdgesItIsZero() {
        for (int n = 0; n < 3; n++) {
            FiedlerVector fiedler = FiedlerVector.of(Graph.undirected(n, new int[0][]), 1);
            assertThat(fiedler.vector()).hasSize(n).doesNotContain(1, Double.NaN);
            assertThat(fiedler.eigenvalue()).isZero();
            assertThat(fiedler.residual()).isLessThanOrEqualTo(Lanczos.TOLERANCE);
        }
    }

    @Test
    void directedGraphsAreRefused() {
        Graph arc = Graph.directed(2, new int[][] {{0, 1}});
        assertThatIllegalArgumentException().isThrownBy(() -> FiedlerVector.of(arc, 1));
    }

    private static void assertEigenvector(Graph graph, FiedlerVector fiedler) {
        double[] x = fiedler.vector();
        double[] image = new double[x.length];
        ChangingGraph.of(graph).multiplyNormalised(x, image);
        double alongKnown = 0;
        for (int v = 0; v < x.length; v++) {
            assertThat(x[v] - image[v]).isCloseTo(fiedler.eigenvalue() * x[v], ROUNDING);
            alongKnown += x[v] * Math.sqrt(graph.out().degree(v));
        }
        assertThat(alongKnown).isCloseTo(0, ROUNDING);
        assertThat(Arrays.stream(x).map(value -> value * value).sum()).isCloseTo(1, ROUNDING);
        assertThat(fiedler.residual()).isLessThanOrEqualTo(Lanczos.TOLERANCE);
        assertThat(fiedler.residual()).isLessThanOrEqualTo(1e-9);
    }
}
