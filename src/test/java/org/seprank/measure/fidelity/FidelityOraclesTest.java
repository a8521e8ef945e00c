package org.seprank.measure.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.oracle.SmallGraphs;
import org.seprank.work.Progress;

class FidelityOraclesTest {
    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static Graph family(String text) {
        return GraphFamily.parse("family:" + text, 0);
    }

    private static double[][] adjacency(Graph graph) {
        int n = graph.vertexCount();
        double[][] matrix = new double[n][n];
        for (int e = 0; e < graph.edgeCount(); e++) {
            matrix[graph.source(e)][graph.target(e)] = 1;
            if (!graph.directed()) {
                matrix[graph.target(e)][graph.source(e)] = 1;
            }
        }
        return matrix;
    }

    /** Betweenness and closeness from the numbers of shortest paths between all pairs, by powers of the matrix. */
    @ParameterizedTest
    @MethodSource("seeds")
    void pathCentralitiesAreThoseOfAllPairs(long seed) {
        Graph graph = seed % 2 == 0 ? SmallGraphs.undirected(seed) : SmallGraphs.directed(seed);
        int n = graph.vertexCount();
        double[][] a = adjacency(graph);
        double[][] distances = new double[n][n];
        double[][] counts = new double[n][n];
        double[][] power = MatrixUtils.createRealIdentityMatrix(n).getData();
        for (double[] row : distances) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        for (int length = 0; length < n; length++) {
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    if (power[u][v] > 0 && Double.isInfinite(distances[u][v])) {
                        distances[u][v] = length;
                        counts[u][v] = power[u][v];
                    }
                }
            }
            power = new Array2DRowRealMatrix(power)
                    .multiply(new Array2DRowRealMatrix(a))
                    .getData();
        }
        PathFidelity found = PathFidelity.of(graph, graph, IntStream.range(0, n).toArray(), Progress.none());
        for (int v = 0; v < n; v++) {
            double between = 0;
            double closeness = 0;
            for (int s = 0; s < n; s++) {
                closeness += s != v ? 1 / distances[s][v] : 0;
                for (int t = 0; t < n; t++) {
                    boolean through = s != v && t != v && s != t && counts[s][t] > 0;
                    between += through && distances[s][v] + distances[v][t] == distances[s][t]
                            ? counts[s][v] * counts[v][t] / counts[s][t]
                            : 0;
                }
            }
            assertThat(found.betweenness(false)[v]).isCloseTo(between, within(1e-9));
            assertThat(found.closeness(true)[v]).isCloseTo(closeness, within(1e-9));
        }
    }

    @Test
    void stretchOfACycleThatBecomesAPathIsKnown() {
        Graph cycle = family("cycle,n=8");
        Graph path = family("path,n=8");
        PathFidelity found = PathFidelity.of(cycle, path, IntStream.range(0, 8).toArray(), Progress.none());
        assertThat(found.greatestStretch()).isEqualTo(7);
        double sum = 0;
        for (int u = 0; u < 8; u++) {
            for (int v = 0; v < 8; v++) {
                int along = Math.abs(u - v);
                sum += along == 0 ? 0 : along / (double) Math.min(along, 8 - along);
            }
        }
        assertThat(found.meanStretch()).isCloseTo(sum / 56, within(1e-12));
        assertThat(found.shareCut()).isZero();
        assertThat(found.eccentricities(true)).containsExactly(7, 6, 5, 4, 4, 5, 6, 7);
    }

    @Test
    void pairsThatAreCutHaveNoStretch() {
        Graph path = family("path,n=4");
        Graph halves = Graph.undirected(4, new int[][] {{0, 1}, {2, 3}});
        PathFidelity found = PathFidelity.of(path, halves, new int[] {0, 1, 2, 3}, Progress.none());
        assertThat(found.meanStretch()).isEqualTo(1);
        assertThat(found.shareCut()).isCloseTo(8.0 / 12, within(1e-12));
        PathFidelity none = PathFidelity.of(
                Graph.undirected(2, new int[0][]),
                Graph.undirected(2, new int[0][]),
                new int[] {0, 1},
                Progress.none());
        assertThat(none.meanStretch()).isNaN();
        assertThat(none.greatestStretch()).isNaN();
        assertThat(none.shareCut()).isNaN();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void katzAndPageRankSolveTheirLinearSystems(long seed) {
        Graph graph = seed % 2 == 0 ? SmallGraphs.undirected(seed) : SmallGraphs.directed(seed);
        int n = graph.vertexCount();
        RealMatrix in = new Array2DRowRealMatrix(adjacency(graph)).transpose();
        double alpha = 1.0 / (1 + Math.max(graph.out().maxDegree(), graph.in().maxDegree()));
        RealMatrix system = MatrixUtils.createRealIdentityMatrix(n).subtract(in.scalarMultiply(alpha));
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] katz = new LUDecomposition(system)
                .getSolver()
                .solve(MatrixUtils.createRealVector(ones))
                .toArray();
        double[] found = Centralities.katz(graph, alpha);
        for (int v = 0; v < n; v++) {
            assertThat(found[v]).isCloseTo(katz[v], within(1e-6 * katz[v]));
        }
        RealMatrix walk = MatrixUtils.createRealMatrix(n, n);
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                int degree = graph.out().degree(v);
                walk.setEntry(u, v, .15 / n + .85 * (degree == 0 ? 1.0 / n : in.getEntry(u, v) / degree));
            }
        }
        double[] rank = Centralities.pageRank(graph);
        double[] image = walk.operate(rank);
        assertThat(Arrays.stream(rank).sum()).isCloseTo(1, within(1e-9));
        for (int v = 0; v < n; v++) {
            assertThat(rank[v]).isCloseTo(image[v], within(1e-8));
        }
    }

    @Test
    void eigenvectorCentralityOfAStarIsKnownThoughItIsBipartite() {
        double[] star = Centralities.eigenvector(family("star,n=10"));
        assertThat(star[0]).isCloseTo(1, within(1e-8));
        assertThat(star[4]).isCloseTo(1.0 / 3, within(1e-8));
    }

    /** Ford and Fulkerson on a matrix of capacities. */
    @ParameterizedTest
    @MethodSource("seeds")
    void edgeDisjointPathsAreMaximalFlows(long seed) {
        Graph graph = seed % 2 == 0 ? SmallGraphs.undirected(seed) : SmallGraphs.directed(seed);
        EdgeDisjointPaths paths = EdgeDisjointPaths.in(graph);
        for (int s = 0; s < graph.vertexCount(); s++) {
            for (int t = 0; t < graph.vertexCount(); t++) {
                if (s != t) {
                    assertThat(paths.between(s, t)).as(s + " to " + t).isEqualTo(flow(adjacency(graph), s, t));
                }
            }
        }
    }

    private static int flow(double[][] capacity, int s, int t) {
        for (int flow = 0; ; flow++) {
            int[] before = new int[capacity.length];
            Arrays.fill(before, -1);
            before[s] = s;
            Deque<Integer> queue = new ArrayDeque<>();
            queue.add(s);
            while (!queue.isEmpty() && before[t] < 0) {
                int v = queue.remove();
                for (int w = 0; w < capacity.length; w++) {
                    if (before[w] < 0 && capacity[v][w] > 0) {
                        before[w] = v;
                        queue.add(w);
                    }
                }
            }
            if (before[t] < 0) {
                return flow;
            }
            for (int v = t; v != s; v = before[v]) {
                capacity[before[v]][v]--;
                capacity[v][before[v]]++;
            }
        }
    }

    /** The extremes are eigenvalues of L^+1/2 L' L^+1/2 on the range of L. */
    @ParameterizedTest
    @MethodSource("seeds")
    void extremesOfQuadraticFormsAreThoseOfTheDensePencil(long seed) {
        Graph first = SmallGraphs.undirected(seed);
        if (first.edgeCount() < 2) {
            return;
        }
        BitSet removed = new BitSet();
        removed.set((int) (seed % first.edgeCount()));
        Graph second = first.without(removed);
        EigenDecomposition eigen = new EigenDecomposition(laplacian(first));
        int n = first.vertexCount();
        RealMatrix root = MatrixUtils.createRealMatrix(n, n);
        for (int k = 0; k < n; k++) {
            double value = eigen.getRealEigenvalue(k);
            if (value > 1e-9) {
                RealMatrix vector = MatrixUtils.createColumnRealMatrix(
                        eigen.getEigenvector(k).toArray());
                root = root.add(vector.multiply(vector.transpose()).scalarMultiply(1 / Math.sqrt(value)));
            }
        }
        double[] values =
                new EigenDecomposition(root.multiply(laplacian(second)).multiply(root)).getRealEigenvalues();
        Arrays.sort(values);
        int kernel = Components.of(first).count();
        QuadraticForms forms = QuadraticForms.of(first, second);
        assertThat(forms.greatest(500, seed)).isCloseTo(values[n - 1], within(1e-3));
        assertThat(forms.least(500, seed)).isCloseTo(Math.max(0, values[kernel]), within(2e-3));
        assertThat(Arrays.stream(forms.random(20, seed)))
                .allMatch(ratio -> ratio <= 1 + 1e-12 && ratio >= values[kernel] - 1e-9);
    }

    private static RealMatrix laplacian(Graph graph) {
        double[][] a = adjacency(graph);
        for (int v = 0; v < a.length; v++) {
            for (int u = 0; u < a.length; u++) {
                a[v][u] = -a[v][u];
            }
            a[v][v] = graph.out().degree(v);
        }
        return new Array2DRowRealMatrix(a);
    }

    @Test
    void joinedComponentsMakeTheRatioInfinite() {
        Graph halves = Graph.undirected(4, new int[][] {{0, 1}, {2, 3}});
        Graph path = family("path,n=4");
        assertThat(QuadraticForms.of(halves, path).greatest(10, 0)).isInfinite();
        assertThat(QuadraticForms.of(path, halves).least(10, 0)).isZero();
    }

    /** Whatever the numbering: four vertices tie for two places. */
    @Test
    void tiesShareTheLastPlaces() {
        double[] x = {5, 1, 1, 1, 1, 0};
        double[] y = {5, 0, 1, 1, 1, 1};
        assertThat(Agreement.topOverlap(x, x, 3)).isCloseTo((1 + 4 * 0.5) / 3, within(1e-12));
        assertThat(Agreement.topOverlap(x, y, 3)).isCloseTo((1 + 3 * 0.5) / 3, within(1e-12));
        assertThat(Agreement.topOverlap(x, y, 6)).isEqualTo(1);
        assertThat(Agreement.spearman(x, new double[] {2, 2, 2, 2, 2, 2})).isNaN();
        double[] rounding = {5, 1, 1 + 1e-13, 1 - 1e-13, 1, 0};
        assertThat(Agreement.topOverlap(x, rounding, 3)).isCloseTo(1, within(1e-12));
        assertThat(Agreement.spearman(x, rounding)).isCloseTo(1, within(1e-12));
    }

    @Test
    void groupsAgreeAsHubertAndArabieSay() {
        assertThat(Agreement.adjustedRand(new int[] {0, 0, 1, 1}, new int[] {7, 7, 3, 3}))
                .isEqualTo(1);
        assertThat(Agreement.adjustedRand(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}))
                .isCloseTo(-0.5, within(1e-12));
        assertThat(Agreement.adjustedRand(new int[] {0, 0, 0}, new int[] {1, 1, 1}))
                .isEqualTo(1);
        assertThat(Agreement.adjustedRand(new int[] {0, 0, 0}, new int[] {0, 1, 2}))
                .isZero();
        assertThat(Agreement.adjustedRand(new int[0], new int[0])).isEqualTo(1);
    }

    @Test
    void distributionsDifferByTheirLargestGap() {
        assertThat(Agreement.kolmogorovSmirnov(new double[] {1, 1, 2}, new double[] {2, 1, 1}))
                .isZero();
        assertThat(Agreement.kolmogorovSmirnov(new double[] {1, 2, 3, 4}, new double[] {3, 3, 3, 3}))
                .isCloseTo(0.5, within(1e-12));
        assertThat(Agreement.kolmogorovSmirnov(new double[0], new double[] {1})).isNaN();
    }
}
