package org.seprank.dataset.file;

import java.util.Arrays;
import org.seprank.dataset.Features;
import org.seprank.dataset.SparseFeatures;
import org.seprank.file.ReadLimits;

/** Collects the entries of a matrix in any order into {@link Features}. Time O(entries log d), 12 bytes per entry. */
public final class EntryCollector {
    private int[] rows = new int[64];
    private int[] columns = new int[64];
    private float[] values = new float[64];
    private int count;
    private int width;

    /**
     * Adds an entry; zeros are skipped.
     *
     * @throws IllegalArgumentException if there are more entries than memory has room for
     */
    public void add(int row, int column, float value) {
        width = Math.max(width, column + 1);
        if (value == 0) {
            return;
        }
        if (count == rows.length) {
            grow();
        }
        rows[count] = row;
        columns[count] = column;
        values[count++] = value;
    }

    private void grow() {
        long room = ReadLimits.roomFor(3 * (Integer.BYTES + Integer.BYTES + Float.BYTES));
        if (count >= room) {
            throw new IllegalArgumentException(
                    "it has more than " + room
                            + " features that are not zero, more than there is memory for (give Java more, as in SEPRANK_OPTS=-Xmx8g)");
        }
        int size = (int) Math.min(room, count * 2L);
        rows = Arrays.copyOf(rows, size);
        columns = Arrays.copyOf(columns, size);
        values = Arrays.copyOf(values, size);
    }

    /** Adds all entries to another collector, their columns moved by {@code shift}. */
    public void copyInto(EntryCollector other, int shift) {
        for (int k = 0; k < count; k++) {
            other.add(rows[k], columns[k] + shift, values[k]);
        }
    }

    /** The largest column seen, plus one; zeros count. */
    public int width() {
        return width;
    }

    /**
     * The matrix [n, d] in the form that takes less memory.
     *
     * @throws IllegalArgumentException if an entry is outside, or occurs twice
     */
    public Features build(int n, int d) {
        int[] offsets = new int[n + 1];
        for (int k = 0; k < count; k++) {
            if (rows[k] < 0 || rows[k] >= n) {
                throw new IllegalArgumentException("row " + rows[k] + " is not in 0.." + (n - 1));
            }
            offsets[rows[k] + 1]++;
        }
        for (int i = 0; i < n; i++) {
            offsets[i + 1] += offsets[i];
        }
        long[] sorted = new long[count];
        int[] next = offsets.clone();
        for (int k = 0; k < count; k++) {
            sorted[next[rows[k]]++] = (long) columns[k] << 32 | k;
        }
        int[] indices = new int[count];
        float[] entries = new float[count];
        for (int i = 0; i < n; i++) {
            Arrays.sort(sorted, offsets[i], offsets[i + 1]);
        }
        for (int k = 0; k < count; k++) {
            indices[k] = (int) (sorted[k] >> 32);
            entries[k] = values[(int) sorted[k]];
        }
        return SparseFeatures.over(n, d, offsets, indices, entries).compact();
    }
}
