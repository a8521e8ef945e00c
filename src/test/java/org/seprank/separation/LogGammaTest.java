package org.seprank.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

class LogGammaTest {
    @Test
    void itAgreesWithCommonsMath() {
        for (double x = 1; x < 1e300; x = Math.floor(x * 1.01) + 1) {
            double expected = Gamma.logGamma(x);
            assertThat(LogGamma.of(x)).as("ln gamma of " + x).isCloseTo(expected, within(2e-14 * (1 + expected)));
        }
    }
}
