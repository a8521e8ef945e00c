package org.seprank.file.torch;

import java.util.Arrays;
import java.util.List;

/**
 * A matrix of which the entries that are not zero are kept.
 *
 * @param rows the row of every entry; if compressed, the first entry of every row, and their number at the end
 * @param compressed whether {@code rows} are so
 * @param columns the column of every entry
 * @param values the entries; empty: all are 1
 * @param shape the numbers of rows and columns
 */
public record SparseTensor(Tensor rows, boolean compressed, Tensor columns, List<Tensor> values, List<Long> shape) {
    /** Copies the lists. */
    public SparseTensor {
        values = List.copyOf(values);
        shape = List.copyOf(shape);
    }

    /**
     * The row of every entry.
     *
     * @throws IllegalArgumentException if the compressed rows do not end at the entries
     */
    public long[] rowOfEach() {
        long[] given = rows.integers();
        if (!compressed) {
            return given;
        }
        long entries = columns.elements();
        if (given.length == 0 || given[0] != 0 || given[given.length - 1] != entries) {
            throw new IllegalArgumentException("its compressed rows do not end at its " + entries + " entries");
        }
        long[] each = new long[(int) entries];
        for (int i = 0; i + 1 < given.length; i++) {
            if (given[i] > given[i + 1]) {
                throw new IllegalArgumentException("its row " + i + " has a negative length");
            }
            Arrays.fill(each, (int) given[i], (int) given[i + 1], i);
        }
        return each;
    }

    List<Tensor> parts() {
        return values.isEmpty() ? List.of(rows, columns) : List.of(rows, columns, values.get(0));
    }
}
