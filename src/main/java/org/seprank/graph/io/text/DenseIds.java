package org.seprank.graph.io.text;

import java.util.BitSet;

/** Numbers ids of a range that is small enough for a table. */
final class DenseIds implements Numbering {
    private final long min;
    private final BitSet occur;
    private int[] numbers = new int[0]; // stays empty if all ids of the range occur

    /** For ids in min..min+range-1. */
    DenseIds(long min, int range) {
        this.min = min;
        this.occur = new BitSet(range);
    }

    @Override
    public void add(long id) {
        occur.set((int) (id - min));
    }

    @Override
    public long[] number() {
        long[] ids = occur.stream().mapToLong(i -> i + min).toArray();
        if (ids.length < occur.length() || occur.nextSetBit(0) > 0) {
            numbers = new int[occur.length()];
            for (int i = 0; i < ids.length; i++) {
                numbers[(int) (ids[i] - min)] = i;
            }
        }
        return ids;
    }

    @Override
    public int of(long id) {
        int i = (int) (id - min);
        return numbers.length == 0 ? i : numbers[i];
    }
}
