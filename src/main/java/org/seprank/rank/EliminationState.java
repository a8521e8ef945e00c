package org.seprank.rank;

import java.util.Arrays;

/**
 * A {@link ModularElimination} between two panels: the columns that have pivots so far, and the rows and columns that
 * are left. What it says is all that the rest of the elimination depends on.
 */
public final class EliminationState {
    private final int[][] rows;
    private final int top;
    private final int left;
    private final int columnsDone;
    private final int[] pivotColumns;

    private EliminationState(int[][] rows, int top, int left, int columnsDone, int[] pivotColumns) {
        this.rows = rows;
        this.top = top;
        this.left = left;
        this.columnsDone = columnsDone;
        this.pivotColumns = pivotColumns;
    }

    /** What is right of and below the first columns and rows, which are not copied. */
    static EliminationState of(int[][] rows, int top, int left, int columnsDone, int[] pivotColumns) {
        return new EliminationState(rows, top, left, columnsDone, pivotColumns);
    }

    /**
     * A state that was kept.
     *
     * @param rows what is left, centred residues, rows of one length; not copied
     * @param columnsDone how many columns are done
     * @param pivotColumns those of them with pivots, ascending
     * @throws IllegalArgumentException if these are not what an elimination can come to
     */
    public static EliminationState kept(int[][] rows, int columnsDone, int[] pivotColumns) {
        for (int[] row : rows) {
            if (row.length != rows[0].length || Arrays.stream(row).anyMatch(x -> Math.abs((long) x) >= 1 << 30)) {
                throw new IllegalArgumentException(
                        "the entries that are left are no centred residues in rows of one" + " length");
            }
        }
        for (int k = 0; k < pivotColumns.length; k++) {
            if (pivotColumns[k] >= columnsDone || pivotColumns[k] < (k == 0 ? 0 : pivotColumns[k - 1] + 1)) {
                throw new IllegalArgumentException("the pivot " + pivotColumns[k] + " is not among the " + columnsDone
                        + " columns done, ascending");
            }
        }
        return new EliminationState(rows, 0, 0, columnsDone, pivotColumns.clone());
    }

    /** The number of rows without a pivot. */
    public int rows() {
        return rows.length - top;
    }

    /** The number of columns that are left. */
    public int columns() {
        return rows() == 0 ? 0 : rows[top].length - left;
    }

    /** The number of columns that are done. */
    public int columnsDone() {
        return columnsDone;
    }

    /** The columns that are done and have pivots, ascending. */
    public int[] pivotColumns() {
        return pivotColumns.clone();
    }

    /** All that is left, by rows; this state must not be used any more. */
    int[][] take() {
        if (top > 0 || left > 0) {
            int[][] copies = new int[rows()][];
            Arrays.setAll(copies, this::row);
            return copies;
        }
        return rows;
    }

    /** What is left of the row of that number, centred residues; a copy. */
    public int[] row(int i) {
        return Arrays.copyOfRange(rows[top + i], left, rows[top + i].length);
    }
}
