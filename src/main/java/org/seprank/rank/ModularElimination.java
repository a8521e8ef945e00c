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
 * rank) multiplications, memory 8 bytes per entry. The result does not depend on the number of threads.
 */
public final class ModularElimination {
    private static final int PANEL = 64;
    private static final int TILE_ROWS = 64;
    private static final int TILE_COLUMNS = 256;

    private final int[] pivotColumns;

    private ModularElimination(int[] pivotColumns) {
        this.pivotColumns = pivotColumns;
    }

    /** Eliminates a matrix, of which a copy is made, on some threads. */
    public static ModularElimination of(ModularMatrix matrix, Parallel threads) {
        double[][] rows = new double[matrix.rows()][];
        Arrays.setAll(rows, matrix::centredRow);
        int columns = matrix.columns();
        int[] pivots = new int[Math.min(rows.length, columns)];
        int rank = 0;
        for (int start = 0; start < columns && rank < rows.length; start += PANEL) {
            int end = Math.min(start + PANEL, columns);
            ModularPanel panel = ModularPanel.eliminate(rows, rank, start, end);
            System.arraycopy(panel.pivotColumns(), 0, pivots, rank, panel.rank());
            applyPivots(panel, rows, end, threads);
            rank += panel.rank();
        }
        return new ModularElimination(Arrays.copyOf(pivots, rank));
    }

    /** Eliminates a matrix on the caller's thread. */
    public static ModularElimination of(ModularMatrix matrix) {
        return of(matrix, Parallel.single());
    }

    private static void applyPivots(ModularPanel panel, double[][] rows, int from, Parallel threads) {
        int columns = rows[0].length;
        if (panel.rank() == 0 || from >= columns) {
            return;
        }
        int columnTiles = tiles(columns - from, TILE_COLUMNS);
        threads.each(columnTiles, tile -> {
            int left = from + tile * TILE_COLUMNS;
            panel.finishPivotRows(rows, left, Math.min(left + TILE_COLUMNS, columns));
        });
        int belowPivots = panel.firstRow() + panel.rank();
        int rowTiles = tiles(rows.length - belowPivots, TILE_ROWS);
        threads.each(Math.multiplyExact(rowTiles, columnTiles), tile -> {
            int left = from + tile % columnTiles * TILE_COLUMNS;
            int top = belowPivots + tile / columnTiles * TILE_ROWS;
            int right = Math.min(left + TILE_COLUMNS, columns);
            panel.apply(rows, new ModularPanel.Tile(top, Math.min(top + TILE_ROWS, rows.length), left, right));
        });
    }

    private static int tiles(int length, int tile) {
        return (length + tile - 1) / tile;
    }

    /** The rank. */
    public int rank() {
        return pivotColumns.length;
    }

    /** The column rank profile, ascending. */
    public int[] pivotColumns() {
        return pivotColumns.clone();
    }
}
