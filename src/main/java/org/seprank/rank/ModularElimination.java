package org.seprank.rank;

import java.util.Arrays;
import org.seprank.work.Parallel;

/**
 * Gaussian elimination of a matrix over GF(2³¹ - 1), which finds its rank and its column rank profile: the
 * lexicographically first set of columns that is a basis of all of them. Exact, for any shape and any rank.
 *
 * <p>The columns are cut into panels. A panel is eliminated by columns, left-looking, on a copy that is laid out by
 * columns; the pivots it yields, as many as the panel has rank, are then applied to everything right of it in tiles
 * that run in parallel. Both steps are {@link ModularCombination}s and so delay reduction. Time O(rows · columns ·
 * rank) multiplications, memory 4 bytes per entry that is left to eliminate. The result does not depend on the number
 * of threads.
 *
 * <p>Between panels the elimination may be kept as an {@link EliminationState} and gone on with later. Not safe for use
 * by several threads but those it is given.
 */
public final class ModularElimination {
    static final int PANEL = 64;
    private static final int TILE_ROWS = 64;
    static final int TILE_COLUMNS = 256;

    private final int[][] rows; // centred; those above `top` are let go
    private final int shift; // columns that were done before the first of these rows
    private final int columns; // in the rows
    private final int[] pivotColumns; // in the whole matrix
    private int rank;
    private int top; // the first row without a pivot
    private int left; // the first column that is not done

    private ModularElimination(int[][] rows, int columns, int shift, int[] pivotsBefore) {
        this.rows = rows;
        this.columns = columns;
        this.shift = shift;
        this.rank = pivotsBefore.length;
        this.pivotColumns = Arrays.copyOf(pivotsBefore, rank + Math.min(rows.length, columns));
    }

    /** An elimination of a matrix, of which a copy is made, before its first panel. */
    public static ModularElimination begin(ModularMatrix matrix) {
        int[][] rows = new int[matrix.rows()][];
        Arrays.setAll(rows, i -> {
            int[] row = new int[matrix.columns()];
            Arrays.setAll(row, j -> (int) ModularVectors.centred(matrix.at(i, j)));
            return row;
        });
        return new ModularElimination(rows, matrix.columns(), 0, new int[0]);
    }

    /** An elimination that goes on where another one was kept, by a state that is of no other use then. */
    public static ModularElimination resume(EliminationState state) {
        int columns = state.columns();
        return new ModularElimination(state.take(), columns, state.columnsDone(), state.pivotColumns());
    }

    /** Eliminates a matrix, of which a copy is made, on some threads. */
    public static ModularElimination of(ModularMatrix matrix, Parallel threads) {
        ModularElimination elimination = begin(matrix);
        while (!elimination.isDone()) {
            elimination.advance(threads);
        }
        return elimination;
    }

    /** Eliminates a matrix on the caller's thread. */
    public static ModularElimination of(ModularMatrix matrix) {
        return of(matrix, Parallel.single());
    }

    /** Whether the whole matrix is eliminated. */
    public boolean isDone() {
        return left >= columns || top >= rows.length;
    }

    /** Eliminates one more panel of columns. */
    public void advance(Parallel threads) {
        int end = Math.min(left + PANEL, columns);
        ModularPanel panel = ModularPanel.eliminate(rows, top, left, end);
        for (int pivot : panel.pivotColumns()) {
            pivotColumns[rank++] = shift + pivot;
        }
        applyPivots(panel, end, threads);
        for (int i = 0; i < panel.rank(); i++) {
            rows[top++] = new int[0];
        }
        left = end;
    }

    private void applyPivots(ModularPanel panel, int from, Parallel threads) {
        if (panel.rank() == 0 || from >= columns) {
            return;
        }
        int columnTiles = tiles(columns - from, TILE_COLUMNS);
        threads.each(columnTiles, tile -> panel.finishPivotRows(rows, tile));
        int belowPivots = top + panel.rank();
        int rowTiles = tiles(rows.length - belowPivots, TILE_ROWS);
        threads.each(Math.multiplyExact(rowTiles, columnTiles), tile -> {
            int first = belowPivots + tile / columnTiles * TILE_ROWS;
            panel.apply(rows, first, Math.min(first + TILE_ROWS, rows.length), tile % columnTiles);
        });
    }

    private static int tiles(int length, int tile) {
        return (length + tile - 1) / tile;
    }

    /** What is left to eliminate; it shares memory with this, so it is good until the next {@link #advance}. */
    public EliminationState state() {
        return EliminationState.of(rows, top, left, shift + left, pivotColumns());
    }

    /** The number of columns that are done. */
    public int columnsDone() {
        return shift + left;
    }

    /** The rank of the columns that are done: of the matrix, if the whole of it is. */
    public int rank() {
        return rank;
    }

    /** The column rank profile of the columns that are done, ascending. */
    public int[] pivotColumns() {
        return Arrays.copyOf(pivotColumns, rank);
    }
}
