package org.seprank.separation.monomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;

class MagnitudeTest {
    private static final Magnitude HUGE = Magnitude.power(3, BigInteger.TEN.pow(30));

    @Test
    void multisetsAreBinomialCoefficients() {
        for (int kinds = 1; kinds <= 8; kinds++) {
            for (int size = 0; size <= 12; size++) {
                long expected = CombinatoricsUtils.binomialCoefficient(kinds + size - 1, size);
                assertThat(Magnitude.multisets(kinds, BigInteger.valueOf(size))).isEqualTo(Magnitude.of(expected));
                assertThat(Magnitude.multisets(Magnitude.of(kinds), size)).isEqualTo(Magnitude.of(expected));
            }
        }
    }

    @Test
    void logarithmOfHugeMultisetCountAgreesWithTheExactOne() {
        BigInteger size = BigInteger.TEN.pow(40);
        for (int kinds : new int[] {2, 5, 30, 64, 200}) {
            BigInteger exact = BigInteger.ONE;
            for (int i = 1; i < kinds; i++) {
                exact = exact.multiply(size.add(BigInteger.valueOf(i))).divide(BigInteger.valueOf(i));
            }
            double nats = Magnitude.of(exact).nats();
            assertThat(Magnitude.multisets(kinds, size).nats()).isCloseTo(nats, within(1e-12 * nats));
        }
    }

    @Test
    void logarithmIsFiniteForCountsBeyondTheDoubleRange() {
        Magnitude count = Magnitude.multisets(64, BigInteger.TEN.pow(5000));
        assertThat(count.nats()).isFinite();
        assertThat(count.nats()).isCloseTo(63 * 5000 * Math.log(10) - 201, within(5.0));
    }

    @Test
    void powersAreExactWhileSmallAndLogarithmsBeyond() {
        assertThat(Magnitude.power(2, BigInteger.valueOf(4000)).exact()).contains(BigInteger.TWO.pow(4000));
        assertThat(HUGE.exact()).isEmpty();
        assertThat(HUGE.nats()).isCloseTo(1e30 * Math.log(3), within(1e18));
        assertThat(Magnitude.power(1, BigInteger.TEN.pow(400))).isEqualTo(Magnitude.ONE);
    }

    @Test
    void productsAndSumsAgreeBetweenExactAndLogarithmic() {
        Magnitude exact = Magnitude.of(12345);
        Magnitude log = Magnitude.ofLog(Math.log(12345));
        assertThat(log.times(exact).nats()).isCloseTo(exact.times(exact).nats(), within(1e-12));
        assertThat(log.plus(exact).nats()).isCloseTo(exact.plus(exact).nats(), within(1e-12));
        assertThat(log.plus(exact).dividedBy(2).nats()).isCloseTo(exact.nats(), within(1e-12));
        assertThat(exact.plus(exact).dividedBy(2)).isEqualTo(exact);
        assertThat(HUGE.times(HUGE).nats()).isEqualTo(2 * HUGE.nats());
        assertThat(HUGE.plus(Magnitude.UNBOUNDED).nats()).isInfinite();
        assertThat(Magnitude.multisets(Magnitude.ofLog(100), 2).nats()).isCloseTo(200 - Math.log(2), within(1e-12));
    }

    @Test
    void orderIsExactBetweenExactNumbers() {
        BigInteger large = BigInteger.TWO.pow(3000);
        Magnitude one = Magnitude.of(large);
        Magnitude next = Magnitude.of(large.add(BigInteger.ONE));
        assertThat(one).isLessThan(next).isNotEqualTo(next);
        assertThat(next.min(one)).isSameAs(one);
        assertThat(one).isLessThan(Magnitude.UNBOUNDED).hasSameHashCodeAs(Magnitude.of(large));
        assertThat(one).isNotEqualTo("one");
    }

    @Test
    void integersAreRecoveredFromTheirLogarithms() {
        for (long value : new long[] {1, 2, 3, 1_000_003, 500_000_000_001L}) {
            assertThat(Magnitude.ofIntegerLog(Math.log((double) value) * (1 + 1e-15))
                            .exact())
                    .contains(BigInteger.valueOf(value));
        }
        assertThat(Magnitude.ofIntegerLog(28).exact()).isEmpty();
    }

    @Test
    void numbersBelowOneAreRejected() {
        assertThatThrownBy(() -> Magnitude.of(0)).hasMessageContaining("magnitude 0");
        assertThatThrownBy(() -> Magnitude.ofLog(-1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> Magnitude.ofLog(Double.NaN)).hasMessageContaining("NaN");
        assertThat(HUGE).hasToString("e^" + HUGE.nats());
        assertThat(Magnitude.of(42)).hasToString("42");
    }
}
