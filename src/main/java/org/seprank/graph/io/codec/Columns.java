package org.seprank.graph.io.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.seprank.graph.Attributes;

/** Attributes on their way from a file: a column has the narrowest type that holds all types its values came with. */
public final class Columns {
    private record Column(Attributes.Type type, Map<Integer, String> values) {}

    private final Map<String, Column> columns = new LinkedHashMap<>();

    /** Makes a column of that type, so that it is there even without values. */
    public void declare(String name, Attributes.Type type) {
        columns.putIfAbsent(name, new Column(type, new TreeMap<>()));
    }

    /** Sets a value; of several for the same row the last counts. */
    public void put(String name, int row, String value, Attributes.Type type) {
        Column column = columns.get(name);
        if (column == null) {
            column = new Column(type, new TreeMap<>());
            columns.put(name, column);
        } else if (column.type() != type) {
            column = new Column(wider(column.type(), type), column.values());
            columns.put(name, column);
        }
        column.values().put(row, value);
    }

    /** The value of a row. */
    public Optional<String> value(String name, int row) {
        Column column = columns.get(name);
        return column == null
                ? Optional.empty()
                : Optional.ofNullable(column.values().get(row));
    }

    /** Removes a column. */
    public void remove(String name) {
        columns.remove(name);
    }

    private static Attributes.Type wider(Attributes.Type a, Attributes.Type b) {
        boolean numbers = a != Attributes.Type.BOOLEAN
                && a != Attributes.Type.TEXT
                && b != Attributes.Type.BOOLEAN
                && b != Attributes.Type.TEXT;
        return numbers ? Attributes.Type.REAL : Attributes.Type.TEXT;
    }

    /**
     * Fills a builder: row {@code i} there is row {@code rows[i]} here.
     *
     * @param infer whether columns of text get the narrowest type that fits their values
     */
    void into(Attributes.Builder builder, int[] rows, boolean infer) {
        columns.forEach((name, column) -> {
            builder.column(name, column.type());
            for (int i = 0; i < rows.length; i++) {
                String value = column.values().get(rows[i]);
                if (value != null) {
                    builder.value(name, i, value);
                }
            }
        });
        if (infer) {
            builder.inferTypes();
        }
    }
}
