package org.seprank.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values: the same for machines (JSON, CSV) and for people, unless {@link #shownAs} or {@link #pivoted} gave
 * people another form.
 *
 * @param key for machines, such as "partitions"
 * @param title for people
 * @param columns names, lower case with underscores; an underscore is shown as a space
 * @param rows each as long as {@code columns}
 * @param forPeople what people are shown instead, null: the table itself
 */
public record Table(
        String key,
        String title,
        List<String> columns,
        List<List<Value>> rows,
        @Nullable Table forPeople) implements Block {
    /** Checks the shape. */
    public Table {
        columns = List.copyOf(columns);
        List<List<Value>> copy = new ArrayList<>();
        for (List<Value> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("table '" + key + "' has " + columns.size()
                        + " columns but a row of " + row.size() + " values");
            }
            copy.add(List.copyOf(row));
        }
        rows = List.copyOf(copy);
    }

    /** A table that is the same for all. */
    public Table(String key, String title, List<String> columns, List<List<Value>> rows) {
        this(key, title, columns, rows, null);
    }

    /**
     * A table of records: their components are the columns, {@code firstDepth} being {@code first_depth}. Components
     * are words, numbers, booleans, enums or {@link Value}s; a component that is a record stands for its own
     * components.
     *
     * @throws IllegalArgumentException if a component is of another type
     */
    public static <R extends Record> Table of(String key, String title, Class<R> type, List<R> rows) {
        return new Table(
                key,
                title,
                RecordColumns.names(type),
                rows.stream().map(RecordColumns::values).toList());
    }

    /** The same for machines, and another table for people. */
    public Table shownAs(Table other) {
        return new Table(key, title, columns, rows, other);
    }

    /** The same under another key. */
    public Table named(String other) {
        return new Table(other, title, columns, rows, forPeople);
    }

    /** What people are shown. */
    public Table shown() {
        return forPeople == null ? this : forPeople;
    }

    /** Without some columns for people. */
    public Table hiding(String... names) {
        return shownAs(shown().without(names));
    }

    /** Without some columns for all. */
    public Table without(String... names) {
        Set<String> left = Set.of(names);
        return only(columns.stream().filter(name -> !left.contains(name)).toArray(String[]::new));
    }

    /** With some columns only. */
    public Table only(String... names) {
        List<List<Value>> cells = rows.stream()
                .map(row -> Stream.of(names)
                        .map(name -> row.get(columns.indexOf(name)))
                        .toList())
                .toList();
        return new Table(key, title, List.of(names), cells);
    }

    /**
     * With a row for people where machines have one for every value of a column: its values are columns, holding those
     * of another, and the remaining columns tell the rows apart. A number n of column "depth" is headed "depth_n".
     *
     * @param by the column whose values become columns
     * @param cells the column whose values stand in them
     */
    public Table pivoted(String by, String cells) {
        int head = columns.indexOf(by);
        int cell = columns.indexOf(cells);
        Set<String> heads = new LinkedHashSet<>();
        Map<List<Value>, Map<String, Value>> lines = new LinkedHashMap<>();
        for (List<Value> row : rows) {
            Value value = row.get(head);
            String name = value instanceof Value.Whole number ? by + "_" + number.number() : value.text();
            heads.add(name);
            lines.computeIfAbsent(without(row, head, cell), line -> new LinkedHashMap<>())
                    .put(name, row.get(cell));
        }
        List<List<Value>> pivot = new ArrayList<>();
        lines.forEach((line, byHead) -> {
            List<Value> whole = new ArrayList<>(line);
            heads.forEach(name -> whole.add(byHead.getOrDefault(name, Value.missing())));
            pivot.add(whole);
        });
        List<String> names = new ArrayList<>(without(columns, head, cell));
        names.addAll(heads);
        return shownAs(new Table(key, title, names, pivot));
    }

    private static <T> List<T> without(List<T> list, int one, int other) {
        List<T> rest = new ArrayList<>(list);
        rest.remove(Math.max(one, other));
        rest.remove(Math.min(one, other));
        return rest;
    }

    /** Whether a column has words only, which stand to the left; numbers stand to the right. */
    boolean isText(int column) {
        return rows.stream().map(row -> row.get(column)).allMatch(Value::isWords);
    }
}
