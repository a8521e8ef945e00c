package org.seprank.separation.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureRanksTest {
    private static void check(double[][] features, double effective, double numerical, double nuclear) {
        FeatureRanks ranks = FeatureRanks.of(features);
        assertThat(ranks.effective()).isCloseTo(effective, within(1e-9));
        assertThat(ranks.numerical()).isCloseTo(numerical, within(1e-9));
        assertThat(ranks.nuclear()).isCloseTo(nuclear, within(1e-9));
    }

    /** Equal singular values; one direction, however small; singular values 2 and 1; nothing. */
    @Test
    void knownMatricesHaveKnownRanks() {
        check(new double[][] {{3, 0, 0}, {0, 3, 0}, {0, 0, 3}, {0, 0, 0}}, 3, 3, 3);
        check(new double[][] {{1e-200, 2e-200}, {2e-200, 4e-200}, {-1e-200, -2e-200}}, 1, 1, 1);
        double entropy = -2.0 / 3 * Math.log(2.0 / 3) - 1.0 / 3 * Math.log(1.0 / 3);
        check(new double[][] {{2, 0}, {0, 1}}, Math.exp(entropy), 5.0 / 4, 9.0 / 5);
        check(new double[][] {{0, 0}, {0, 0}}, 0, 0, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> FeatureRanks.of(new double[][] {{Double.NaN}}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ranksAreThoseOfAnotherDecomposition(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[11][5];
        for (double[] row : x) {
            for (int c = 0; c < row.length; c++) {
                row[c] = random.nextGaussian() * (c + 1);
            }
        }
        double[] values = new SingularValueDecomposition(new Array2DRowRealMatrix(x)).getSingularValues();
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double entropy = 0;
        for (double value : values) {
            entropy -= value / sum * Math.log(value / sum);
        }
        check(x, Math.exp(entropy), squares / values[0] / values[0], sum * sum / squares);
    }

    /** Repeated averaging over a complete graph leaves one direction: the ranks fall to 1 with any norm. */
    @Test
    void averagingLeavesRankOne() {
        double[][] x = {{1, 2}, {3, -1}, {0, 5}};
        for (int step = 0; step < 40; step++) {
            double[][] next = new double[3][2];
            for (int v = 0; v < 3; v++) {
                for (int c = 0; c < 2; c++) {
                    next[v][c] = (x[0][c] + x[1][c] + x[2][c] + x[v][c]) / 4;
                }
            }
            x = next;
        }
        check(x, 1, 1, 1);
    }
}
