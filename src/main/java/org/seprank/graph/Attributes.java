package org.seprank.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Named columns of values over the vertices or the edges of a graph, in the order of the input; a value may be missing.
 * Values are kept as the text they were read as, with the column's type beside them, so that writing a graph does not
 * change them.
 */
public final class Attributes {
    private static final Attributes NONE = new Attributes(new LinkedHashMap<>());

    /** What the values of a column are. */
    public enum Type {
        /** true or false. */
        BOOLEAN,
        /** Whole numbers of at most 64 bits. */
        INTEGER,
        /** Floating-point numbers. */
        REAL,
        /** Lists and objects, as JSON; a value that is neither is itself. */
        STRUCTURE,
        /** Anything else. */
        TEXT;

        private static final Set<String> TRUE = Set.of("true", "True", "TRUE", "1");
        private static final Set<String> FALSE = Set.of("false", "False", "FALSE", "0");
        private static final int MOST_DIGITS = 18;

        /**
         * Whether a text is a value of this type. A truth value is {@code true}, {@code True}, {@code TRUE} or 1, or
         * {@code false}, {@code False}, {@code FALSE} or 0. What has leading zeros is a code, not a number.
         */
        public boolean fits(String value) {
            return switch (this) {
                case BOOLEAN -> TRUE.contains(value) || FALSE.contains(value);
                case INTEGER -> isWhole(value);
                case REAL -> isNumber(value);
                case STRUCTURE, TEXT -> true;
            };
        }

        /** The one spelling of a value of this type: truth values are {@code true} and {@code false}. */
        public String spelling(String value) {
            return this != BOOLEAN ? value : TRUE.contains(value) ? "true" : "false";
        }

        private static boolean isWhole(String value) {
            int first = value.startsWith("-") ? 1 : 0;
            int end = digits(value, first);
            return end == value.length()
                    && end > first
                    && end - first <= MOST_DIGITS
                    && (end - first == 1 || value.charAt(first) != '0');
        }

        private static boolean isNumber(String value) {
            int first = sign(value, 0);
            int end = digits(value, first);
            boolean coded = end - first > 1 && value.charAt(first) == '0';
            boolean whole = end > first;
            if (value.startsWith(".", end)) {
                int point = end;
                end = digits(value, point + 1);
                whole |= end > point + 1;
            }
            return whole && !coded && (end == value.length() || isExponent(value, end));
        }

        private static boolean isExponent(String value, int at) {
            int first = sign(value, at + 1);
            int end = digits(value, first);
            return (value.charAt(at) == 'e' || value.charAt(at) == 'E') && end > first && end == value.length();
        }

        private static int sign(String value, int at) {
            return value.startsWith("-", at) || value.startsWith("+", at) ? at + 1 : at;
        }

        /** Where the digits end that begin there. */
        private static int digits(String value, int at) {
            int end = at;
            while (end < value.length() && value.charAt(end) >= '0' && value.charAt(end) <= '9') {
                end++;
            }
            return end;
        }
    }

    private record Column(Type type, Map<Integer, String> values) {}

    private final Map<String, Column> columns; // in insertion order

    private Attributes(Map<String, Column> columns) {
        this.columns = columns;
    }

    /** No columns. */
    public static Attributes none() {
        return NONE;
    }

    /** The names of the columns in their order. */
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** The type of a column. */
    public Type type(String name) {
        return column(name).type();
    }

    /** The same columns without one; the same object if there is none of that name. */
    public Attributes without(String name) {
        if (!has(name)) {
            return this;
        }
        Map<String, Column> others = new LinkedHashMap<>(columns);
        others.remove(name);
        return others.isEmpty() ? NONE : new Attributes(others);
    }

    /** The value of a column for vertex or edge {@code index}. */
    public Optional<String> value(String name, int index) {
        return Optional.ofNullable(column(name).values().get(index));
    }

    /** Whether there is such a column. */
    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /**
     * The same columns over other rows: row {@code i} of the answer is row {@code rows[i]}, or empty where that is -1.
     */
    public Attributes select(int[] rows) {
        if (columns.isEmpty()) {
            return this;
        }
        Builder selected = new Builder();
        columns.forEach((name, column) -> {
            selected.column(name, column.type());
            for (int i = 0; i < rows.length; i++) {
                String value = rows[i] < 0 ? null : column.values().get(rows[i]);
                if (value != null) {
                    selected.value(name, i, value);
                }
            }
        });
        return selected.build();
    }

    private Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no attribute '" + name + "', only " + columns.keySet());
        }
        return column;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return columns.toString();
    }

    /** Collects columns. */
    public static final class Builder {
        private final LinkedHashMap<String, Column> columns = new LinkedHashMap<>();

        /** Declares a column; declaring it again changes its type. */
        public Builder column(String name, Type type) {
            Column old = columns.get(name);
            columns.put(name, new Column(type, old == null ? new TreeMap<>() : old.values()));
            return this;
        }

        /** Sets a value; an undeclared column becomes one of {@link Type#TEXT}. */
        public Builder value(String name, int index, String value) {
            columns.computeIfAbsent(name, key -> new Column(Type.TEXT, new TreeMap<>()))
                    .values()
                    .put(index, value);
            return this;
        }

        /**
         * Gives every {@link Type#TEXT} column the narrowest type that all its values fit; for formats that do not say
         * types.
         */
        public Builder inferTypes() {
            List<String> names = new ArrayList<>(columns.keySet());
            for (String name : names) {
                Column column = columns.get(name);
                if (column != null
                        && column.type() == Type.TEXT
                        && !column.values().isEmpty()) {
                    Type type = narrowest(column);
                    column.values().replaceAll((index, value) -> type.spelling(value));
                    columns.put(name, new Column(type, column.values()));
                }
            }
            return this;
        }

        private static Type narrowest(Column column) {
            for (Type type : List.of(Type.BOOLEAN, Type.INTEGER, Type.REAL)) {
                if (column.values().values().stream().allMatch(value -> fits(value, type))) {
                    return type;
                }
            }
            return Type.TEXT;
        }

        /** 0 and 1 are numbers where nothing says that they are truth values. */
        private static boolean fits(String value, Type type) {
            return type == Type.BOOLEAN ? value.length() > 1 && type.fits(value) : type.fits(value);
        }

        /** The columns collected so far. */
        public Attributes build() {
            LinkedHashMap<String, Column> copy = new LinkedHashMap<>();
            columns.forEach(
                    (name, column) -> copy.put(name, new Column(column.type(), new TreeMap<>(column.values()))));
            return copy.isEmpty() ? NONE : new Attributes(copy);
        }
    }
}
