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
        assertThat(new Certainty.AtLeast("two sweeps").describe()).isEqualTo("at least; two sweeps");
        assertThat(new Certainty.AtMost("stopped early").describe()).isEqualTo("at most; stopped early");
        assertThat(Certainty.sampled(64, "of 2708 vertices", 3).describe())
                .isEqualTo("estimated from 64 of 2708 vertices, seed 3");
        assertThat(new Certainty.Estimated(32, "random vectors", 1, 0.25).describe())
                .isEqualTo("estimated from 32 random vectors, seed 1, standard error 0.25");
        assertThat(new Certainty.NotComputed("no edges").describe()).isEqualTo("not computed: no edges");
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
