package org.seprank.rewire.curvature.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class GaussianMixtureTest {
    @Test
    void farGroupsAreToldApart() {
        GaussianMixture mixture = GaussianMixture.fit(new long[] {-101, 11, -99, 9, -101, 11, 9, -99, 11, 9});
        assertThat(mixture.weight()).isCloseTo(0.4, within(1e-9));
        assertThat(mixture.lowerMean()).isCloseTo(-100, within(1e-9));
        assertThat(mixture.upperMean()).isCloseTo(10, within(1e-9));
        assertThat(mixture.lowerDeviation()).isCloseTo(1, within(1e-9));
        assertThat(mixture.between()).isCloseTo(-45, within(1e-8));
        assertThat(mixture.above()).isCloseTo(11, within(1e-8));
    }

    @Test
    void theThresholdLiesNearerToTheNarrowGroup() {
        GaussianMixture mixture = new GaussianMixture(0.5, 0, 1, 12, 3);
        assertThat(mixture.between()).isEqualTo(3); // one deviation from either mean in units of their sum
        assertThat(mixture.above()).isEqualTo(15);
    }

    @Test
    void drawnParametersAreFoundAgain() {
        RandomGenerator random = new SplittableRandom(5);
        long[] values = new long[40_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(i % 4 == 0 ? -300 + 40 * random.nextGaussian() : 100 + 80 * random.nextGaussian());
        }
        GaussianMixture mixture = GaussianMixture.fit(values);
        assertThat(mixture.weight()).isCloseTo(0.25, within(0.01));
        assertThat(mixture.lowerMean()).isCloseTo(-300, within(3.0));
        assertThat(mixture.lowerDeviation()).isCloseTo(40, within(2.0));
        assertThat(mixture.upperMean()).isCloseTo(100, within(3.0));
        assertThat(mixture.upperDeviation()).isCloseTo(80, within(2.0));
    }

    @Test
    void orderDoesNotMatterAndAShiftShiftsOnly() {
        GaussianMixture mixture = GaussianMixture.fit(new long[] {1, 5, 2, 9, 4, 4});
        assertThat(GaussianMixture.fit(new long[] {9, 4, 2, 1, 4, 5})).isEqualTo(mixture);
        GaussianMixture shifted = GaussianMixture.fit(new long[] {101, 105, 102, 109, 104, 104});
        assertThat(shifted.between()).isCloseTo(mixture.between() + 100, within(1e-5));
        assertThat(shifted.above()).isCloseTo(mixture.above() + 100, within(1e-5));
    }

    @Test
    void equalValuesLieBetweenTheThresholds() {
        GaussianMixture mixture = GaussianMixture.fit(new long[] {3, 3, 3});
        assertThat(mixture.between()).isLessThanOrEqualTo(3);
        assertThat(mixture.above()).isGreaterThan(3);
        assertThatIllegalArgumentException().isThrownBy(() -> GaussianMixture.fit(new long[0]));
    }
}
