package org.seprank.rank;

import java.util.Arrays;

/** Matrices over GF(2³¹ - 1) written down as numbers. */
public final class ModularMatrices {
    private ModularMatrices() {}

    /** The matrix of the residues of these numbers, any longs, rows of one length. */
    public static ModularMatrix of(long[][] numbers) {
        int[] entries = Arrays.stream(numbers)
                .flatMapToLong(Arrays::stream)
                .mapToInt(Modular::reduce)
                .toArray();
        return ModularMatrix.over(numbers.length, numbers.length == 0 ? 0 : numbers[0].length, entries);
    }
}
