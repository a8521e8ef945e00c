package org.seprank.separation.matroid;

import java.util.Arrays;

/**
 * A vector of non-negative integers with few entries.
 *
 * @param indices of the entries, each once
 * @param values the entries, positive
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, and equal by content below
record SparseVector(int[] indices, long[] values) {
    boolean isZero() {
        return indices.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseVector that
                && Arrays.equals(indices, that.indices)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(indices) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(indices) + " = " + Arrays.toString(values);
    }
}
