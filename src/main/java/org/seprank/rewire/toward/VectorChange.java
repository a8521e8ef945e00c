package org.seprank.rewire.toward;

import java.util.Arrays;
import org.seprank.rewire.toward.gain.Gain;
import org.seprank.rewire.toward.gain.LiveIndices;

/**
 * How a move changes the multiset of walk indices: {@code D(x)} = (new entries equal to x) - (old entries equal to x),
 * per value x that changes. All moves share the old multiset, so that two sorted vectors compare by the first x at
 * which their D differ: the one with the larger D there has more entries so small (or, from the largest on, so large).
 * Overwritten by {@link #set}, so that millions of moves need no memory.
 */
final class VectorChange {
    private static final int FEW = 16;

    private long[] values = new long[8];
    private int[] counts = new int[8];
    private int size;

    /** Becomes the change by a gain. Time O(c log c) for c changed entries, O(c^2) for few. */
    void set(LiveIndices indices, Gain gain) {
        int entries = 2 * gain.size();
        if (values.length < entries) {
            values = new long[2 * entries];
            counts = new int[2 * entries];
        }
        size = 0;
        if (entries <= FEW) {
            for (int i = 0; i < gain.size(); i++) {
                long old = indices.value(gain.interaction(i));
                insert(old, -1);
                insert(Math.addExact(old, gain.change(i)), 1);
            }
        } else {
            merge(indices, gain);
        }
    }

    private void insert(long x, int count) {
        int at = size;
        while (at > 0 && values[at - 1] > x) {
            at--;
        }
        if (at > 0 && values[at - 1] == x) {
            counts[at - 1] += count; // 0 is passed over in comparisons
            return;
        }
        System.arraycopy(values, at, values, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        values[at] = x;
        counts[at] = count;
        size++;
    }

    private void merge(LiveIndices indices, Gain gain) {
        int changed = gain.size();
        long[] old = new long[changed];
        long[] fresh = new long[changed];
        for (int i = 0; i < changed; i++) {
            old[i] = indices.value(gain.interaction(i));
            fresh[i] = Math.addExact(old[i], gain.change(i));
        }
        Arrays.sort(old);
        Arrays.sort(fresh);
        for (int i = 0, k = 0; i < changed || k < changed; ) {
            boolean isOld = k == changed || (i < changed && old[i] <= fresh[k]);
            long x = isOld ? old[i++] : fresh[k++];
            if (size > 0 && values[size - 1] == x) {
                counts[size - 1] += isOld ? -1 : 1;
            } else {
                values[size] = x;
                counts[size++] = isOld ? -1 : 1;
            }
        }
    }

    /**
     * Whether all entries that a gain changes come after the first one that differs here: then the gain changes nothing
     * where this change already is an improvement, and cannot be better. Time O(c).
     */
    boolean comesBefore(LiveIndices indices, Gain gain, WalkDirection direction) {
        int first = direction.ascending() ? 0 : size - 1;
        while (first >= 0 && first < size && counts[first] == 0) {
            first += direction.ascending() ? 1 : -1;
        }
        if (first < 0 || first >= size) {
            return false;
        }
        for (int i = 0; i < gain.size(); i++) {
            long old = indices.value(gain.interaction(i));
            long low = old + Math.min(0, gain.change(i));
            long high = old + Math.max(0, gain.change(i));
            if (direction.ascending() ? low <= values[first] : high >= values[first]) {
                return false;
            }
        }
        return true;
    }

    /** Becomes no change at all. */
    void clear() {
        size = 0;
    }

    /** More than 0 if this change leads to the better vector, less than 0 if the other one does. */
    int compareTo(VectorChange other, WalkDirection direction) {
        int difference = direction.ascending() ? firstDifference(other) : lastDifference(other);
        // more entries at the first place: a smaller vector if ascending, a larger one if descending
        return direction.ascending() == direction.rising() ? -difference : difference;
    }

    private int firstDifference(VectorChange other) {
        for (int i = 0, k = 0; i < size || k < other.size; ) {
            boolean here = k == other.size || (i < size && values[i] <= other.values[k]);
            boolean there = i == size || (k < other.size && other.values[k] <= values[i]);
            int difference = (here ? counts[i++] : 0) - (there ? other.counts[k++] : 0);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private int lastDifference(VectorChange other) {
        for (int i = size - 1, k = other.size - 1; i >= 0 || k >= 0; ) {
            boolean here = k < 0 || (i >= 0 && values[i] >= other.values[k]);
            boolean there = i < 0 || (k >= 0 && other.values[k] >= values[i]);
            int difference = (here ? counts[i--] : 0) - (there ? other.counts[k--] : 0);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
