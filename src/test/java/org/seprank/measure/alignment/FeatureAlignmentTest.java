package org.seprank.measure.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;

class FeatureAlignmentTest {
    /** Against the singular vectors of dense decompositions; some rows of features are zero. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void alignmentIsThatOfDenseDecompositions(long seed) {
        Graph graph = GraphFamily.parse("family:erdos-renyi,n=30,p=0.3", seed);
        int n = 30;
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[n][9];
        double[][] a = new double[n][n];
        float[] entries = new float[n * 9];
        for (int v = 0; v < n; v++) {
            for (int c = 0; c < 9; c++) {
                entries[v * 9 + c] = v % 7 == 3 ? 0 : (float) random.nextGaussian();
                x[v][c] = entries[v * 9 + c];
            }
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            a[graph.source(e)][graph.target(e)] = 1;
            a[graph.target(e)][graph.source(e)] = 1;
        }
        int k = 4;
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(a));
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (i, j) -> Double.compare(Math.abs(eigen.getRealEigenvalue(j)), Math.abs(eigen.getRealEigenvalue(i))));
        RealMatrix u = new SingularValueDecomposition(new Array2DRowRealMatrix(x)).getU();
        double[][] cosines = new double[k][k];
        double squares = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                cosines[i][j] = u.getColumnVector(i).dotProduct(eigen.getEigenvector(order[j]));
                squares += cosines[i][j] * cosines[i][j];
            }
        }
        FeatureAlignment found = FeatureAlignment.of(graph, features(n, 9, entries), k, seed);
        assertThat(found.residual()).isLessThan(1e-8);
        assertThat(found.vectors()).isEqualTo(k);
        assertThat(found.largestCosine())
                .isCloseTo(new SingularValueDecomposition(new Array2DRowRealMatrix(cosines)).getNorm(), within(1e-6));
        assertThat(found.meanSquare()).isCloseTo(squares / k, within(1e-6));
    }

    private static Features features(int n, int columns, float[] entries) {
        return DenseFeatures.over(n, columns, entries);
    }

    /** The constant is the first eigenvector of a complete graph; features of sum 0 are orthogonal to it. */
    @Test
    void constantFeaturesAlignWithARegularGraphAndOthersDoNot() {
        Graph complete = GraphFamily.parse("family:complete,n=6", 0);
        float[] ones = new float[6];
        Arrays.fill(ones, 1);
        assertThat(FeatureAlignment.of(complete, features(6, 1, ones), 1, 0).largestCosine())
                .isCloseTo(1, within(1e-9));
        float[] balanced = {1, -1, 1, -1, 1, -1};
        assertThat(FeatureAlignment.of(complete, features(6, 1, balanced), 1, 0).largestCosine())
                .isCloseTo(0, within(1e-7));
    }

    /** Far fewer directions than are looked for, as in sets of a few features: only those there are count. */
    @Test
    void featuresOfLowRankAreNoTrouble() {
        Graph grid = GraphFamily.parse("family:grid,rows=20,cols=20", 0);
        float[] entries = new float[400 * 7];
        for (int v = 0; v < 400; v++) {
            entries[v * 7 + v % 5] = 1;
        }
        FeatureAlignment found = FeatureAlignment.of(grid, features(400, 7, entries), 16, 1);
        assertThat(found.vectors()).isEqualTo(5);
        assertThat(found.largestCosine()).isBetween(0.0, 1.0);
        assertThat(found.residual()).isLessThan(1e-6);
    }

    /** Against another decomposition; matrices with vanishing blocks and repeated values. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rotationsDiagonalise(long seed) {
        int n = (int) seed * 3;
        SplittableRandom random = new SplittableRandom(seed);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = i < n / 2 ? random.nextInt(3) - 1 : 1e-17 * random.nextGaussian();
                matrix[j][i] = matrix[i][j];
            }
        }
        JacobiRotations found = JacobiRotations.of(matrix);
        for (int i = 0; i < n; i++) {
            double[] image = new Array2DRowRealMatrix(matrix).operate(found.vector(i));
            for (int k = 0; k < n; k++) {
                assertThat(image[k]).isCloseTo(found.value(i) * found.vector(i)[k], within(1e-12 * n));
            }
            for (int j = 0; j < n; j++) {
                assertThat(DominantSubspace.dot(found.vector(i), found.vector(j)))
                        .isCloseTo(i == j ? 1 : 0, within(1e-12 * n));
            }
        }
        int[] order = found.order();
        for (int i = 1; i < n; i++) {
            assertThat(Math.abs(found.value(order[i]))).isLessThanOrEqualTo(Math.abs(found.value(order[i - 1])));
        }
    }
}
