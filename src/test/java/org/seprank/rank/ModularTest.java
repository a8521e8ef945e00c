package org.seprank.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModularTest {
    private static final long P = Modular.PRIME;

    @ParameterizedTest
    @ValueSource(
            longs = {
                0, 1, -1, P - 1, P, P + 1, -P, -P - 1, 2 * P, P * P, P * P - 1, P << 31, 1L << 62, 1L << 31, -1L << 31
            })
    void reductionIsTheRemainderAtItsCorners(long number) {
        assertThat(Modular.reduce(number)).isEqualTo((int) Math.floorMod(number, P));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE + 1})
    void reductionIsTheRemainderAtTheEndsOfTheRange(long number) {
        assertThat(Modular.reduce(number)).isEqualTo((int) Math.floorMod(number, P));
    }

    @Test
    void reductionIsTheRemainder() {
        LongStream numbers = new SplittableRandom(1).longs(10_000);
        assertThat(numbers).allSatisfy(x -> assertThat(Modular.reduce(x)).isEqualTo((int) Math.floorMod(x, P)));
    }

    @Test
    void sumsAndProductsAreThoseOfTheIntegers() {
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < 1000; k++) {
            int x = k == 0 ? Modular.PRIME - 1 : Modular.draw(random);
            int y = k == 0 ? Modular.PRIME - 1 : Modular.draw(random);
            assertThat(Modular.add(x, y)).isEqualTo((int) (((long) x + y) % P));
            assertThat(Modular.multiply(x, y)).isEqualTo((int) ((long) x * y % P));
        }
    }

    @Test
    void powersAreThoseOfTheIntegers() {
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 200; k++) {
            int x = Modular.draw(random);
            long e = random.nextLong() >>> random.nextInt(1, 64);
            BigInteger expected = BigInteger.valueOf(x).modPow(BigInteger.valueOf(e), BigInteger.valueOf(P));
            assertThat(Modular.power(x, e)).as("%d^%d", x, e).isEqualTo(expected.intValueExact());
        }
        assertThat(Modular.power(0, 0)).isEqualTo(1);
    }

    @Test
    void aResidueTimesItsInverseIsOne() {
        SplittableRandom random = new SplittableRandom(4);
        for (int k = 0; k < 200; k++) {
            int x = k == 0 ? 1 : k == 1 ? Modular.PRIME - 1 : Modular.draw(random);
            assertThat(Modular.multiply(x, Modular.inverse(x))).isEqualTo(1);
        }
    }

    @Test
    void zeroHasNoInverseAndPowersAreNotNegative() {
        assertThatThrownBy(() -> Modular.inverse(0)).isInstanceOf(ArithmeticException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Modular.power(2, -1))
                .withMessageContaining("-1");
    }

    @Test
    void theUpperBitsAreDrawnAndThePrimeItselfIsDrawnAgain() {
        long[] words = {-1L, 0xFFFFFFFE_00000000L, 7L << 33};
        int[] next = {0};
        RandomGenerator scripted = () -> words[next[0]++];
        assertThat(Modular.draw(scripted)).isEqualTo(7);
        assertThat(next[0]).isEqualTo(3);
    }
}
