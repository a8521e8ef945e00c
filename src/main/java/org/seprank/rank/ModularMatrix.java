package org.seprank.rank;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A matrix over GF(2³¹ - 1), stored by rows. Immutable. Memory 4 bytes per entry. */
public final class ModularMatrix {
    private final int rows;
    private final int columns;
    private final int[] entries;

    private ModularMatrix(int rows, int columns, int[] entries) {
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    /**
     * The matrix with these entries, which become its own and must not be written to any more.
     *
     * @param entries residues in 0..p-1, row by row, length {@code rows · columns}
     */
    public static ModularMatrix over(int rows, int columns, int[] entries) {
        if (rows < 0 || columns < 0 || (long) rows * columns != entries.length) {
            throw new IllegalArgumentException(
                    entries.length + " entries do not make a matrix of " + rows + " x " + columns);
        }
        for (int entry : entries) {
            if (entry < 0 || entry == Modular.PRIME) {
                throw new IllegalArgumentException("entry " + entry + " is not in 0.." + (Modular.PRIME - 1));
            }
        }
        return new ModularMatrix(rows, columns, entries);
    }

    /** A matrix of entries drawn uniformly, row by row. */
    public static ModularMatrix draw(int rows, int columns, RandomGenerator random) {
        int[] entries = new int[Math.multiplyExact(rows, columns)];
        Arrays.setAll(entries, k -> Modular.draw(random));
        return new ModularMatrix(rows, columns, entries);
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** The entry in row {@code i} and column {@code j}, in 0..p-1. */
    public int at(int i, int j) {
        if (j < 0 || j >= columns) {
            throw new IndexOutOfBoundsException("column " + j + " is not in 0.." + (columns - 1));
        }
        return entries[i * columns + j];
    }

    /** Row {@code i} as centred doubles (see {@link ModularVectors}), a new array. */
    public double[] centredRow(int i) {
        double[] row = new double[columns];
        for (int j = 0; j < columns; j++) {
            row[j] = ModularVectors.centred(entries[i * columns + j]);
        }
        return row;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModularMatrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return rows + " x " + columns + " matrix over GF(" + Modular.PRIME + ")";
    }
}
