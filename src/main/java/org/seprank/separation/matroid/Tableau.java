package org.seprank.separation.matroid;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.seprank.rank.Modular;

/**
 * A linear matroid on few elements: the columns over GF(2³¹ - 1), transformed so that those of the independent set at
 * hand are unit vectors. Zero columns have a row of their own and so are independent of all others. A change of the set
 * takes O(rows · elements) for each element that is new. Not safe for use by several threads.
 */
final class Tableau {
    private final int[][] rows;
    private final int[] owner; // the element whose unit row this is, or -1
    private final int[] rowOf; // an element's unit row, or -1

    Tableau(List<SparseVector> columns, int dimension) {
        int elements = columns.size();
        int[][] all = new int[dimension + elements][elements];
        for (int j = 0; j < elements; j++) {
            SparseVector column = columns.get(j);
            for (int e = 0; e < column.indices().length; e++) {
                all[column.indices()[e]][j] = Modular.reduce(column.values()[e]);
            }
            all[dimension + j][j] = column.isZero() ? 1 : 0;
        }
        rows = Arrays.stream(all)
                .filter(row -> Arrays.stream(row).anyMatch(entry -> entry != 0))
                .toArray(int[][]::new);
        owner = new int[rows.length];
        rowOf = new int[elements];
        Arrays.fill(owner, -1);
        Arrays.fill(rowOf, -1);
    }

    /** Makes an independent set the one at hand. */
    void become(BitSet independent) {
        for (int r = 0; r < rows.length; r++) {
            if (owner[r] >= 0 && !independent.get(owner[r])) {
                rowOf[owner[r]] = -1;
                owner[r] = -1;
            }
        }
        for (int j = independent.nextSetBit(0); j >= 0; j = independent.nextSetBit(j + 1)) {
            if (rowOf[j] < 0) {
                pivot(freeRow(j), j);
            }
        }
    }

    /** Whether the set at hand stays independent with an element that it does not have. */
    boolean isFree(int element) {
        return freeRow(element) >= 0;
    }

    /** Whether it stays independent when it loses {@code out} for {@code in}, given that {@code in} is not free. */
    boolean canReplace(int out, int in) {
        return rows[rowOf[out]][in] != 0;
    }

    private int freeRow(int element) {
        for (int r = 0; r < rows.length; r++) {
            if (owner[r] < 0 && rows[r][element] != 0) {
                return r;
            }
        }
        return -1;
    }

    private void pivot(int row, int element) {
        int[] unit = rows[row];
        int scale = Modular.inverse(unit[element]);
        for (int k = 0; k < unit.length; k++) {
            unit[k] = Modular.multiply(scale, unit[k]);
        }
        for (int r = 0; r < rows.length; r++) {
            if (r != row && rows[r][element] != 0) {
                int[] other = rows[r];
                int factor = Modular.PRIME - other[element];
                for (int k = 0; k < unit.length; k++) {
                    other[k] = Modular.plusProduct(other[k], factor, unit[k]);
                }
            }
        }
        owner[row] = element;
        rowOf[element] = row;
    }
}
