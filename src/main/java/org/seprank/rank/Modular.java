package org.seprank.rank;

import java.util.random.RandomGenerator;

/**
 * The field GF(p) for the Mersenne prime p = 2³¹ - 1. Residues are ints in 0..p-1. All operations take constant time
 * but {@link #power} and {@link #inverse}, which take O(log p) multiplications.
 */
public final class Modular {
    /** p. */
    public static final int PRIME = Integer.MAX_VALUE;

    private static final int BITS = 31;

    private Modular() {}

    /** The residue of any number, negative ones included. */
    public static int reduce(long number) {
        // 2³¹ is 1 modulo p, so the upper bits are added to the lower ones; twice, since a long has two and a bit of
        // them
        long folded = (number & PRIME) + (number >> BITS);
        folded = (folded & PRIME) + (folded >> BITS);
        if (folded < 0) {
            return (int) (folded + PRIME);
        }
        return (int) (folded >= PRIME ? folded - PRIME : folded);
    }

    /** The sum of two residues. */
    public static int add(int x, int y) {
        return reduce((long) x + y);
    }

    /** The product of two residues. */
    public static int multiply(int x, int y) {
        return reduce((long) x * y);
    }

    /** {@code sum + x y}, the sum a residue and x and y in 0..p. */
    public static int plusProduct(int sum, int x, int y) {
        return reduce(sum + (long) x * y);
    }

    /**
     * The power of a residue; the power 0 is 1, also of 0.
     *
     * @param exponent at least 0
     */
    public static int power(int x, long exponent) {
        if (exponent < 0) {
            throw new IllegalArgumentException("exponent " + exponent + " is negative");
        }
        int result = 1;
        int square = x;
        for (long e = exponent; e > 0; e >>= 1) {
            if ((e & 1) == 1) {
                result = multiply(result, square);
            }
            square = multiply(square, square);
        }
        return result;
    }

    /**
     * The inverse of a residue.
     *
     * @throws ArithmeticException for 0
     */
    public static int inverse(int x) {
        if (x == 0) {
            throw new ArithmeticException("0 has no inverse");
        }
        return power(x, PRIME - 2L);
    }

    /** A residue drawn uniformly: 31 random bits, drawn again in the one case that they are p. */
    public static int draw(RandomGenerator random) {
        int bits;
        do {
            bits = (int) (random.nextLong() >>> (Long.SIZE - BITS));
        } while (bits == PRIME);
        return bits;
    }
}
