package org.seprank.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A matrix over GF(2³¹ - 1) of which only the entries that are not 0 are stored, by rows. Immutable. Memory 8 bytes per
 * stored entry.
 */
public final class SparseModularMatrix {
    private final int columns;
    private final int[][] indices; // by row, ascending
    private final int[][] values; // by row, in 1..p-1

    SparseModularMatrix(int columns, int[][] indices, int[][] values) {
        this.columns = columns;
        this.indices = indices;
        this.values = values;
    }

    /**
     * The matrix that is the sum of those entries. Time O(entries · log entries).
     *
     * @param rowOf the row of each entry
     * @param columnOf the column of each entry
     * @param entries residues in 0..p-1
     */
    public static SparseModularMatrix sum(int rows, int columns, int[] rowOf, int[] columnOf, int[] entries) {
        int[] next = new int[rows + 1];
        for (int row : rowOf) {
            next[row + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] offsets = next.clone();
        long[] sorted = new long[entries.length];
        for (int k = 0; k < entries.length; k++) {
            sorted[next[rowOf[k]]++] = (long) columnOf[k] << Integer.SIZE | entries[k];
        }
        int[][] indices = new int[rows][];
        int[][] values = new int[rows][];
        for (int row = 0; row < rows; row++) {
            fill(row, Arrays.copyOfRange(sorted, offsets[row], offsets[row + 1]), indices, values);
        }
        return new SparseModularMatrix(columns, indices, values);
    }

    private static void fill(int row, long[] entries, int[][] indices, int[][] values) {
        Arrays.sort(entries);
        int[] index = new int[entries.length];
        int[] value = new int[entries.length];
        int kept = 0;
        for (int k = 0; k < entries.length; ) {
            int column = (int) (entries[k] >> Integer.SIZE);
            int sum = 0;
            for (; k < entries.length && entries[k] >> Integer.SIZE == column; k++) {
                sum = Modular.add(sum, (int) entries[k]);
            }
            if (sum != 0) {
                index[kept] = column;
                value[kept++] = sum;
            }
        }
        indices[row] = Arrays.copyOf(index, kept);
        values[row] = Arrays.copyOf(value, kept);
    }

    /** The number of rows. */
    public int rows() {
        return indices.length;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** The number of stored entries. */
    public long entries() {
        return Arrays.stream(indices).mapToLong(row -> row.length).sum();
    }

    /** The columns of the entries of a row, ascending. Read only. */
    int[] indices(int row) {
        return indices[row];
    }

    /** The entries of a row, in the order of {@link #indices}. Read only. */
    int[] values(int row) {
        return values[row];
    }

    /** The same with rows and columns exchanged. */
    SparseModularMatrix transposed() {
        int[][] turnedIndices = new int[columns][];
        int[][] turnedValues = new int[columns][];
        int[] counts = new int[columns];
        for (int[] row : indices) {
            for (int column : row) {
                counts[column]++;
            }
        }
        Arrays.setAll(turnedIndices, column -> new int[counts[column]]);
        Arrays.setAll(turnedValues, column -> new int[counts[column]]);
        Arrays.fill(counts, 0);
        for (int row = 0; row < indices.length; row++) {
            for (int k = 0; k < indices[row].length; k++) {
                int column = indices[row][k];
                turnedIndices[column][counts[column]] = row;
                turnedValues[column][counts[column]++] = values[row][k];
            }
        }
        return new SparseModularMatrix(indices.length, turnedIndices, turnedValues);
    }

    /** A row up to scale: its first entry is 1. */
    private record Direction(List<Integer> entries) {}

    /** The first of each set of rows that are multiples of one another; none that are 0. The rank stays. */
    SparseModularMatrix withDistinctRows() {
        Set<Direction> known = new HashSet<>();
        List<Integer> kept = new ArrayList<>();
        for (int row = 0; row < indices.length; row++) {
            if (indices[row].length > 0 && known.add(direction(row))) {
                kept.add(row);
            }
        }
        return new SparseModularMatrix(
                columns,
                kept.stream().map(row -> indices[row]).toArray(int[][]::new),
                kept.stream().map(row -> values[row]).toArray(int[][]::new));
    }

    private Direction direction(int row) {
        int scale = Modular.inverse(values[row][0]);
        List<Integer> entries = new ArrayList<>(2 * indices[row].length);
        for (int k = 0; k < indices[row].length; k++) {
            entries.add(indices[row][k]);
            entries.add(Modular.multiply(scale, values[row][k]));
        }
        return new Direction(entries);
    }
}
