package org.seprank.dataset;

import java.util.Arrays;
import java.util.List;

/**
 * Features X: [n, d] as compressed sparse rows: row {@code i} has the entries {@code values()[k]} in the columns
 * {@code indices()[k]}, {@code offsets()[i] <= k < offsets()[i+1]}, columns strictly ascending, no entry zero. Memory 4
 * n + 8 nnz bytes.
 */
public final class SparseFeatures extends Features {
    private final int[] offsets;
    private final int[] indices;
    private final float[] values;

    private SparseFeatures(int rows, int columns, int[] offsets, int[] indices, float[] values) {
        super(rows, columns);
        this.offsets = offsets;
        this.indices = indices;
        this.values = values;
    }

    /**
     * A matrix over these arrays, which become its own and must not be written to afterwards.
     *
     * @throws IllegalArgumentException if they do not have the form above, or an entry is not finite
     */
    public static SparseFeatures over(int rows, int columns, int[] offsets, int[] indices, float[] values) {
        if (rows < 0 || columns < 0 || offsets.length != rows + 1 || offsets[0] != 0) {
            throw new IllegalArgumentException(
                    offsets.length + " row offsets do not fit a matrix [" + rows + ", " + columns + "]");
        }
        if (offsets[rows] != values.length || indices.length != values.length) {
            throw new IllegalArgumentException("the offsets end at " + offsets[rows] + ", with " + indices.length
                    + " column indices and " + values.length + " values");
        }
        checkRows(columns, offsets, indices);
        DenseFeatures.checkFinite(values);
        return new SparseFeatures(rows, columns, offsets, indices, values);
    }

    private static void checkRows(int columns, int[] offsets, int[] indices) {
        for (int row = 0; row + 1 < offsets.length; row++) {
            if (offsets[row + 1] < offsets[row] || offsets[row + 1] > indices.length) {
                throw new IllegalArgumentException("row " + row + " ends at " + offsets[row + 1] + ", which is not in "
                        + offsets[row] + ".." + indices.length);
            }
            int last = -1;
            for (int k = offsets[row]; k < offsets[row + 1]; k++) {
                if (indices[k] <= last || indices[k] >= columns) {
                    throw new IllegalArgumentException("column " + indices[k] + " of row " + row + " is not in "
                            + (last + 1) + ".." + (columns - 1));
                }
                last = indices[k];
            }
        }
    }

    /** The rows of several matrices of {@code columns} columns each, one below the other. */
    public static SparseFeatures stacked(int columns, List<SparseFeatures> parts) {
        int rows = 0;
        int entries = 0;
        for (SparseFeatures part : parts) {
            if (part.columns() != columns) {
                throw new IllegalArgumentException(part + " has not " + columns + " columns");
            }
            rows = Math.addExact(rows, part.rows());
            entries = Math.addExact(entries, part.values.length);
        }
        int[] offsets = new int[rows + 1];
        int[] indices = new int[entries];
        float[] values = new float[entries];
        int row = 0;
        for (SparseFeatures part : parts) {
            int at = offsets[row];
            System.arraycopy(part.indices, 0, indices, at, part.indices.length);
            System.arraycopy(part.values, 0, values, at, part.values.length);
            for (int i = 1; i <= part.rows(); i++) {
                offsets[++row] = at + part.offsets[i];
            }
        }
        return new SparseFeatures(rows, columns, offsets, indices, values);
    }

    /** Row starts, length n+1. Read only. */
    public int[] offsets() {
        return offsets;
    }

    /** The columns of the entries, ascending within a row. Read only. */
    public int[] indices() {
        return indices;
    }

    /** The entries. Read only. */
    public float[] values() {
        return values;
    }

    @Override
    public long nonZeros() {
        return values.length;
    }

    @Override
    public float value(int row, int column) {
        checkEntry(row, column);
        int at = Arrays.binarySearch(indices, offsets[row], offsets[row + 1], column);
        return at < 0 ? 0 : values[at];
    }

    @Override
    public void copyRow(int row, float[] into, int at) {
        checkRow(row);
        Arrays.fill(into, at, at + columns(), 0);
        for (int k = offsets[row]; k < offsets[row + 1]; k++) {
            into[at + indices[k]] = values[k];
        }
    }

    @Override
    public double rowSum(int row) {
        checkRow(row);
        double sum = 0;
        for (int k = offsets[row]; k < offsets[row + 1]; k++) {
            sum += values[k];
        }
        return sum;
    }

    @Override
    public Features select(int[] rows) {
        int[] starts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            checkRow(rows[i]);
            starts[i + 1] = Math.addExact(starts[i], offsets[rows[i] + 1] - offsets[rows[i]]);
        }
        int[] columns = new int[starts[rows.length]];
        float[] entries = new float[columns.length];
        for (int i = 0; i < rows.length; i++) {
            int from = offsets[rows[i]];
            System.arraycopy(indices, from, columns, starts[i], starts[i + 1] - starts[i]);
            System.arraycopy(values, from, entries, starts[i], starts[i + 1] - starts[i]);
        }
        return new SparseFeatures(rows.length, columns(), starts, columns, entries);
    }

    @Override
    public Features rowNormalized() {
        float[] scaled = values.clone();
        for (int row = 0; row < rows(); row++) {
            double sum = rowSum(row);
            for (int k = offsets[row]; sum != 0 && k < offsets[row + 1]; k++) {
                scaled[k] = (float) (scaled[k] / sum);
            }
        }
        return over(rows(), columns(), offsets, indices, scaled);
    }

    @Override
    public SparseFeatures toSparse() {
        return this;
    }

    boolean sameEntries(SparseFeatures that) {
        return Arrays.equals(offsets, that.offsets)
                && Arrays.equals(indices, that.indices)
                && Arrays.equals(values, that.values);
    }

    int entriesHash() {
        return 31 * (31 * Arrays.hashCode(offsets) + Arrays.hashCode(indices)) + Arrays.hashCode(values);
    }
}
