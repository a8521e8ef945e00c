package org.seprank.lab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.linear.Matrices;
import org.seprank.rank.Spectrum;

class JacobiSvdTest {
    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void theValuesAreThoseOfTheGolubKahanIteration() {
        for (int n = 1; n <= 12; n++) {
            double[][] a = Matrices.gaussian(n + 2, n, 1, random);
            double[] expected = Spectrum.of(a).singularValues();
            assertThat(JacobiSvd.of(a).values()).containsExactly(expected, within(1e-13 * expected[0]));
        }
    }

    @Test
    void aNearbyStartChangesNothing() {
        double[][] a = Matrices.gaussian(9, 7, 1, random);
        double[][] b = Matrices.copy(a);
        Matrices.addScaled(0.1, Matrices.gaussian(9, 7, 1, random), b);
        JacobiSvd near = JacobiSvd.of(a).ofNearby(b);
        assertThat(near.values()).containsExactly(JacobiSvd.of(b).values(), within(1e-13));
        assertThat(Matrices.norm(Matrices.difference(near.shrunk(0), b))).isLessThan(1e-12);
    }

    @Test
    void shrinkingLowersEverySingularValueByAsMuch() {
        JacobiSvd svd = JacobiSvd.of(Matrices.gaussian(8, 6, 1, random));
        double[] shrunk = JacobiSvd.of(svd.shrunk(1.5)).values();
        for (int k = 0; k < shrunk.length; k++) {
            assertThat(shrunk[k]).isCloseTo(Math.max(0, svd.values()[k] - 1.5), within(1e-13));
        }
    }

    @Test
    void aZeroMatrixHasNoLeftSingularVectors() {
        JacobiSvd svd = JacobiSvd.of(new double[3][2]);
        assertThat(svd.values()).containsExactly(0, 0);
        assertThat(svd.left()).isDeepEqualTo(new double[2][3]);
    }
}
