package org.seprank.graph.io.codec;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.seprank.graph.Attributes;

/**
 * Attributes on their way from a file: a column has the narrowest type that holds all types its values came with, and
 * is one of text if a value does not fit it.
 */
public final class Columns {
    private record Column(Attributes.Type type, Map<Integer, String> values) {}

    private static final Pattern LARGE = Pattern.compile("[-+]?\\d+");
    private static final Pattern SPECIAL = Pattern.compile("[-+]?(INF|Infinity|inf|NaN|NAN|nan)");
    private static final Set<Attributes.Type> NUMBERS = EnumSet.of(Attributes.Type.INTEGER, Attributes.Type.REAL);

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
        if (a == Attributes.Type.STRUCTURE || b == Attributes.Type.STRUCTURE) {
            return Attributes.Type.STRUCTURE;
        }
        return NUMBERS.contains(a) && NUMBERS.contains(b) ? Attributes.Type.REAL : Attributes.Type.TEXT;
    }

    /** The names of the columns. */
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /**
     * Fills a builder: row {@code i} there is row {@code rows[i]} here.
     *
     * @param infer whether columns of text get the narrowest type that fits their values
     */
    void into(Attributes.Builder builder, int[] rows, boolean infer) {
        columns.forEach((name, column) -> {
            Attributes.Type type = fitting(column);
            builder.column(name, type);
            for (int i = 0; i < rows.length; i++) {
                String value = column.values().get(rows[i]);
                if (value != null) {
                    builder.value(name, i, type.spelling(value));
                }
            }
        });
        if (infer) {
            builder.inferTypes();
        }
    }

    /** The column's type if all values fit, or a wider one. */
    private static Attributes.Type fitting(Column column) {
        Attributes.Type type = column.type();
        if (column.values().values().stream().allMatch(value -> fits(type, value))) {
            return type;
        }
        return type == Attributes.Type.INTEGER
                ? fitting(new Column(Attributes.Type.REAL, column.values()))
                : Attributes.Type.TEXT;
    }

    private static boolean fits(Attributes.Type type, String value) {
        return type.fits(value)
                || (type == Attributes.Type.INTEGER && LARGE.matcher(value).matches())
                || (type == Attributes.Type.REAL && SPECIAL.matcher(value).matches());
    }
}
