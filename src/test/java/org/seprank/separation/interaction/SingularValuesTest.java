package org.seprank.separation.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.rank.Spectrum;

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
        InteractionGrid grid = Grids.ofRank(rank, rows, columns, rows + 100L * columns);
        double[] expected = Spectrum.of(grid.toArray()).singularValues();
        double[] found = SingularValues.of(rows, columns, grid.values().clone());
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
        InteractionGrid grid = Grids.of(32, 32, (a, b) -> Grids.hadamard().applyAsInt(a, b));
        for (double value : SingularValues.of(32, 32, grid.values().clone())) {
            assertThat(value).isCloseTo(Math.sqrt(32), within(5e-14));
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
