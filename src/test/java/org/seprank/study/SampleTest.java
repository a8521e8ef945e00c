package org.seprank.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
    @Test
    void theIntervalIsStudents() {
        Sample sample = Sample.of(1, Double.NaN, 2, 3);
        assertThat(sample.runs()).isEqualTo(3);
        assertThat(sample.mean()).isEqualTo(2);
        assertThat(sample.deviation()).isCloseTo(1, within(1e-12));
        assertThat(sample.populationDeviation()).isCloseTo(Math.sqrt(2.0 / 3), within(1e-12));
        assertThat(sample.high() - sample.mean()).isCloseTo(4.302652729749462 / Math.sqrt(3), within(1e-9));
        assertThat(sample.low()).isCloseTo(4 - sample.high(), within(1e-12));
    }

    /** mean 0.9, deviation 0.1: on the logit scale ln 9 ± t 0.1 / sqrt(3) / 0.09. */
    @Test
    void theIntervalOfAShareIsStudentsOnTheLogitScale() {
        Sample sample = Sample.within(0, 1, 0.8, 0.9, 1);
        double half = 4.302652729749462 * 0.1 / Math.sqrt(3) / 0.09;
        assertThat(sample.low()).isCloseTo(1 / (1 + Math.exp(half) / 9), within(1e-9));
        assertThat(sample.high()).isCloseTo(1 / (1 + Math.exp(-half) / 9), within(1e-9));
        Sample perCent = Sample.within(-100, 100, 60, 80, 100);
        assertThat(perCent.low()).isCloseTo(200 * sample.low() - 100, within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.within(0, 1, 1.5))
                .withMessageContaining("1.5 is not in 0.0..1.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theIntervalHoldsTheMeanWithinTheRange(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] shares = random.doubles(2 + seed % 4)
                .map(d -> Math.rint(4 * d) / 4) // often 0 or 1
                .toArray();
        Sample sample = Sample.within(0, 1, shares);
        if (sample.deviation() == 0) {
            assertThat(sample.low()).isNaN();
        } else {
            assertThat(sample.low()).isBetween(0.0, sample.mean());
            assertThat(sample.high()).isBetween(sample.mean(), 1.0);
        }
    }

    @Test
    void equalRunsHaveNoInterval() {
        assertThat(Sample.of(0.45, 0.45).low()).isNaN();
        assertThat(Sample.within(0, 1, 1, 1).high()).isNaN();
    }

    @Test
    void oneRunHasNoInterval() {
        Sample one = Sample.of(0.5);
        assertThat(one.mean()).isEqualTo(0.5);
        assertThat(one.populationDeviation()).isZero();
        assertThat(one.deviation()).isNaN();
        assertThat(one.low()).isNaN();
        assertThat(Sample.of().mean()).isNaN();
    }
}
