package org.seprank.rank;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * A sparse matrix over GF(2³¹ - 1) in the midst of elimination. The next pivot lies in the row or column with the
 * fewest entries, where the line that crosses it has the fewest (Markowitz 1957, one line searched). A pivot that is
 * alone in its row or column fills nothing in. Not safe for use by several threads.
 */
final class SparseRows {
    private final int[][] indices; // by row, ascending; empty when the row has had its pivot
    private final int[][] values;
    private final int[] rowCounts;
    private final int[] columnCounts;
    private final int[][] rowsOf; // by column: every row with an entry there, and some that had one
    private final int[] rowsOfCounts;
    private final PriorityQueue<Long> fewest = new PriorityQueue<>(); // number of entries and line, some out of date
    private long entries;
    private int rank;

    SparseRows(SparseModularMatrix matrix) {
        int rows = matrix.rows();
        indices = new int[rows][];
        values = new int[rows][];
        rowCounts = new int[rows];
        columnCounts = new int[matrix.columns()];
        SparseModularMatrix turned = matrix.transposed();
        rowsOf = new int[matrix.columns()][];
        rowsOfCounts = new int[matrix.columns()];
        for (int row = 0; row < rows; row++) {
            indices[row] = matrix.indices(row);
            values[row] = matrix.values(row);
            rowCounts[row] = indices[row].length;
            entries += rowCounts[row];
            note(rowCounts[row], row);
        }
        for (int column = 0; column < rowsOf.length; column++) {
            rowsOf[column] = turned.indices(column).clone();
            rowsOfCounts[column] = rowsOf[column].length;
            columnCounts[column] = rowsOf[column].length;
            note(columnCounts[column], rows + column);
        }
    }

    private void note(int count, int line) {
        if (count > 0) {
            fewest.add((long) count << Integer.SIZE | line);
        }
    }

    /** The number of pivots so far. */
    int rank() {
        return rank;
    }

    /** Takes pivots as long as some line has a single entry. */
    void peel() {
        for (int line = next(); line >= 0 && count(line) == 1; line = next()) {
            take(line);
        }
    }

    /** Takes pivots until nothing is left or more than this share of what is left are entries. */
    void eliminate(double density) {
        int lines = 0;
        for (int line = next(); line >= 0; line = next()) {
            if (lines-- == 0) {
                long rowsLeft = Arrays.stream(rowCounts).filter(n -> n > 0).count();
                long columnsLeft =
                        Arrays.stream(columnCounts).filter(n -> n > 0).count();
                if (entries > density * rowsLeft * columnsLeft) {
                    return;
                }
                lines = (int) (Math.min(rowsLeft, columnsLeft) / 32);
            }
            take(line);
        }
    }

    private int count(int line) {
        return line < rowCounts.length ? rowCounts[line] : columnCounts[line - rowCounts.length];
    }

    /** The line with the fewest entries, -1 if there are none; it stays noted. */
    private int next() {
        while (!fewest.isEmpty()) {
            long first = fewest.element();
            if (count((int) first) == (int) (first >> Integer.SIZE)) {
                return (int) first;
            }
            fewest.remove();
        }
        return -1;
    }

    private void take(int line) {
        if (line < rowCounts.length) {
            int best = indices[line][0];
            for (int column : indices[line]) {
                best = columnCounts[column] < columnCounts[best] ? column : best;
            }
            pivot(line, best);
        } else {
            int column = line - rowCounts.length;
            int best = -1;
            for (int k = 0; k < rowsOfCounts[column]; k++) {
                int row = rowsOf[column][k];
                boolean there = Arrays.binarySearch(indices[row], column) >= 0;
                best = there && (best < 0 || rowCounts[row] < rowCounts[best]) ? row : best;
            }
            pivot(best, column);
        }
    }

    private void pivot(int pivotRow, int column) {
        int[] index = indices[pivotRow];
        int[] value = values[pivotRow];
        indices[pivotRow] = new int[0];
        values[pivotRow] = indices[pivotRow];
        set(pivotRow, 0);
        for (int c : index) {
            columnCounts[c]--;
        }
        int inverse = Modular.inverse(value[Arrays.binarySearch(index, column)]);
        int[] others = rowsOf[column];
        for (int k = 0; k < rowsOfCounts[column]; k++) {
            int at = Arrays.binarySearch(indices[others[k]], column);
            if (at >= 0) {
                int factor = Modular.multiply(values[others[k]][at], inverse);
                subtract(others[k], Modular.PRIME - factor, index, value, column);
            }
        }
        columnCounts[column] = 0;
        rowsOf[column] = new int[0];
        rowsOfCounts[column] = 0;
        for (int c : index) {
            note(columnCounts[c], rowCounts.length + c);
        }
        rank++;
    }

    /** Adds a multiple of the pivot row, so that the entry in the pivot's column goes. */
    private void subtract(int row, int factor, int[] index, int[] value, int pivotColumn) {
        int[] oldIndex = indices[row];
        int[] oldValue = values[row];
        int[] newIndex = new int[oldIndex.length + index.length];
        int[] newValue = new int[newIndex.length];
        int kept = 0;
        int a = 0;
        int b = 0;
        while (a < oldIndex.length || b < index.length) {
            int left = a < oldIndex.length ? oldIndex[a] : Integer.MAX_VALUE;
            int right = b < index.length ? index[b] : Integer.MAX_VALUE;
            int column = Math.min(left, right);
            long sum = left == column ? oldValue[a++] : 0;
            sum += right == column ? (long) factor * value[b++] : 0;
            int entry = column == pivotColumn ? 0 : Modular.reduce(sum);
            if (entry != 0) {
                newIndex[kept] = column;
                newValue[kept++] = entry;
            }
            changed(row, column, left == column, entry != 0);
        }
        indices[row] = Arrays.copyOf(newIndex, kept);
        values[row] = Arrays.copyOf(newValue, kept);
        set(row, kept);
    }

    private void changed(int row, int column, boolean before, boolean after) {
        if (after && !before) {
            if (rowsOfCounts[column] == rowsOf[column].length) {
                rowsOf[column] = Arrays.copyOf(rowsOf[column], 2 * rowsOfCounts[column] + 4);
            }
            rowsOf[column][rowsOfCounts[column]++] = row;
            columnCounts[column]++;
        } else if (before && !after) {
            columnCounts[column]--;
        }
    }

    private void set(int row, int count) {
        entries += count - rowCounts[row];
        rowCounts[row] = count;
        note(count, row);
    }

    /** What is left, without rows and columns of zeros. */
    SparseModularMatrix rest() {
        int[] number = new int[columnCounts.length];
        int columns = 0;
        for (int column = 0; column < number.length; column++) {
            number[column] = columns;
            columns += columnCounts[column] > 0 ? 1 : 0;
        }
        int[][] restIndices = Arrays.stream(indices)
                .filter(row -> row.length > 0)
                .map(row -> Arrays.stream(row).map(column -> number[column]).toArray())
                .toArray(int[][]::new);
        int[][] restValues = Arrays.stream(values).filter(row -> row.length > 0).toArray(int[][]::new);
        return new SparseModularMatrix(columns, restIndices, restValues);
    }
}
