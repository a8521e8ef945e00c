package org.seprank.graph.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.jgrapht.GraphTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.linear.Lanczos;
import org.seprank.oracle.SmallGraphs;

class SpectralBisectionTest {
    static List<Long> seeds() {
        return SmallGraphs.seeds(150).toList();
    }

    private static Graph graph(String specification) {
        return GraphFamily.parse(specification, 11);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 9, 40, 41, 42, 43, 100, 501})
    void aPathIsCutInTheMiddle(int n) {
        SpectralBisection bisection = SpectralBisection.of(graph("path,n=" + n), 1);

        assertThat(bisection.vertices()).isEqualTo(VertexSet.range(n, 0, (n - 1) / 2));
        assertThat(bisection.eigenvalue()).isCloseTo(1 - Math.cos(Math.PI / (n - 1)), within(1e-9));
        assertThat(bisection.residual()).isLessThanOrEqualTo(Lanczos.TOLERANCE);
    }

    @Test
    void aLongGridIsCutAcross() {
        Graph grid = graph("grid,rows=5,cols=40");
        SpectralBisection bisection = SpectralBisection.of(grid, 1);

        for (int v = 0; v < 200; v++) {
            assertThat(bisection.vertices().contains(v)).isEqualTo(v % 40 < 20);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 60})
    void everyVectorOfACliqueHasTheSameEigenvalue(int n) {
        SpectralBisection bisection = SpectralBisection.of(graph("complete,n=" + n), 1);

        assertThat(bisection.eigenvalue()).isCloseTo(n / (n - 1.0), within(1e-12));
        assertThat(bisection.vertices().isProper()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cycle,n=50", "hypercube,d=6", "star,n=30", "petersen"})
    void degenerateEigenvaluesStillGiveTwoParts(String specification) {
        Graph graph = graph(specification);
        VertexSet part = SpectralBisection.of(graph, 1).vertices();

        assertThat(part.isProper()).isTrue();
        assertThat(SpectralBisection.of(graph, 1).vertices()).isEqualTo(part);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theEigenvalueIsThatOfTheDenseMatrix(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        int n = graph.vertexCount();
        if (n < 2 || !GraphTests.isConnected(graph.asJGraphT())) {
            return;
        }
        EigenDecomposition dense = new EigenDecomposition(laplacian(graph));
        SpectralBisection bisection = SpectralBisection.of(graph, seed);

        assertThat(bisection.eigenvalue()).isCloseTo(dense.getRealEigenvalue(n - 2), within(1e-10));
        assertThat(bisection.vertices().isProper()).isTrue();
        assertThat(bisection.vertices().contains(0)).isTrue();
    }

    private static RealMatrix laplacian(Graph graph) {
        int n = graph.vertexCount();
        RealMatrix matrix = new Array2DRowRealMatrix(n, n);
        for (int v = 0; v < n; v++) {
            matrix.setEntry(v, v, 1);
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            int u = graph.source(e);
            int v = graph.target(e);
            double entry =
                    -1 / Math.sqrt((double) graph.out().degree(u) * graph.out().degree(v));
            matrix.setEntry(u, v, entry);
            matrix.setEntry(v, u, entry);
        }
        return matrix;
    }

    @Test
    void blocksAreFoundWhateverTheSeed() {
        Graph graph = graph("sbm,sizes=150+150,p_in=0.2,p_out=0.01");
        for (long seed = 0; seed < 5; seed++) {
            assertThat(SpectralBisection.of(graph, seed).vertices()).isEqualTo(VertexSet.range(300, 0, 149));
        }
    }

    @Test
    void componentsComeFirst() {
        Graph three = Graph.undirected(7, new int[][] {{0, 1}, {1, 2}, {3, 4}, {5, 6}});
        SpectralBisection bisection = SpectralBisection.of(three, 1);

        assertThat(bisection.vertices()).isEqualTo(VertexSet.range(7, 0, 2));
        assertThat(bisection.eigenvalue()).isZero();
    }

    @Test
    void aComponentWithMoreThanHalfOfTheVerticesIsBisected() {
        Graph graph = Graph.undirected(9, new int[][] {{1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {7, 8}});

        assertThat(SpectralBisection.of(graph, 1).vertices()).isEqualTo(VertexSet.of(9, 1, 2, 3, 7, 8));
    }

    @Test
    void aGraphWithoutEdgesIsDealtOut() {
        assertThat(SpectralBisection.of(Graph.undirected(4, new int[0][]), 1).vertices())
                .isEqualTo(VertexSet.of(4, 0, 2));
    }
}
