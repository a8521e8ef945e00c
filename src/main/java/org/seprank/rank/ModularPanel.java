package org.seprank.rank;

import static org.seprank.rank.ModularElimination.TILE_COLUMNS;

import java.util.Arrays;

/**
 * A few neighbouring columns of a matrix after elimination: as many pivots as they have rank, and the multipliers that
 * take the pivot rows out of the rows below. Rows above the panel's first row have had their pivots and do not count.
 */
final class ModularPanel {
    private final int firstRow;
    private final int height;
    private final double[][] columns; // [width, height], centred; pivot columns turn into multipliers
    private final double[][] multipliers; // the pivot columns, [rank, height]; entry i of column k belongs to k < i
    private final int[] pivotColumns;
    private final int end; // the first column right of the panel
    private double[][][] pivotRows = new double[0][][]; // finished, [tile, rank, width of the tile]
    private int rank;

    private ModularPanel(int firstRow, int height, int width, int end) {
        this.firstRow = firstRow;
        this.height = height;
        this.columns = new double[width][height];
        this.multipliers = new double[width][];
        this.pivotColumns = new int[width];
        this.end = end;
    }

    /**
     * Eliminates the columns {@code start..end-1} below {@code firstRow}. Pivot rows are swapped to {@code firstRow,
     * firstRow + 1, ..} in {@code rows}; no entry of these is written to.
     *
     * @param rows centred
     */
    static ModularPanel eliminate(int[][] rows, int firstRow, int start, int end) {
        ModularPanel panel = new ModularPanel(firstRow, rows.length - firstRow, end - start, end);
        for (int i = 0; i < panel.height; i++) {
            for (int q = 0; q < end - start; q++) {
                panel.columns[q][i] = rows[firstRow + i][start + q];
            }
        }
        ModularCombination earlier = ModularCombination.of(end - start);
        for (int q = 0; q < end - start && panel.rank < panel.height; q++) {
            panel.applyEarlierPivots(panel.columns[q], earlier);
            int pivot = panel.firstNonZero(panel.columns[q]);
            if (pivot < panel.height) {
                panel.swap(rows, pivot);
                panel.accept(q, start + q);
            }
        }
        int right = rows[firstRow].length - end;
        panel.pivotRows = new double[(right + TILE_COLUMNS - 1) / TILE_COLUMNS][][];
        return panel;
    }

    private void applyEarlierPivots(double[] column, ModularCombination combination) {
        combination.clear();
        for (int k = 0; k < rank; k++) {
            for (int i = k + 1; i < rank; i++) {
                column[i] = ModularVectors.reduce(column[i] - ModularVectors.multiply(column[k], multipliers[k][i]));
            }
            combination.plus(-column[k], multipliers[k]);
        }
        combination.addTo(column, rank, height);
    }

    private int firstNonZero(double[] column) {
        int i = rank;
        while (i < height && column[i] == 0) { // exact: centred doubles are integers
            i++;
        }
        return i;
    }

    private void swap(int[][] rows, int pivot) {
        int[] row = rows[firstRow + pivot];
        rows[firstRow + pivot] = rows[firstRow + rank];
        rows[firstRow + rank] = row;
        for (double[] column : columns) {
            double entry = column[pivot];
            column[pivot] = column[rank];
            column[rank] = entry;
        }
    }

    private void accept(int q, int column) {
        int inverse = Modular.inverse(ModularVectors.residue(columns[q][rank]));
        ModularVectors.scale(columns[q], ModularVectors.centred(inverse), rank + 1, height);
        multipliers[rank] = columns[q];
        pivotColumns[rank] = column;
        rank++;
    }

    /** The number of pivots. */
    int rank() {
        return rank;
    }

    /** The columns of the matrix that have pivots, ascending. */
    int[] pivotColumns() {
        return Arrays.copyOf(pivotColumns, rank);
    }

    /** Takes the pivot rows out of each other in a tile of columns, counted from right of the panel. */
    void finishPivotRows(int[][] rows, int tile) {
        double[][] finished = new double[rank][];
        ModularCombination combination = ModularCombination.of(rank);
        for (int i = 0; i < rank; i++) {
            finished[i] = part(rows[firstRow + i], tile);
            combine(combination, finished, i, i).addTo(finished[i], 0, finished[i].length);
        }
        pivotRows[tile] = finished;
    }

    /** Takes the finished pivot rows out of the rows {@code from..to-1}, below them, in a tile of columns. */
    void apply(int[][] rows, int from, int to, int tile) {
        ModularCombination combination = ModularCombination.of(rank);
        int left = end + tile * TILE_COLUMNS;
        for (int i = from; i < to; i++) {
            double[] row = part(rows[i], tile);
            combine(combination, pivotRows[tile], i - firstRow, rank).addTo(row, 0, row.length);
            for (int j = 0; j < row.length; j++) {
                rows[i][left + j] = (int) row[j];
            }
        }
    }

    private double[] part(int[] row, int tile) {
        int left = end + tile * TILE_COLUMNS;
        double[] part = new double[Math.min(TILE_COLUMNS, row.length - left)];
        for (int j = 0; j < part.length; j++) {
            part[j] = row[left + j];
        }
        return part;
    }

    private ModularCombination combine(ModularCombination combination, double[][] pivots, int i, int count) {
        combination.clear();
        for (int k = 0; k < count; k++) {
            combination.plus(-multipliers[k][i], pivots[k]);
        }
        return combination;
    }
}
