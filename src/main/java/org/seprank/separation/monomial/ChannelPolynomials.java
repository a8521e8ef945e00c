package org.seprank.separation.monomial;

import java.util.Arrays;
import org.seprank.rank.Modular;

/**
 * As many polynomials over GF(2³¹ - 1) as a network has channels, in one set of monomials. A monomial is a {@code long}
 * of packed exponents, so that the product of two is their sum. Not safe for use by several threads.
 */
final class ChannelPolynomials {
    private static final int SMALLEST = 16;

    private final int width;
    private long[] keys; // a hash table with linear probing
    private int[] numbers; // of the monomial of that key, counted from 1; 0 where there is none
    private long[] monomials = new long[SMALLEST]; // by number - 1, in the order in which they came
    private int[] coefficients; // of monomial k in channel d at k * width + d
    private int size;

    private ChannelPolynomials(int width) {
        this.width = width;
        keys = new long[2 * SMALLEST];
        numbers = new int[2 * SMALLEST];
        coefficients = new int[SMALLEST * width];
    }

    /** Polynomials without a monomial. */
    static ChannelPolynomials zero(int width) {
        return new ChannelPolynomials(width);
    }

    /** All ones. */
    static ChannelPolynomials one(int width) {
        ChannelPolynomials one = zero(width);
        for (int d = 0; d < width; d++) {
            one.add(0, d, 1);
        }
        return one;
    }

    /** The number of monomials. */
    int size() {
        return size;
    }

    /** The monomial of that number. */
    long monomial(int k) {
        return monomials[k];
    }

    /** Its coefficient in a channel. */
    int coefficient(int k, int channel) {
        return coefficients[k * width + channel];
    }

    /** Adds a term to the polynomial of a channel. */
    void add(long monomial, int channel, int coefficient) {
        int at = number(monomial) * width + channel;
        coefficients[at] = Modular.add(coefficients[at], coefficient);
    }

    private int number(long monomial) {
        int slot = slot(keys, numbers, monomial);
        if (numbers[slot] > 0) {
            return numbers[slot] - 1;
        }
        if (size == monomials.length) {
            monomials = Arrays.copyOf(monomials, 2 * size);
            coefficients = Arrays.copyOf(coefficients, 2 * size * width);
            rehash(4 * size);
            slot = slot(keys, numbers, monomial);
        }
        keys[slot] = monomial;
        monomials[size] = monomial;
        numbers[slot] = ++size;
        return size - 1;
    }

    private static int slot(long[] keys, int[] numbers, long monomial) {
        long mixed = monomial * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed ^ mixed >>> Integer.SIZE) & keys.length - 1;
        while (numbers[slot] > 0 && keys[slot] != monomial) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void rehash(int slots) {
        long[] newKeys = new long[slots];
        int[] newNumbers = new int[slots];
        for (int k = 0; k < size; k++) {
            int slot = slot(newKeys, newNumbers, monomials[k]);
            newKeys[slot] = monomials[k];
            newNumbers[slot] = k + 1;
        }
        keys = newKeys;
        numbers = newNumbers;
    }

    /** The product in every channel. Time O(product of the sizes · width). */
    ChannelPolynomials times(ChannelPolynomials other) {
        ChannelPolynomials product = zero(width);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < other.size; b++) {
                int at = product.number(monomials[a] + other.monomials[b]) * width;
                for (int d = 0; d < width; d++) {
                    long term = (long) coefficients[a * width + d] * other.coefficients[b * width + d];
                    product.coefficients[at + d] = Modular.reduce(product.coefficients[at + d] + term);
                }
            }
        }
        return product;
    }

    /** The polynomials that a matrix makes of these, {@code sum_e matrix[d][e] · f_e} in channel d. */
    ChannelPolynomials mixed(int[][] matrix) {
        ChannelPolynomials mixed = zero(width);
        for (int k = 0; k < size; k++) {
            for (int d = 0; d < width; d++) {
                for (int e = 0; e < width; e++) {
                    mixed.add(monomials[k], d, Modular.multiply(matrix[d][e], coefficients[k * width + e]));
                }
            }
        }
        return mixed;
    }
}
