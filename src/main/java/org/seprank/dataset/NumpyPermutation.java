package org.seprank.dataset;

import org.apache.commons.math3.random.MersenneTwister;

/**
 * The permutations of {@code numpy.random.RandomState(seed).permutation(n)}, and of {@code shuffle} of 0..n-1, which
 * NumPy keeps as they are for good: MT19937, and Fisher-Yates from the end with numbers that are drawn under a mask
 * until one is in range. n below 2^31.
 */
final class NumpyPermutation {
    /** The largest seed; NumPy's reach to 2^32 - 1. */
    static final long MOST_SEED = Integer.MAX_VALUE;

    private NumpyPermutation() {}

    /** The numbers 0..n-1 in their order by that seed. */
    static int[] of(int n, long seed) {
        MersenneTwister random = new MersenneTwister((int) seed);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = upTo(i, random);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** A number in 0..most. */
    private static int upTo(int most, MersenneTwister random) {
        int mask = (Integer.highestOneBit(most) << 1) - 1;
        int drawn = random.nextInt() & mask;
        while (drawn > most) {
            drawn = random.nextInt() & mask;
        }
        return drawn;
    }
}
