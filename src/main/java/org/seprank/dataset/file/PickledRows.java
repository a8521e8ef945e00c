package org.seprank.dataset.file;

import java.util.Map;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.PickleException;

/** A SciPy matrix in compressed rows out of a pickle. Filled once, by the unpickler. */
public final class PickledRows implements Pickle.Stateful {
    private PickledArray offsets = new PickledArray();
    private PickledArray indices = new PickledArray();
    private PickledArray values = new PickledArray();
    private int columns;

    PickledRows() {}

    /** Makes empty ones. */
    static final class Constructor implements IObjectConstructor {
        @Override
        public Object construct(Object[] arguments) {
            return new PickledRows();
        }
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
            throw new PickleException("a sparse matrix has a state that is not understood");
        }
        offsets = starts;
        indices = places;
        values = entries;
        columns = width.intValue();
        if (columns < 0 || starts.items() != rows.longValue() + 1 || places.items() != entries.items()) {
            throw new PickleException("a sparse matrix of " + rows + " rows has " + starts.items() + " row offsets, "
                    + places.items() + " columns and " + entries.items() + " values");
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
