package org.seprank.rank;

import java.util.random.RandomGenerator;

/**
 * The program's class of this name, in floating point: JavaScript has no integers of 64 bits that are fast. Every
 * intermediate number is whole and below 2^53.
 */
public final class Modular {
    public static final int PRIME = Integer.MAX_VALUE;

    private static final int BITS = 31;
    private static final double TWO_POW_31 = 0x1p31;

    private Modular() {}

    public static int reduce(long number) {
        return (int) Math.floorMod(number, (long) PRIME);
    }

    private static int reduced(double number) {
        double upper = Math.floor(number / TWO_POW_31);
        double folded = number - upper * TWO_POW_31 + upper;
        return (int) (folded >= PRIME ? folded - PRIME : folded);
    }

    public static int add(int x, int y) {
        return reduced((double) x + y);
    }

    public static int multiply(int x, int y) {
        return plusProduct(0, x, y);
    }

    public static int plusProduct(int sum, int x, int y) {
        double upper = (double) (x >>> 16) * y;
        double above = Math.floor(upper / TWO_POW_31);
        double folded = upper - above * TWO_POW_31 + above;
        return reduced(folded * 0x1p16 + (double) (x & 0xffff) * y + sum);
    }

    public static int power(int x, long exponent) {
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

    public static int inverse(int x) {
        if (x == 0) {
            throw new ArithmeticException("0 has no inverse");
        }
        return power(x, PRIME - 2L);
    }

    public static int draw(RandomGenerator random) {
        int bits;
        do {
            bits = (int) (random.nextLong() >>> (Long.SIZE - BITS));
        } while (bits == PRIME);
        return bits;
    }
}
