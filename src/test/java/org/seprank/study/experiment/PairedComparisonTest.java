package org.seprank.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {
    /** Differences 1, 2, 3: t = 2 sqrt(3), and P(|T| > t) = 1 - t / sqrt(2 + t^2) for two degrees of freedom. */
    @Test
    void threePairsByHand() {
        PairedComparison paired = PairedComparison.of(new double[] {5, 7, 4}, new double[] {4, 5, 1});
        assertThat(paired.pairs()).isEqualTo(3);
        assertThat(paired.meanDifference()).isEqualTo(2);
        assertThat(paired.tPValue()).isCloseTo(1 - Math.sqrt(12.0 / 14), within(1e-9));
        assertThat(paired.wilcoxonPValue()).isCloseTo(2.0 / 8, within(1e-12));
    }

    /** Five equal magnitudes share a rank: at least four of five signs positive, either way, 2 * 6 / 32. */
    @Test
    void equalMagnitudesShareTheirRanks() {
        PairedComparison paired = PairedComparison.of(new double[] {1, 1, 0, 1, 1}, new double[] {0, 0, 1, 0, 0});
        assertThat(paired.wilcoxonPValue()).isCloseTo(12.0 / 32, within(1e-12));
    }

    @Test
    void withoutTiesBothTestsAreThoseOfTheLibrary() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 20; trial++) {
            double[] x = random.doubles(8).toArray();
            double[] y = random.doubles(8).map(d -> d + 0.3).toArray();
            PairedComparison paired = PairedComparison.of(x, y);
            double exact = new WilcoxonSignedRankTest().wilcoxonSignedRankTest(x, y, true);
            assertThat(paired.wilcoxonPValue()).isCloseTo(Math.min(1, exact), within(1e-9));
            assertThat(paired.tPValue()).isCloseTo(new TTest().pairedTTest(x, y), within(1e-6));
            assertThat(PairedComparison.of(y, x).wilcoxonPValue()).isCloseTo(paired.wilcoxonPValue(), within(1e-12));
        }
    }

    @Test
    void missingScoresAndEqualOnesAreNoEvidence() {
        double[] some = {1, Double.NaN, 3};
        double[] others = {1, 2, Double.NaN};
        assertThat(PairedComparison.of(some, others)).isEqualTo(new PairedComparison(1, 0, Double.NaN, 1));
        double[] same = {0.1 + 0.2, 5};
        assertThat(PairedComparison.of(same, new double[] {0.3, 5})).isEqualTo(new PairedComparison(2, 0, 1, 1));
        assertThat(PairedComparison.of(new double[0], new double[0]).wilcoxonPValue())
                .isNaN();
        assertThatThrownBy(() -> PairedComparison.of(some, new double[2])).isInstanceOf(IllegalArgumentException.class);
    }
}
