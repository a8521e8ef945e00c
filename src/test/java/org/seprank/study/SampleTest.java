package org.seprank.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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
