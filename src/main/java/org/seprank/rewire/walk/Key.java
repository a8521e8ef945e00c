package org.seprank.rewire.walk;

import java.util.Arrays;

/** How good an edge's removal is: a sequence of numbers compared lexicographically, the larger the better. Mutable. */
final class Key {
    private long[] values = new long[16];
    private int size;

    void clear() {
        size = 0;
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** The first {@code length} numbers. */
    long[] prefix(int length) {
        return Arrays.copyOf(values, length);
    }

    /** Whether the first numbers are exactly these. */
    boolean startsWith(long[] numbers) {
        return numbers.length <= size && Arrays.equals(values, 0, numbers.length, numbers, 0, numbers.length);
    }

    /** Whether the first {@code length} numbers, or all, are a worse key than those numbers. */
    boolean isBelow(long[] numbers, int length) {
        int compared = Math.min(size, length);
        int common = Math.min(compared, numbers.length);
        int at = Arrays.mismatch(values, 0, common, numbers, 0, common);
        return at < 0 ? compared > numbers.length : values[at] < numbers[at];
    }

    /** Whether {@code b} starts with all of {@code a}. */
    static boolean isPrefix(long[] a, long[] b) {
        return a.length <= b.length && Arrays.equals(a, 0, a.length, b, 0, a.length);
    }

    /** Compares two keys of which a strict prefix stands for anything that starts so, hence for the best of it. */
    static int compare(long[] a, long[] b) {
        int common = Math.min(a.length, b.length);
        for (int i = 0; i < common; i++) {
            if (a[i] != b[i]) {
                return a[i] < b[i] ? -1 : 1;
            }
        }
        return Integer.compare(b.length, a.length);
    }
}
