package org.seprank.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertaintyTest {
    @Test
    void everyCertaintySaysWhatItIs() {
        assertThat(new Certainty.Exact().describe()).isEqualTo("exact");
        assertThat(new Certainty.AtLeast().describe()).isEqualTo("at least");
        assertThat(new Certainty.ExactWithProbability(2.5e-7).describe())
                .isEqualTo("exact with probability >= 1 - 2.5e-07");
        assertThat(new Certainty.Numerical(0.001).describe()).isEqualTo("numerical, tolerance 0.00100");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
    void aProbabilityOfFailureIsBetweenZeroAndOne(double failure) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Certainty.ExactWithProbability(failure))
                .withMessageContaining(String.valueOf(failure));
    }
}
