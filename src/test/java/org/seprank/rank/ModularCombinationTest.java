package org.seprank.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModularCombinationTest {
    @ParameterizedTest
    @CsvSource({
        "0, 3, 0, 3",
        "1, 1, 0, 1",
        "3, 10, 2, 9",
        "4, 10, 0, 10",
        "5, 256, 0, 256",
        "7, 257, 0, 257",
        "8, 600, 3, 599",
        "127, 5, 0, 5",
        "128, 5, 0, 5",
        "129, 5, 1, 5",
        "131, 300, 17, 290",
        "260, 513, 0, 513"
    })
    void sumsAreThoseOfTheIntegers(int terms, int length, int from, int to) {
        SplittableRandom random = new SplittableRandom(terms);
        double[][] sources = new double[terms][];
        Arrays.setAll(sources, k -> centred(length, random));
        double[] coefficients = centred(terms, random);
        double[] target = centred(length, random);
        double[] before = target.clone();
        ModularCombination combination = ModularCombination.of(terms);
        for (int k = 0; k < terms; k++) {
            combination.plus(coefficients[k], sources[k]);
        }
        combination.addTo(target, from, to);
        for (int j = 0; j < length; j++) {
            BigInteger sum = integer(before[j]);
            for (int k = 0; k < terms && from <= j && j < to; k++) {
                sum = sum.add(integer(coefficients[k]).multiply(integer(sources[k][j])));
            }
            assertThat(ModularVectors.residue(target[j])).as("entry %d", j).isEqualTo(residue(sum));
        }
    }

    @ParameterizedTest
    @CsvSource({"1073741824, 1073741824", "-1073741824, 1073741824", "1073709056, 1073741824", "32768, -1073741824"})
    void theLargestEntriesDoNotOverflow(double coefficient, double entry) {
        int terms = 400;
        double[] target = {0x1p30, -0x1p30};
        ModularCombination combination = ModularCombination.of(terms);
        double[] source = {entry, entry};
        for (int k = 0; k < terms; k++) {
            combination.plus(coefficient, source);
        }
        combination.addTo(target, 0, 2);
        BigInteger sum = integer(coefficient).multiply(integer(entry)).multiply(BigInteger.valueOf(terms));
        assertThat(ModularVectors.residue(target[0])).isEqualTo(residue(sum.add(integer(0x1p30))));
        assertThat(ModularVectors.residue(target[1])).isEqualTo(residue(sum.subtract(integer(0x1p30))));
    }

    @Test
    void clearingForgetsTermsAndLongerTargetsMayFollowShorterOnes() {
        ModularCombination combination = ModularCombination.of(2).plus(2, new double[] {1});
        double[] one = {5};
        combination.addTo(one, 0, 1);
        assertThat(one).containsExactly(7);
        double[] two = {5, 6};
        combination.clear().plus(3, new double[] {10, 20}).addTo(two, 0, 2);
        assertThat(two).containsExactly(35, 66);
    }

    private static double[] centred(int length, SplittableRandom random) {
        double[] vector = new double[length];
        Arrays.setAll(vector, j -> ModularVectors.centred(Modular.draw(random)));
        return vector;
    }

    private static BigInteger integer(double x) {
        return BigInteger.valueOf((long) x);
    }

    private static int residue(BigInteger x) {
        return x.mod(BigInteger.valueOf(Modular.PRIME)).intValueExact();
    }
}
