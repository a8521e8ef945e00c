package org.seprank.dataset.file;

import java.util.Map;
import org.seprank.file.Pickle;
import org.seprank.file.PickledArray;

/** A SciPy matrix in compressed rows out of a pickle. Filled once, by the unpickler. */
public final class PickledRows implements Pickle.Stateful {
    private PickledArray offsets = PickledArray.empty();
    private PickledArray indices = PickledArray.empty();
    private PickledArray values = PickledArray.empty();
    private int columns;

    private PickledRows() {}

    /** What SciPy names in the pickle of such a matrix, NumPy's names not included. */
    static Map<String, Pickle.Constructor> constructors() {
        Pickle.Constructor rows = arguments -> new PickledRows();
        return Map.of(
                "scipy.sparse.csr.csr_matrix",
                rows,
                "scipy.sparse._csr.csr_matrix",
                rows,
                "copy_reg._reconstructor",
                PickledRows::reconstructed,
                "copyreg._reconstructor",
                PickledRows::reconstructed,
                "__builtin__.object",
                Pickle.onlyNamed("object"),
                "builtins.object",
                Pickle.onlyNamed("object"));
    }

    /** How Python 2 made objects. Arguments: (class, its base, the base's state). */
    private static Object reconstructed(Object[] arguments) {
        if (arguments.length == 3 && arguments[0] instanceof Pickle.Constructor constructor) {
            return constructor.construct(new Object[0]);
        }
        throw new IllegalArgumentException("it reconstructs a class that is not allowed");
    }

    @Override
    public void setState(Object state) {
        if (!(state instanceof Map<?, ?> fields)
                || !(fields.get("indptr") instanceof PickledArray starts)
                || !(fields.get("indices") instanceof PickledArray places)
                || !(fields.get("data") instanceof PickledArray entries)
                || !(fields.get("_shape") instanceof Object[] shape)
                || shape.length != 2
                || !(shape[0] instanceof Number rows)
                || !(shape[1] instanceof Number width)) {
            throw new IllegalArgumentException("a sparse matrix has a state that is not understood");
        }
        offsets = starts;
        indices = places;
        values = entries;
        columns = width.intValue();
        if (columns < 0 || starts.items() != rows.longValue() + 1 || places.items() != entries.items()) {
            throw new IllegalArgumentException("a sparse matrix of " + rows + " rows has " + starts.items()
                    + " row offsets, " + places.items() + " columns and " + entries.items() + " values");
        }
    }

    /** The number of rows. */
    public int rows() {
        return Math.max(0, offsets.items() - 1);
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /**
     * Adds row {@code row} to a collector as its row {@code as}.
     *
     * @throws IllegalArgumentException if the row reaches beyond the entries
     */
    public void addRow(int row, int as, EntryCollector collector) {
        long from = offsets.integer(row);
        long to = offsets.integer(row + 1);
        if (from < 0 || to < from || to > indices.items()) {
            throw new IllegalArgumentException(
                    "row " + row + " has the entries " + from + ".." + to + " of " + indices.items());
        }
        for (int k = (int) from; k < to; k++) {
            long column = indices.integer(k);
            if (column < 0 || column >= columns) {
                throw new IllegalArgumentException("column " + column + " is not in 0.." + (columns - 1));
            }
            collector.add(as, (int) column, (float) values.real(k));
        }
    }
}
