package org.seprank.graph.io.text;

import java.util.Arrays;

/** Numbers ids of any size: a hash table by open addressing. */
final class IdTable implements Numbering {
    private static final int FREE = -1;
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    private int shift = 64 - 10;
    private long[] ids = new long[1 << 10];
    private int[] numbers = new int[1 << 10];
    private int size;

    IdTable() {
        Arrays.fill(numbers, FREE);
    }

    @Override
    public void add(long id) {
        int at = find(id);
        if (numbers[at] == FREE) {
            ids[at] = id;
            numbers[at] = 0;
            if (++size > ids.length / 2) {
                grow();
            }
        }
    }

    private void grow() {
        long[] oldIds = ids;
        int[] oldNumbers = numbers;
        ids = new long[Math.multiplyExact(2, oldIds.length)];
        numbers = new int[ids.length];
        shift--;
        Arrays.fill(numbers, FREE);
        for (int i = 0; i < oldIds.length; i++) {
            if (oldNumbers[i] != FREE) {
                int at = find(oldIds[i]);
                ids[at] = oldIds[i];
                numbers[at] = 0;
            }
        }
    }

    /** Where the id is, or a free place where it may be put. */
    private int find(long id) {
        int at = (int) ((id * GOLDEN_RATIO) >>> shift); // the highest bits depend on all of the id
        while (numbers[at] != FREE && ids[at] != id) {
            at = (at + 1) & (ids.length - 1);
        }
        return at;
    }

    @Override
    public long[] number() {
        long[] sorted = new long[size];
        int filled = 0;
        for (int i = 0; i < ids.length; i++) {
            if (numbers[i] != FREE) {
                sorted[filled++] = ids[i];
            }
        }
        Arrays.parallelSort(sorted);
        for (int i = 0; i < size; i++) {
            numbers[find(sorted[i])] = i;
        }
        return sorted;
    }

    @Override
    public int of(long id) {
        return numbers[find(id)];
    }
}
