package org.seprank.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModularVectorsTest {
    private static final double EXTREME = 0x1p30;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, (1 << 30) - 1, 1 << 30, Modular.PRIME - 1, 123_456_789})
    void centringIsUndone(int residue) {
        double centred = ModularVectors.centred(residue);
        assertThat(Math.abs(centred)).isLessThanOrEqualTo(EXTREME);
        assertThat(ModularVectors.residue(centred)).isEqualTo(residue);
    }

    @Test
    void reductionIsExactUpToItsLimit() {
        SplittableRandom random = new SplittableRandom(5);
        long[] corners = {0, 1L << 52, -(1L << 52), (1L << 52) - 1, Modular.PRIME, 3L * (1 << 30), (1L << 31) / 2};
        LongStream numbers = LongStream.concat(Arrays.stream(corners), random.longs(10_000, -(1L << 52), 1L << 52));
        assertThat(numbers).allSatisfy(number -> {
            double reduced = ModularVectors.reduce((double) number);
            assertThat(Math.abs(reduced)).isLessThanOrEqualTo(EXTREME);
            assertThat(ModularVectors.residue(reduced)).isEqualTo(Modular.reduce(number));
        });
    }

    @Test
    void productsAreThoseOfTheField() {
        SplittableRandom random = new SplittableRandom(6);
        double[] corners = {EXTREME, -EXTREME, 0, 1, -1, 0x1p16, 0x1p15, -0x1p15, 0x1p15 - 1};
        for (int k = 0; k < 2000; k++) {
            double x = k < 81 ? corners[k % 9] : ModularVectors.centred(Modular.draw(random));
            double y = k < 81 ? corners[k / 9] : ModularVectors.centred(Modular.draw(random));
            int expected = Modular.reduce(((long) x) * ((long) y));
            double product = ModularVectors.multiply(x, y);
            assertThat(Math.abs(product)).isLessThanOrEqualTo(EXTREME);
            assertThat(ModularVectors.residue(product)).as("%s * %s", x, y).isEqualTo(expected);
        }
    }

    @Test
    void vectorsAreMultipliedEntryByEntryAlsoByThemselves() {
        double[] x = {3, -5, EXTREME};
        ModularVectors.multiply(x, new double[] {7, 11, 2, 99});
        assertThat(x).containsExactly(21, -55, 1);
        ModularVectors.multiply(x, x);
        assertThat(x).containsExactly(441, 3025, 1);
    }

    @Test
    void scalingKeepsToItsRange() {
        double[] x = {1, 2, 3, 4, EXTREME};
        ModularVectors.scale(x, -70_000, 1, 4);
        assertThat(x).containsExactly(1, -140_000, -210_000, -280_000, EXTREME);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 100, 1_000_000_007L, 3L << 40})
    void powersAreThoseOfTheField(long exponent) {
        SplittableRandom random = new SplittableRandom(exponent);
        int[] base = random.ints(20, 0, Modular.PRIME).toArray();
        double[] y = Arrays.stream(base).mapToDouble(ModularVectors::centred).toArray();
        double[] before = y.clone();
        double[] x = new double[20];
        Arrays.fill(x, 5);
        ModularVectors.multiplyByPower(x, y, exponent);
        for (int j = 0; j < x.length; j++) {
            assertThat(ModularVectors.residue(x[j])).isEqualTo(Modular.multiply(5, Modular.power(base[j], exponent)));
        }
        assertThat(y).containsExactly(before);
    }
}
