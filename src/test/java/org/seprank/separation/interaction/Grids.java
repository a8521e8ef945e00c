package org.seprank.separation.interaction;

import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;

/** Grids to test with. */
final class Grids {
    private Grids() {}

    /** A function of row and column. */
    interface Entry {
        double at(int row, int column);
    }

    static InteractionGrid of(int rows, int columns, Entry entry) {
        double[][] values = new double[rows][columns];
        for (int a = 0; a < rows; a++) {
            for (int b = 0; b < columns; b++) {
                values[a][b] = entry.at(a, b);
            }
        }
        return InteractionGrid.of(values);
    }

    static double at(InteractionGrid grid, int row, int column) {
        return grid.values()[row * grid.columns() + column];
    }

    static double[][] toArray(InteractionGrid grid) {
        double[][] copy = new double[grid.rows()][grid.columns()];
        for (int a = 0; a < copy.length; a++) {
            for (int b = 0; b < grid.columns(); b++) {
                copy[a][b] = at(grid, a, b);
            }
        }
        return copy;
    }

    static InteractionGrid transposed(InteractionGrid grid) {
        return of(grid.columns(), grid.rows(), (a, b) -> at(grid, b, a));
    }

    /** The grid without its row means and column means. */
    static InteractionGrid centred(InteractionGrid grid) {
        double[] ofRows = DoubleStream.generate(() -> 1).limit(grid.rows()).toArray();
        double[] ofColumns =
                DoubleStream.generate(() -> 1).limit(grid.columns()).toArray();
        double[] centred = Means.of(grid, ofRows, ofColumns).centred(grid);
        return of(grid.rows(), grid.columns(), (a, b) -> centred[a * grid.columns() + b]);
    }

    static InteractionGrid random(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return of(rows, columns, (a, b) -> random.nextDouble(-1, 1));
    }

    /** A random matrix of this rank. */
    static InteractionGrid ofRank(int rank, int rows, int columns, long seed) {
        InteractionGrid left = random(rows, Math.max(1, rank), seed);
        InteractionGrid right = random(Math.max(1, rank), columns, ~seed);
        return of(rows, columns, (a, b) -> {
            double sum = 0;
            for (int k = 0; k < rank; k++) {
                sum += at(left, a, k) * at(right, k, b);
            }
            return sum;
        });
    }

    static IntToDoubleFunction noise(long seed) {
        return i -> new SplittableRandom(seed * 1000 + i).nextDouble(-1, 1);
    }

    /** The grid of rows and columns with these numbers. */
    static InteractionGrid picked(InteractionGrid grid, int[] rows, int[] columns) {
        return of(rows.length, columns.length, (a, b) -> at(grid, rows[a], columns[b]));
    }

    /** A sign matrix with orthogonal rows, of a power of two rows. */
    static IntBinaryOperator hadamard() {
        return (a, b) -> Integer.bitCount(a & b) % 2 == 0 ? 1 : -1;
    }
}
