package org.seprank.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is to be predicted of each of n items (vertices or graphs) where that is no class: [n, columns], NaN where it is
 * not known. The columns are events that did happen or not, 1 or 0 (multi-label classification), or numbers
 * (regression). Immutable.
 */
public final class TargetValues {
    /** What the columns are. */
    public enum Kind {
        /** 1 where something is so and 0 where it is not. */
        EVENTS,
        /** Any finite numbers. */
        NUMBERS,
        /** 1 for pairs of vertices that have an edge and 0 for others. */
        LINKS
    }

    private final Kind kind;
    private final List<String> names;
    private final int rows;
    private final double[] values;

    private TargetValues(Kind kind, List<String> names, int rows, double[] values) {
        this.kind = kind;
        this.names = List.copyOf(names);
        this.rows = rows;
        this.values = values;
    }

    /** Nothing is to be predicted but classes. */
    public static TargetValues none(int rows) {
        return new TargetValues(Kind.NUMBERS, List.of(), rows, new double[0]);
    }

    /**
     * Those values, row by row; the array is copied.
     *
     * @param names of the columns, at least one
     * @throws IllegalArgumentException if the numbers are not rows of so many columns, or one is not of that kind
     */
    public static TargetValues of(Kind kind, List<String> names, double[] values) {
        int columns = names.size();
        if (columns == 0 || values.length % columns != 0) {
            throw new IllegalArgumentException(values.length + " target values are not rows of " + columns);
        }
        for (int k = 0; k < values.length; k++) {
            double value = values[k];
            boolean fits = kind == Kind.NUMBERS ? Double.isFinite(value) : value == 0 || value == 1;
            if (!fits && !Double.isNaN(value)) {
                throw new IllegalArgumentException("target value " + value + " of item " + k / columns + ", "
                        + names.get(k % columns) + (kind == Kind.NUMBERS ? ", is not finite" : ", is neither 0 nor 1"));
            }
        }
        return new TargetValues(kind, names, values.length / columns, values.clone());
    }

    /** Columns without names of their own: {@code y} for one, else {@code y0}, {@code y1}, .. */
    public static List<String> names(int columns) {
        return columns == 1
                ? List.of("y")
                : IntStream.range(0, columns).mapToObj(c -> "y" + c).toList();
    }

    /**
     * What values of unnamed columns are: events if there are several columns and all that is known is 0 or 1, else
     * numbers.
     */
    public static TargetValues guessed(int columns, double[] values) {
        boolean events = columns > 1 && Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v == 0 || v == 1);
        return of(events ? Kind.EVENTS : Kind.NUMBERS, names(columns), values);
    }

    /** What the columns are. */
    public Kind kind() {
        return kind;
    }

    /** The names of the columns. */
    public List<String> names() {
        return names;
    }

    /** n. */
    public int rows() {
        return rows;
    }

    /** The number of columns; 0 where only classes are to be predicted. */
    public int columns() {
        return names.size();
    }

    /** What is to be predicted of an item; NaN where it is not known. */
    public double value(int row, int column) {
        return values[row * columns() + column];
    }

    /** Whether anything is known of an item. */
    public boolean known(int row) {
        for (int c = 0; c < columns(); c++) {
            if (!Double.isNaN(value(row, c))) {
                return true;
            }
        }
        return false;
    }

    /** The number of entries that are not known. */
    public long missing() {
        return Arrays.stream(values).filter(Double::isNaN).count();
    }

    /** One column of this. */
    public TargetValues column(int column) {
        double[] own =
                IntStream.range(0, rows).mapToDouble(i -> value(i, column)).toArray();
        return new TargetValues(kind, List.of(names.get(column)), rows, own);
    }

    /** All entries, row by row, copied. */
    public double[] toArray() {
        return values.clone();
    }

    /** The values of those items, in that order; of an item -1 nothing is known. */
    public TargetValues select(int[] items) {
        double[] chosen = new double[Math.multiplyExact(items.length, columns())];
        for (int i = 0; i < items.length; i++) {
            for (int c = 0; c < columns(); c++) {
                chosen[i * columns() + c] = items[i] < 0 ? Double.NaN : value(items[i], c);
            }
        }
        return new TargetValues(kind, names, items.length, chosen);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TargetValues that
                && kind == that.kind
                && rows == that.rows
                && names.equals(that.names)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return rows + " rows of " + columns() + " targets";
    }
}
