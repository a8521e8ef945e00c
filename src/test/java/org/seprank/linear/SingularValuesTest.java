package org.seprank.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingularValuesTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "1, 7, 1",
        "7, 1, 1",
        "2, 2, 2",
        "2, 2, 1",
        "3, 2, 2",
        "2, 3, 1",
        "3, 3, 3",
        "9, 9, 9",
        "9, 9, 4",
        "17, 30, 17",
        "30, 17, 5",
        "40, 40, 40",
        "64, 64, 2",
        "5, 5, 0"
    })
    void valuesAreThoseOfTheDecompositionWithVectors(int rows, int columns, int rank) {
        double[][] matrix = ofRank(rank, rows, columns);
        double[] expected = new SingularValueDecomposition(new Array2DRowRealMatrix(matrix)).getSingularValues();
        double[] found = SingularValues.of(rows, columns, flat(matrix));
        assertThat(found).hasSize(expected.length);
        for (int k = 0; k < found.length; k++) {
            assertThat(found[k]).isCloseTo(expected[k], within(4e-15 * (1 + expected[0])));
        }
    }

    @Test
    void aDiagonalMatrixHasItsEntries() {
        double[] found = SingularValues.of(3, 3, new double[] {-2, 0, 0, 0, 0, 0, 0, 0, 5});
        assertThat(found).containsExactly(new double[] {5, 2, 0}, within(1e-15));
    }

    @Test
    void anOrthogonalMatrixHasEqualValues() {
        double[] hadamard = new double[32 * 32];
        Arrays.setAll(hadamard, i -> Integer.bitCount(i / 32 & i % 32) % 2 == 0 ? 1 : -1);
        for (double value : SingularValues.of(32, 32, hadamard)) {
            assertThat(value).isCloseTo(Math.sqrt(32), within(5e-14));
        }
    }

    /** Where all values are equal but for rounding, nothing of the iteration is small but by chance. */
    @ParameterizedTest
    @CsvSource({"300, 1e-14", "30, 1e-15", "300, 1e-15", "100, 1e-17", "300, 1e-20", "60, 1e-8"})
    void valuesOfNearlyOrthogonalMatricesAreFound(int size, double perturbation) {
        SplittableRandom random = new SplittableRandom(Math.round(-Math.log10(perturbation)));
        double[] matrix = new double[size * size];
        Arrays.setAll(matrix, i -> (i % (size + 1) == 0 ? 1 : 0) + perturbation * (random.nextDouble() - 0.5));
        for (double value : SingularValues.of(size, size, matrix)) {
            assertThat(value).isCloseTo(1, within(perturbation * size + 1e-13));
        }
    }

    @Test
    void valuesDownToTheRoundingErrorAreFound() {
        double[] diagonal = new double[12];
        double[] matrix = new double[144];
        for (int i = 0; i < 12; i++) {
            diagonal[i] = Math.pow(10, -i);
            matrix[i * 12 + i] = diagonal[i];
        }
        double[] mixed = rotated(matrix, 12);
        double[] found = SingularValues.of(12, 12, mixed);
        assertThat(found).containsExactly(diagonal, within(2e-15));
    }

    /** The product of two Gaussian matrices; 0 of rank 0. */
    private static double[][] ofRank(int rank, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        if (rank > 0) {
            SplittableRandom random = new SplittableRandom(rows + 100L * columns);
            Gemm.multiply(
                    Matrices.gaussian(rows, rank, 1, random), Matrices.gaussian(rank, columns, 1, random), matrix);
        }
        return matrix;
    }

    private static double[] flat(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Reflections from both sides. */
    private static double[] rotated(double[] matrix, int n) {
        double[] result = matrix.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += reflection(i, k, n) * matrix[k * n + k] * reflection(k, j, n);
                }
                result[i * n + j] = sum;
            }
        }
        return result;
    }

    private static double reflection(int i, int j, int n) {
        return (i == j ? 1 : 0) - 2.0 / n;
    }

    @Test
    void zerosHaveZeros() {
        assertThat(SingularValues.of(4, 6, new double[24])).containsOnly(0);
    }
}
