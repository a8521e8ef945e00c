package org.seprank.rewire.diffusion;

import java.util.Arrays;

/**
 * The entries of one column that are kept, each packed into a long that is ordered by value (of type float), then by
 * falling vertex. Of the largest k, a buffer of 2 k is cut to k whenever it is full. For one thread.
 */
final class KeptEntries {
    private final int most;
    private long[] entries;
    private int size;
    private long floor; // entries up to here cannot be among the largest

    private KeptEntries(int most, int room) {
        this.most = most;
        this.entries = new long[room];
    }

    /** Of a column of n entries, the {@code most} largest. */
    static KeptEntries largest(int most, int n) {
        return new KeptEntries(most, (int) Math.min(2L * most, Math.max(1, n)));
    }

    void clear() {
        size = 0;
        floor = 0;
    }

    void offer(int v, double value) {
        long entry = (long) Float.floatToIntBits((float) value) << 32 | (Integer.MAX_VALUE - v);
        if (entry <= floor) {
            return;
        }
        entries[size++] = entry;
        if (size == entries.length) {
            cut();
        }
    }

    private void cut() {
        if (size > most) {
            Arrays.sort(entries, 0, size);
            System.arraycopy(entries, size - most, entries, 0, most);
            size = most;
            floor = entries[0];
        }
    }

    /** The vertices of the entries kept, ascending. */
    int[] vertices() {
        cut();
        int[] vertices = new int[size];
        for (int i = 0; i < size; i++) {
            vertices[i] = Integer.MAX_VALUE - (int) entries[i];
        }
        Arrays.sort(vertices);
        return vertices;
    }
}
