package org.seprank.dataset;

/**
 * A matrix X: [n, d] of single-precision features, one row per vertex (or per edge), stored dense or as compressed
 * sparse rows. Immutable and safe to share between threads. d = 0 stands for "no features".
 */
public abstract sealed class Features permits DenseFeatures, SparseFeatures {
    /** The largest d: what a network's first weights could still be held for. */
    public static final int MAX_COLUMNS = 1 << 24;

    private final int rows;
    private final int columns;

    Features(int rows, int columns) {
        if (columns > MAX_COLUMNS) {
            throw new IllegalArgumentException("number of features " + columns + " is not in 0.." + MAX_COLUMNS);
        }
        this.rows = rows;
        this.columns = columns;
    }

    /** n rows without any column. */
    public static Features none(int rows) {
        return SparseFeatures.over(rows, 0, new int[rows + 1], new int[0], new float[0]);
    }

    /** n. */
    public final int rows() {
        return rows;
    }

    /** d, 0 where there are no features. */
    public final int columns() {
        return columns;
    }

    /** The number of entries that are not zero. Time O(1) if sparse, O(n d) if dense. */
    public abstract long nonZeros();

    /** X[row, column]. Time O(1) if dense, O(log(entries of the row)) if sparse. */
    public abstract float value(int row, int column);

    /** Writes row {@code row} to {@code into[at .. at+d-1]}. */
    public abstract void copyRow(int row, float[] into, int at);

    /** The sum of a row. */
    public abstract double rowSum(int row);

    /** The rows with these indices, in that order; an index may repeat. */
    public abstract Features select(int[] indices);

    /** Every row divided by its sum, as GCN's preprocessing does; rows that sum to 0 stay as they are. */
    public abstract Features rowNormalized();

    /** The same matrix in compressed sparse rows. */
    public abstract SparseFeatures toSparse();

    /** The same matrix, dense; memory 4 n d bytes. */
    public final DenseFeatures toDense() {
        if (this instanceof DenseFeatures dense) {
            return dense;
        }
        float[] values = new float[Math.multiplyExact(rows, columns)];
        for (int i = 0; i < rows; i++) {
            copyRow(i, values, i * columns);
        }
        return DenseFeatures.over(rows, columns, values);
    }

    /** The fraction of entries that are not zero; 0 for an empty matrix. */
    public final double density() {
        return rows == 0 || columns == 0 ? 0 : nonZeros() / ((double) rows * columns);
    }

    /** The same matrix in whichever form takes less memory. */
    public final Features compact() {
        long dense = (long) rows * columns;
        return 2 * nonZeros() + rows < dense ? toSparse() : toDense();
    }

    final void checkRow(int row) {
        if (row < 0 || row >= rows) {
            throw new IllegalArgumentException("row " + row + " is not in 0.." + (rows - 1));
        }
    }

    final void checkEntry(int row, int column) {
        checkRow(row);
        if (column < 0 || column >= columns) {
            throw new IllegalArgumentException("column " + column + " is not in 0.." + (columns - 1));
        }
    }

    /** Equal shape and equal entries, in whichever form they are stored. */
    @Override
    public final boolean equals(Object other) {
        return other instanceof Features that
                && rows == that.rows
                && columns == that.columns
                && toSparse().sameEntries(that.toSparse());
    }

    @Override
    public final int hashCode() {
        return toSparse().entriesHash();
    }

    @Override
    public final String toString() {
        return (this instanceof DenseFeatures ? "dense" : "sparse") + " [" + rows + ", " + columns + "]";
    }
}
