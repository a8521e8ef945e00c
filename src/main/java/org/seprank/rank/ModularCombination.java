package org.seprank.rank;

import static org.seprank.rank.ModularVectors.SPLIT;

import java.util.Arrays;

/**
 * A linear combination of vectors over GF(2³¹ - 1): terms are put in one by one, and the sum is added to a vector. The
 * inner loop of everything that multiplies matrices here.
 *
 * <p>Reduction is delayed: coefficients are split (see {@link ModularVectors}) and up to {@value #WINDOW} products of
 * at most 2⁴⁵ are summed exactly before two reductions per entry. Not safe for use by several threads; vectors are not
 * copied when they are put in.
 */
public final class ModularCombination {
    /** 128 · 2⁴⁵ = 2⁵², the most that {@link ModularVectors#reduce} takes (and 2⁴⁷ besides). */
    private static final int WINDOW = 128;

    /** Entries per pass: two sums, a target and four sources of it stay in the first-level cache. */
    private static final int BLOCK = 256;

    private final double[][] sources;
    private final double[] high;
    private final double[] low;
    private double[] highSum = new double[0]; // as long as the longest target, so that one index serves all arrays
    private double[] lowSum = new double[0];
    private int terms;
    private int left; // the block at hand
    private int right;

    private ModularCombination(int capacity) {
        sources = new double[capacity][];
        high = new double[capacity];
        low = new double[capacity];
    }

    /** An empty combination with room for so many terms. */
    public static ModularCombination of(int capacity) {
        return new ModularCombination(capacity);
    }

    /** Takes all terms out. */
    public ModularCombination clear() {
        terms = 0;
        return this;
    }

    /** Puts in the term {@code coefficient · source}, the coefficient and the entries centred. */
    public ModularCombination plus(double coefficient, double[] source) {
        sources[terms] = source;
        high[terms] = ModularVectors.high(coefficient);
        low[terms] = coefficient - high[terms] * SPLIT;
        terms++;
        return this;
    }

    /** Adds the sum to the entries {@code from..to-1} of a vector that is not among the sources. */
    public void addTo(double[] target, int from, int to) {
        if (highSum.length < to) {
            highSum = new double[target.length];
            lowSum = new double[target.length];
        }
        for (left = from; left < to; left += BLOCK) {
            right = Math.min(left + BLOCK, to);
            for (int first = 0; first < terms; first += WINDOW) {
                int last = Math.min(first + WINDOW, terms);
                accumulate(highSum, high, first, last);
                accumulate(lowSum, low, first, last);
                fold(target);
            }
        }
    }

    private void accumulate(double[] sum, double[] factors, int first, int last) {
        Arrays.fill(sum, left, right, 0);
        int k = first;
        for (; k + 4 <= last; k += 4) {
            addFour(sum, factors, k);
        }
        for (; k < last; k++) {
            addOne(sum, factors, k);
        }
    }

    /**
     * Sums four terms for one half of the coefficients. With more in its body, or with one array indexed differently
     * from the others, the compiler fills vector registers only in part.
     */
    private void addFour(double[] sum, double[] factors, int k) {
        double[] a = sources[k];
        double[] b = sources[k + 1];
        double[] c = sources[k + 2];
        double[] d = sources[k + 3];
        double fa = factors[k];
        double fb = factors[k + 1];
        double fc = factors[k + 2];
        double fd = factors[k + 3];
        int end = right;
        for (int j = left; j < end; j++) {
            sum[j] += (fa * a[j] + fb * b[j]) + (fc * c[j] + fd * d[j]);
        }
    }

    private void addOne(double[] sum, double[] factors, int k) {
        double[] a = sources[k];
        double fa = factors[k];
        int end = right;
        for (int j = left; j < end; j++) {
            sum[j] += fa * a[j];
        }
    }

    private void fold(double[] target) {
        int end = right;
        for (int j = left; j < end; j++) {
            double upper = ModularVectors.reduce(highSum[j]) * SPLIT;
            target[j] = ModularVectors.reduce(target[j] + upper + lowSum[j]);
        }
    }
}
