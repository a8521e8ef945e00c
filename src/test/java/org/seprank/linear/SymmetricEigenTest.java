package org.seprank.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.work.Parallel;

class SymmetricEigenTest {
    private static double[][] symmetric(long seed, int n, double share) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = random.nextDouble() < share ? random.nextGaussian() : 0;
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private static void check(double[][] matrix) {
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        int n = matrix.length;
        double scale = Math.max(1, n == 0 ? 0 : Math.max(Math.abs(eigen.value(0)), Math.abs(eigen.value(n - 1))));
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                double image = Matrices.dot(matrix[i], eigen.vector(k));
                assertThat(image).isCloseTo(eigen.value(k) * eigen.vector(k)[i], within(1e-12 * n * scale));
            }
            for (int l = 0; l <= k; l++) {
                assertThat(Matrices.dot(eigen.vector(k), eigen.vector(l))).isCloseTo(k == l ? 1 : 0, within(1e-12 * n));
            }
            assertThat(k == 0 || eigen.value(k - 1) >= eigen.value(k)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 7, 20, 45})
    void vectorsAreOrthonormalAndMappedToTheirMultiples(int n) {
        for (long seed = 0; seed < 4; seed++) {
            check(symmetric(seed, n, 1));
            check(symmetric(seed, n, 0.15)); // parts that are apart, rows of zeros
        }
        check(Matrices.identity(n, -3));
        check(new double[n][n]);
    }

    /** A complete graph has n - 1 once and -1 otherwise, a cycle pairs of equal eigenvalues 2 cos(2 pi k / n). */
    @Test
    void equalEigenvaluesAreNoFailure() {
        int n = 16;
        double[][] complete = new double[n][n];
        double[][] cycle = new double[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(complete[i], 1);
            complete[i][i] = 0;
            cycle[i][(i + 1) % n] = 1;
            cycle[(i + 1) % n][i] = 1;
        }
        check(complete);
        check(cycle);
        assertThat(SymmetricEigen.of(complete).value(0)).isCloseTo(n - 1, within(1e-12));
        assertThat(SymmetricEigen.of(cycle).value(2)).isCloseTo(2 * Math.cos(2 * Math.PI / n), within(1e-12));
    }

    @Test
    void valuesAreThoseOfAnotherProgramAndNoThreadChangesThem() {
        double[][] matrix = symmetric(7, 260, 1);
        SymmetricEigen eigen = Parallel.of(3).call(() -> SymmetricEigen.of(matrix));
        SymmetricEigen single = Parallel.single().call(() -> SymmetricEigen.of(matrix));
        double[] expected = new EigenDecomposition(MatrixUtils.createRealMatrix(matrix)).getRealEigenvalues();
        for (int k = 0; k < 260; k++) {
            assertThat(eigen.value(k)).isCloseTo(expected[k], within(1e-10));
            assertThat(single.value(k)).isEqualTo(eigen.value(k));
            assertThat(single.vector(k)).isEqualTo(eigen.vector(k));
        }
        assertThat(matrix).isDeepEqualTo(symmetric(7, 260, 1));
    }
}
