package org.seprank.dataset;

import java.util.Arrays;

/** Features X: [n, d] row by row: X[i, j] is {@code values()[i * d + j]}. Memory 4 n d bytes. */
public final class DenseFeatures extends Features {
    private final float[] values;

    private DenseFeatures(int rows, int columns, float[] values) {
        super(rows, columns);
        this.values = values;
    }

    /**
     * A matrix over {@code values}, which becomes its own and must not be written to afterwards.
     *
     * @throws IllegalArgumentException if the length is not n d, or an entry is not finite
     */
    public static DenseFeatures over(int rows, int columns, float[] values) {
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values do not make a matrix [" + rows + ", " + columns + "]");
        }
        checkFinite(values);
        return new DenseFeatures(rows, columns, values);
    }

    static void checkFinite(float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + values[i] + " at entry " + i + " is not finite");
            }
        }
    }

    /** The entries row by row. Read only. */
    public float[] values() {
        return values;
    }

    @Override
    public long nonZeros() {
        int count = 0;
        for (float value : values) {
            if (value != 0) {
                count++;
            }
        }
        return count;
    }

    @Override
    public float value(int row, int column) {
        checkEntry(row, column);
        return values[row * columns() + column];
    }

    @Override
    public void copyRow(int row, float[] into, int at) {
        checkRow(row);
        System.arraycopy(values, row * columns(), into, at, columns());
    }

    @Override
    public double rowSum(int row) {
        checkRow(row);
        double sum = 0;
        for (int i = row * columns(); i < (row + 1) * columns(); i++) {
            sum += values[i];
        }
        return sum;
    }

    @Override
    public Features select(int[] indices) {
        float[] selected = new float[Math.multiplyExact(indices.length, columns())];
        for (int i = 0; i < indices.length; i++) {
            copyRow(indices[i], selected, i * columns());
        }
        return new DenseFeatures(indices.length, columns(), selected);
    }

    @Override
    public Features rowNormalized() {
        float[] scaled = values.clone();
        for (int row = 0; row < rows(); row++) {
            double sum = rowSum(row);
            for (int i = row * columns(); sum != 0 && i < (row + 1) * columns(); i++) {
                scaled[i] = (float) (scaled[i] / sum);
            }
        }
        return over(rows(), columns(), scaled);
    }

    @Override
    public SparseFeatures toSparse() {
        int entries = Math.toIntExact(nonZeros());
        int[] offsets = new int[rows() + 1];
        int[] indices = new int[entries];
        float[] kept = new float[entries];
        int next = 0;
        for (int row = 0; row < rows(); row++) {
            for (int j = 0; j < columns(); j++) {
                float value = values[row * columns() + j];
                if (value != 0) {
                    indices[next] = j;
                    kept[next++] = value;
                }
            }
            offsets[row + 1] = next;
        }
        return SparseFeatures.over(rows(), columns(), offsets, indices, Arrays.copyOf(kept, next));
    }
}
