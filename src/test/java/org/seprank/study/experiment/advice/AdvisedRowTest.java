package org.seprank.study.experiment.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.study.experiment.Findings;

class AdvisedRowTest {
    private static final Treatment LEAVE = new Treatment("d", "", "", List.of(0.5, 0.6, 0.55));
    private static final Treatment CLOSE = new Treatment("d", "wis", "10%", List.of(0.52, 0.58, 0.56));
    private static final Treatment BEST = new Treatment("d", "random", "100%", List.of(0.7, 0.801, 0.75));

    @Test
    void theBestIsRight() {
        AdvisedRow row = AdvisedRow.of(BEST, List.of(LEAVE, CLOSE, BEST), "high");
        assertThat(row.right()).isTrue();
        assertThat(row.loss()).isZero();
        assertThat(row.uneditedLoss()).isCloseTo(0.601 / 3, within(1e-12));
        assertThat(row.best()).isEqualTo("random 100%");
    }

    @Test
    void aLossBeyondChanceIsWrong() {
        AdvisedRow row = AdvisedRow.of(LEAVE, List.of(LEAVE, CLOSE, BEST), "low");
        assertThat(row.right()).isFalse();
        assertThat(row.loss()).isCloseTo(0.601 / 3, within(1e-12));
        assertThat(row.advice()).isEqualTo("leave");
        assertThat(AdvisedRow.claims(List.of(row)))
                .extracting(Findings.Statement::held)
                .containsExactly(false, false);
    }

    @Test
    void aLossWithinChanceIsRight() {
        AdvisedRow row = AdvisedRow.of(LEAVE, List.of(LEAVE, CLOSE), "low");
        assertThat(row.best()).isEqualTo("wis 10%");
        assertThat(row.loss()).isPositive();
        assertThat(row.from()).isNegative();
        assertThat(row.right()).isTrue();
    }
}
