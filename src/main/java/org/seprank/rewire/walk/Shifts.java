package org.seprank.rewire.walk;

import java.util.Arrays;

/**
 * The same difference D(x) as {@link SignedHistogram} writes, put together from few entries that come nearly in
 * ascending order; of larger ones a prefix is written.
 */
final class Shifts {
    private long[] places = new long[16];
    private int[] differences = new int[16];
    private int size;

    void clear() {
        size = 0;
    }

    /** {@code count} vertices whose walk index changes. */
    void add(long before, long after, int count) {
        insert(after, count);
        insert(before, -count);
    }

    private void insert(long x, int difference) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            differences = Arrays.copyOf(differences, 2 * size);
        }
        int at = size++;
        for (; at > 0 && places[at - 1] > x; at--) {
            places[at] = places[at - 1];
            differences[at] = differences[at - 1];
        }
        places[at] = x;
        differences[at] = difference;
    }

    /** Writes D(x) for all x up to {@code last}, without an end. */
    void writeTo(Key key, long last) {
        for (int i = 0; i < size && places[i] <= last; ) {
            long x = places[i];
            int difference = 0;
            for (; i < size && places[i] == x; i++) {
                difference += differences[i];
            }
            if (difference != 0) {
                SignedHistogram.write(x, difference, key);
            }
        }
    }
}
