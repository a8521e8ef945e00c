package org.seprank.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as CSV (RFC 4180): a header of the column names, then a line a row. Numbers are in full precision, whole ones
 * with all their digits; infinities are {@code inf} and {@code -inf}, yes and no are {@code true} and {@code false}; no
 * value is an empty field. Where the document says what was asked, the first line is {@code # question: ..}
 */
public final class CsvRenderer {
    private CsvRenderer() {}

    /**
     * One table of a document, under its question.
     *
     * @param table its key; empty: the first
     * @throws IllegalArgumentException if there is none
     */
    public static String render(Document document, String table) {
        Table chosen = table.isEmpty()
                ? document.tables().stream()
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException("the answer has no table; use --format text or json"))
                : document.table(table);
        return document.question()
                        .map(question -> "# question: " + question.text() + "\n")
                        .orElse("")
                + render(chosen);
    }

    /** The table, ending with a line break. */
    public static String render(Table table) {
        StringBuilder text =
                new StringBuilder(line(table.columns().stream().map(Value::of).toList()));
        table.rows().forEach(row -> text.append(line(row)));
        return text.toString();
    }

    /** A line with its break. */
    public static String line(List<Value> row) {
        return row.stream().map(value -> quoted(field(value.bare()))).collect(Collectors.joining(",", "", "\n"));
    }

    private static String field(Value value) {
        if (value instanceof Value.Whole whole) {
            return whole.number().toString();
        }
        if (value instanceof Value.Real real) {
            return Double.isFinite(real.number()) ? Double.toString(real.number()) : real.text();
        }
        if (value instanceof Value.Flag flag) {
            return Boolean.toString(flag.set());
        }
        return value instanceof Value.Missing || value instanceof Value.Nothing ? "" : value.text();
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
