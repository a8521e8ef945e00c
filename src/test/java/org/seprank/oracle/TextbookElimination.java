package org.seprank.oracle;

import java.util.ArrayList;
import java.util.List;
import org.seprank.rank.Modular;
import org.seprank.rank.ModularMatrices;
import org.seprank.rank.ModularMatrix;

/** Gaussian elimination over GF(2³¹ - 1) as every textbook has it: one pivot at a time, entries in long arithmetic. */
public final class TextbookElimination {
    private TextbookElimination() {}

    /** The columns that get pivots, ascending: as many as the rank. */
    public static List<Integer> pivotColumns(ModularMatrix matrix) {
        long p = Modular.PRIME;
        long[][] a = new long[matrix.rows()][matrix.columns()];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                a[i][j] = matrix.at(i, j);
            }
        }
        List<Integer> pivots = new ArrayList<>();
        for (int c = 0; c < matrix.columns() && pivots.size() < a.length; c++) {
            int top = pivots.size();
            int pivot = top;
            while (pivot < a.length && a[pivot][c] == 0) {
                pivot++;
            }
            if (pivot == a.length) {
                continue;
            }
            long[] row = a[pivot];
            a[pivot] = a[top];
            a[top] = row;
            long inverse = Modular.inverse((int) row[c]);
            for (int i = top + 1; i < a.length; i++) {
                long factor = a[i][c] * inverse % p;
                for (int j = c; factor != 0 && j < row.length; j++) {
                    a[i][j] = (a[i][j] + (p - factor) * row[j]) % p;
                }
            }
            pivots.add(c);
        }
        return pivots;
    }

    /** The product of two matrices. */
    public static ModularMatrix multiply(ModularMatrix a, ModularMatrix b) {
        long[][] product = new long[a.rows()][b.columns()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                for (int k = 0; k < a.columns(); k++) {
                    product[i][j] = (product[i][j] + (long) a.at(i, k) * b.at(k, j)) % Modular.PRIME;
                }
            }
        }
        return ModularMatrices.of(product);
    }

    /** The transpose. */
    public static ModularMatrix transpose(ModularMatrix a) {
        long[][] transposed = new long[a.columns()][a.rows()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                transposed[j][i] = a.at(i, j);
            }
        }
        return ModularMatrices.of(transposed);
    }
}
