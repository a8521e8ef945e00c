package org.seprank.lab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StepRuleTest {
    @Test
    void groupRmsPropMovesByTheRateWhereTheGradientIsConstant() {
        StepRule rule = StepRule.groupRmsProp(0.01, 0);
        for (int t = 0; t < 50; t++) {
            assertThat(rule.next(9) * 3).isCloseTo(0.01, within(1e-14));
        }
    }

    @Test
    void groupRmsPropRemembersWithDecay() {
        StepRule rule = StepRule.groupRmsProp(1, 0.5);
        rule.next(4);
        double moment = (0.99 * 0.04 + 0.01) / (1 - 0.99 * 0.99);
        assertThat(rule.next(1)).isCloseTo(1 / (Math.sqrt(moment) + 0.5), within(1e-12));
    }

    @Test
    void anUnknownRuleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepRule.named("adam", 1, 0))
                .withMessageContaining("group-rmsprop");
    }
}
