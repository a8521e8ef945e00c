package org.seprank.separation.interaction;

import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.function.IntToDoubleFunction;

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
                sum += left.at(a, k) * right.at(k, b);
            }
            return sum;
        });
    }

    static IntToDoubleFunction noise(long seed) {
        return i -> new SplittableRandom(seed * 1000 + i).nextDouble(-1, 1);
    }

    /** The grid of rows and columns with these numbers. */
    static InteractionGrid picked(InteractionGrid grid, int[] rows, int[] columns) {
        return of(rows.length, columns.length, (a, b) -> grid.at(rows[a], columns[b]));
    }

    /** A sign matrix with orthogonal rows, of a power of two rows. */
    static IntBinaryOperator hadamard() {
        return (a, b) -> Integer.bitCount(a & b) % 2 == 0 ? 1 : -1;
    }
}
