package org.seprank.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.seprank.report.Value;

class PairedComparisonTest {
    /** Differences 1, 2, 3: t = 2 sqrt(3), and P(|T| > t) = 1 - t / sqrt(2 + t^2) for two degrees of freedom. */
    @Test
    void threePairsByHand() {
        PairedComparison paired = PairedComparison.of(new double[] {5, 7, 4}, new double[] {4, 5, 1});
        assertThat(paired.pairs()).isEqualTo(3);
        assertThat(paired.meanDifference()).isEqualTo(2);
        assertThat(paired.tPValue().asDouble()).isCloseTo(1 - Math.sqrt(12.0 / 14), within(1e-9));
    }

    /** Six equal magnitudes share a rank: at least five of six signs positive, either way, 2 * 7 / 64. */
    @Test
    void equalMagnitudesShareTheirRanks() {
        PairedComparison paired = PairedComparison.of(new double[] {1, 1, 0, 1, 1, 1}, new double[] {0, 0, 1, 0, 0, 0});
        assertThat(paired.wilcoxonPValue().asDouble()).isCloseTo(14.0 / 64, within(1e-12));
    }

    @Test
    void withoutTiesBothTestsAreThoseOfTheLibrary() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 20; trial++) {
            double[] x = random.doubles(8).toArray();
            double[] y = random.doubles(8).map(d -> d + 0.3).toArray();
            PairedComparison paired = PairedComparison.of(x, y);
            double exact = new WilcoxonSignedRankTest().wilcoxonSignedRankTest(x, y, true);
            assertThat(paired.wilcoxonPValue().asDouble()).isCloseTo(Math.min(1, exact), within(1e-9));
            assertThat(paired.tPValue().asDouble()).isCloseTo(new TTest().pairedTTest(x, y), within(1e-6));
            assertThat(PairedComparison.of(y, x).wilcoxonPValue().asDouble())
                    .isCloseTo(paired.wilcoxonPValue().asDouble(), within(1e-12));
        }
    }

    @Test
    void missingScoresAndEqualOnesAreNoEvidence() {
        double[] some = {1, Double.NaN, 3};
        double[] others = {1, 2, Double.NaN};
        PairedComparison one = PairedComparison.of(some, others);
        assertThat(one.pairs()).isEqualTo(1);
        assertThat(one.meanDifference()).isZero();
        PairedComparison equal =
                PairedComparison.of(new double[] {0.1 + 0.2, 5, 1, 1, 1, 1}, new double[] {0.3, 5, 1, 1, 1, 1});
        assertThat(equal.meanDifference()).isZero();
        assertThat(equal.wilcoxonPValue()).isEqualTo(Value.of(1.0));
        assertThatThrownBy(() -> PairedComparison.of(some, new double[2])).isInstanceOf(IllegalArgumentException.class);
    }

    /** Two pairs with equal differences once had a p-value of 0. */
    @Test
    void pairsThatAreTooFewOrAllEqualGiveNoPValue() {
        PairedComparison two = PairedComparison.of(new double[] {0.6, 0.5}, new double[] {0.5, 0.4});
        assertThat(two.tPValue().text()).isEqualTo("too few pairs");
        assertThat(two.wilcoxonPValue().text()).isEqualTo("too few pairs (p >= 0.500)");
        assertThat(two.wilcoxonPValue().asDouble()).isNaN();
        PairedComparison three = PairedComparison.of(new double[] {2, 3, 4}, new double[] {1, 2, 3});
        assertThat(three.tPValue().text()).isEqualTo("all differences are equal");
        assertThat(three.wilcoxonPValue().text()).isEqualTo("too few pairs (p >= 0.250)");
        assertThat(PairedComparison.of(new double[0], new double[0])
                        .wilcoxonPValue()
                        .text())
                .isEqualTo("too few pairs");
    }
}
