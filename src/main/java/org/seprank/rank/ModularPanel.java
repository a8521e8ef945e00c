package org.seprank.rank;

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
    private int rank;

    private ModularPanel(int firstRow, int height, int width) {
        this.firstRow = firstRow;
        this.height = height;
        this.columns = new double[width][height];
        this.multipliers = new double[width][];
        this.pivotColumns = new int[width];
    }

    /** A block of a matrix: rows top..bottom-1, columns left..right-1. */
    record Tile(int top, int bottom, int left, int right) {}

    /**
     * Eliminates the columns {@code start..end-1} below {@code firstRow}. Pivot rows are swapped to {@code firstRow,
     * firstRow + 1, ..} in {@code rows}; their entries are left as they are.
     */
    static ModularPanel eliminate(double[][] rows, int firstRow, int start, int end) {
        ModularPanel panel = new ModularPanel(firstRow, rows.length - firstRow, end - start);
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

    private void swap(double[][] rows, int pivot) {
        double[] row = rows[firstRow + pivot];
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

    /** The first row of the matrix that the panel has; its first pivot row. */
    int firstRow() {
        return firstRow;
    }

    /** The columns of the matrix that have pivots, ascending. */
    int[] pivotColumns() {
        return Arrays.copyOf(pivotColumns, rank);
    }

    /** Takes the pivot rows out of each other in the columns {@code left..right-1}, which are right of the panel. */
    void finishPivotRows(double[][] rows, int left, int right) {
        ModularCombination combination = ModularCombination.of(rank);
        for (int i = 1; i < rank; i++) {
            combine(combination, rows, i, i).addTo(rows[firstRow + i], left, right);
        }
    }

    /** Takes the finished pivot rows out of a tile right of the panel and below its pivot rows. */
    void apply(double[][] rows, Tile tile) {
        ModularCombination combination = ModularCombination.of(rank);
        for (int i = tile.top; i < tile.bottom; i++) {
            combine(combination, rows, i - firstRow, rank).addTo(rows[i], tile.left, tile.right);
        }
    }

    private ModularCombination combine(ModularCombination combination, double[][] rows, int i, int pivots) {
        combination.clear();
        for (int k = 0; k < pivots; k++) {
            combination.plus(-multipliers[k][i], rows[firstRow + k]);
        }
        return combination;
    }
}
