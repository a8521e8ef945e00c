package org.seprank.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumTest {
    @Test
    void aDiagonalMatrixHasTheAbsoluteValuesOfItsEntries() {
        Spectrum spectrum = Spectrum.of(diagonal(3, 2, 3, -5, 0));
        assertThat(spectrum.singularValues())
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(5, 3, 2, 0);
        assertThat(spectrum.largest()).isCloseTo(5, within(1e-15));
        assertThat(spectrum.numericalRank(spectrum.defaultTolerance())).isEqualTo(3);
        assertThat(spectrum.stableRank()).isCloseTo(38.0 / 25, within(1e-14));
        double entropy = -0.5 * Math.log(0.5) - 0.3 * Math.log(0.3) - 0.2 * Math.log(0.2);
        assertThat(spectrum.effectiveRank()).isCloseTo(Math.exp(entropy), within(1e-13));
        double squares = -25. / 38 * Math.log(25. / 38) - 9. / 38 * Math.log(9. / 38) - 4. / 38 * Math.log(4. / 38);
        assertThat(spectrum.entanglementEntropy()).isCloseTo(squares, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 32})
    void allMeasuresOfAHadamardMatrixAreItsOrder(int order) {
        double[][] matrix = new double[order][order];
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                matrix[i][j] = Integer.bitCount(i & j) % 2 == 0 ? 1 : -1;
            }
        }
        Spectrum.Summary summary = Spectrum.of(matrix).summary();
        assertThat(summary.rank()).isEqualTo(order);
        assertThat(summary.largest()).isCloseTo(Math.sqrt(order), within(1e-13));
        assertThat(summary.effectiveRank()).isCloseTo(order, within(1e-11));
        assertThat(summary.stableRank()).isCloseTo(order, within(1e-11));
        assertThat(summary.entanglementEntropy()).isCloseTo(Math.log(order), within(1e-12));
        assertThat(summary.certainty())
                .isInstanceOfSatisfying(
                        Certainty.Numerical.class,
                        certainty -> assertThat(certainty.tolerance())
                                .isCloseTo(order * Math.sqrt(order) * 0x1p-52, within(1e-26)));
    }

    @Test
    void theSecondDifferenceMatrixHasCosinesForSingularValues() {
        int n = 40;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 2;
            if (i > 0) {
                matrix[i][i - 1] = -1;
                matrix[i - 1][i] = -1;
            }
        }
        double[] values = Spectrum.of(matrix).singularValues();
        for (int k = 1; k <= n; k++) {
            assertThat(values[n - k]).isCloseTo(2 - 2 * Math.cos(Math.PI * k / (n + 1)), within(1e-13));
        }
    }

    @ParameterizedTest
    @CsvSource({"30, 20, 7", "20, 30, 7", "40, 3, 3", "3, 40, 2", "25, 25, 25", "50, 50, 1"})
    void theNumericalRankOfAProductIsThatOfItsMiddle(int rows, int columns, int rank) {
        double[][] matrix = ofRank(rows, columns, rank);
        double[][] transposed = new double[columns][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        Spectrum spectrum = Spectrum.of(matrix);
        assertThat(spectrum.summary().rank()).isEqualTo(rank);
        assertThat(Spectrum.of(transposed).summary().rank()).isEqualTo(rank);
        assertThat(spectrum.defaultTolerance()).isEqualTo(Math.max(rows, columns) * spectrum.largest() * 0x1p-52);
        assertThat(spectrum.stableRank()).isBetween(1 - 1e-12, rank + 1e-12);
        assertThat(spectrum.effectiveRank()).isBetween(1 - 1e-12, rank + 1e-9);
        assertThat(spectrum.entanglementEntropy()).isBetween(0.0, Math.log(rank) + 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-3, 1, 1e300})
    void measuresDoNotDependOnTheScale(double scale) {
        double[][] matrix = ofRank(12, 9, 5);
        Spectrum.Summary plain = Spectrum.of(matrix).summary();
        double[][] scaled = Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(x -> x * scale).toArray())
                .toArray(double[][]::new);
        Spectrum.Summary summary = Spectrum.of(scaled).summary();
        assertThat(summary.rank()).isEqualTo(plain.rank());
        assertThat(summary.largest() / scale).isCloseTo(plain.largest(), within(1e-12));
        assertThat(summary.stableRank()).isCloseTo(plain.stableRank(), within(1e-10));
        assertThat(summary.effectiveRank()).isCloseTo(plain.effectiveRank(), within(1e-9));
        assertThat(summary.entanglementEntropy()).isCloseTo(plain.entanglementEntropy(), within(1e-10));
    }

    @Test
    void theToleranceIsTheCallersToSetAndIsExcluded() {
        Spectrum spectrum = Spectrum.of(diagonal(4, 4, 2, 1));
        double[] values = spectrum.singularValues();
        assertThat(spectrum.numericalRank(values[1])).isEqualTo(1);
        assertThat(spectrum.numericalRank(0)).isEqualTo(3);
        assertThat(spectrum.summary(3).rank()).isEqualTo(1);
        assertThat(spectrum.summary(3).certainty()).isEqualTo(new Certainty.Numerical(3));
        assertThatIllegalArgumentException().isThrownBy(() -> spectrum.numericalRank(-1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> spectrum.numericalRank(Double.NaN));
    }

    @Test
    void aZeroMatrixMeasuresZero() {
        Spectrum.Summary summary = Spectrum.of(new double[2][3]).summary();
        assertThat(summary).isEqualTo(new Spectrum.Summary(0, 0, 0, 0, 0, new Certainty.Numerical(0)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsRefused(double bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spectrum.of(new double[][] {{1, 2}, {3, bad}}))
                .withMessageContaining("(1, 1)")
                .withMessageContaining(String.valueOf(bad));
    }

    @Test
    void shapesThatAreNoMatrixAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spectrum.of(new double[0][]));
        assertThatIllegalArgumentException().isThrownBy(() -> Spectrum.of(new double[2][0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spectrum.of(new double[][] {{1}, {1, 2}}))
                .withMessageContaining("row 1");
    }

    private static double[][] diagonal(int rows, double... entries) {
        double[][] matrix = new double[Math.max(rows, entries.length)][entries.length];
        for (int i = 0; i < entries.length; i++) {
            matrix[i][i] = entries[i];
        }
        return matrix;
    }

    private static double[][] ofRank(int rows, int columns, int rank) {
        SplittableRandom random = new SplittableRandom(rows + columns);
        double[][] left = random(rows, rank, random);
        double[][] right = random(rank, columns, random);
        double[][] product = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < rank; k++) {
                    product[i][j] += left[i][k] * right[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] random(int rows, int columns, SplittableRandom random) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            Arrays.setAll(row, j -> random.nextDouble() - 0.5);
        }
        return matrix;
    }

    @Test
    void givenSingularValuesHaveTheMeasuresOfTheirDiagonalMatrix() {
        double[] values = {5, 3, 2, 0};
        Spectrum given = Spectrum.ofSingularValues(values);
        values[0] = 9;
        Spectrum.Summary expected = Spectrum.of(diagonal(0, 3, 2, 0, -5)).summary();
        assertThat(given.singularValues()).containsExactly(5, 3, 2, 0);
        assertThat(given.defaultTolerance()).isEqualTo(4 * 5 * 0x1p-52);
        assertThat(given.summary().rank()).isEqualTo(expected.rank());
        assertThat(given.effectiveRank()).isCloseTo(expected.effectiveRank(), within(1e-14));
        assertThat(given.entanglementEntropy()).isCloseTo(expected.entanglementEntropy(), within(1e-14));
    }

    @Test
    void whatCannotBeSingularValuesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spectrum.ofSingularValues(new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spectrum.ofSingularValues(new double[] {2, 3}))
                .withMessageContaining("number 1 is 3.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Spectrum.ofSingularValues(new double[] {2, -1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Spectrum.ofSingularValues(new double[] {Double.NaN}));
    }
}
