package org.seprank.gnn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NuclearNormTest {
    @Test
    void ofADiagonalMatrixItIsTheSumAndItsSlopeTheSigns() {
        NuclearNorm norm = NuclearNorm.of(new double[][] {{3, 0}, {0, -4}, {0, 0}});
        assertThat(norm.value()).isCloseTo(7, within(1e-5));
        assertThat(norm.slope()[0]).containsExactly(new double[] {1, 0}, within(1e-6));
        assertThat(norm.slope()[1]).containsExactly(new double[] {0, -1}, within(1e-6));
        assertThat(norm.slope()[2]).containsExactly(0, 0);
    }

    @Test
    void ofAZeroMatrixItIsSmallAndHasNoSlope() {
        NuclearNorm norm = NuclearNorm.of(new double[2][5]);
        assertThat(norm.value()).isCloseTo(2e-3, within(1e-12));
        assertThat(norm.slope()).isEqualTo(new double[2][5]);
    }

    @ParameterizedTest
    @CsvSource({"6,3", "3,6", "4,4", "5,1", "1,5"})
    void itsSlopeIsThatOfFiniteDifferences(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(rows);
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        double[][] slope = NuclearNorm.of(matrix).slope();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double at = matrix[i][j];
                matrix[i][j] = at + 1e-5;
                double above = NuclearNorm.of(matrix).value();
                matrix[i][j] = at - 1e-5;
                double below = NuclearNorm.of(matrix).value();
                matrix[i][j] = at;
                assertThat(slope[i][j]).isCloseTo((above - below) / 2e-5, within(1e-6));
            }
        }
    }

    @Test
    void jsonKeepsTheFormOfWeights() {
        LayerSpec product = new LayerSpec(
                new Aggregation.Sage(false),
                9,
                4,
                LayerSpec.Source.LAYER,
                LayerSpec.Finish.none(),
                0,
                new Weights(3, 0.5));
        assertThat(LayerSpec.fromJson(product.toJson())).isEqualTo(product);
        assertThat(product.factors()).containsExactly("W1", "W2", "W3");
        assertThat(product.innerWidth()).isEqualTo(8);
    }
}
