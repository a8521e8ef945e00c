package org.seprank.rewire.walk;

import java.util.Arrays;

/**
 * The smallest distinct numbers of a multiset, at most a stated number of them, and how often each occurs. Adding takes
 * O(1) where a number is above all that are kept, as most are, else O(k) for k kept.
 */
final class WeakestFew {
    private long[] values = new long[16];
    private int[] counts = new int[16];
    private int[] places = new int[16];
    private int most;
    private int size;
    private boolean all;

    /** Forgets everything and keeps at most that many from now on. */
    void restart(int limit) {
        most = limit;
        size = 0;
        all = true;
    }

    /** The number of distinct numbers kept. */
    int size() {
        return size;
    }

    /** Whether nothing was left out. */
    boolean complete() {
        return all;
    }

    /** The kept number of that place, ascending. */
    long value(int i) {
        return values[i];
    }

    /** How often it was added. */
    int count(int i) {
        return counts[i];
    }

    /** The largest number kept; everything left out is larger. There must be one. */
    long largest() {
        return values[size - 1];
    }

    void add(long value) {
        if (size == most && value > values[size - 1]) {
            all = false;
            return;
        }
        int place = size;
        while (place > 0 && values[place - 1] > value) {
            place--;
        }
        if (place > 0 && values[place - 1] == value) {
            counts[place - 1]++;
        } else {
            insert(place, value);
        }
    }

    /** Every number added may be asked for its place from now on, and nothing be added. */
    void startPlacing() {
        if (places.length < size) {
            places = new int[values.length];
        }
        for (int i = 0, before = 0; i < size; i++) {
            places[i] = before;
            before += counts[i];
        }
    }

    /**
     * The place of a number that was added among all of them, ascending, equal ones in the order in which they are
     * asked for; {@code limit} if that or larger or not kept.
     */
    int place(long value, int limit) {
        if (size == 0 || value > values[size - 1]) {
            return limit;
        }
        return Math.min(limit, places[Arrays.binarySearch(values, 0, size, value)]++);
    }

    private void insert(int place, long value) {
        if (size == most) {
            all = false;
            size--;
        } else if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        System.arraycopy(values, place, values, place + 1, size - place);
        System.arraycopy(counts, place, counts, place + 1, size - place);
        values[place] = value;
        counts[place] = 1;
        size++;
    }
}
