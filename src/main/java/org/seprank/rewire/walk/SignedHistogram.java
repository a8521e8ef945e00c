package org.seprank.rewire.walk;

import java.util.Arrays;

/**
 * The difference D(x) = (number of values equal to x after) - (number before) that the removal of an edge makes to the
 * walk indices of the vertices, as a {@link Key}. All edges share the walk indices they start from, so at the smallest
 * x where D and D' differ the larger one has the lexicographically smaller sorted vector and is the worse removal.
 *
 * <p>In the key each x with D(x) ≠ 0 takes two numbers, ascending in x. Of keys equal so far the best goes on with the
 * smallest x of negative D, then comes the end of the key, then the largest x of positive D.
 */
final class SignedHistogram {
    /** Values must be in 0..LIMIT-1. */
    static final long LIMIT = 1L << 61;

    private long[] before = new long[16];
    private long[] after = new long[16];
    private int size;

    void clear() {
        size = 0;
    }

    /** A vertex whose walk index changes. */
    void add(long valueBefore, long valueAfter) {
        if (size == before.length) {
            before = Arrays.copyOf(before, 2 * size);
            after = Arrays.copyOf(after, 2 * size);
        }
        before[size] = valueBefore;
        after[size++] = valueAfter;
    }

    void writeTo(Key key) {
        Arrays.sort(before, 0, size);
        Arrays.sort(after, 0, size);
        int i = 0;
        int j = 0;
        while (i < size || j < size) {
            long x = Math.min(i < size ? after[i] : LIMIT, j < size ? before[j] : LIMIT);
            int difference = 0;
            for (; i < size && after[i] == x; i++) {
                difference++;
            }
            for (; j < size && before[j] == x; j++) {
                difference--;
            }
            if (difference != 0) {
                write(x, difference, key);
            }
        }
        key.add(LIMIT);
    }

    /** Writes D(x) = difference, not 0. */
    static void write(long x, int difference, Key key) {
        key.add(difference > 0 ? x : 2 * LIMIT - x);
        key.add(-difference);
    }
}
