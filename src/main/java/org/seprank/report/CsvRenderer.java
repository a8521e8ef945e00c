package org.seprank.report;

import java.util.List;
import java.util.stream.Collectors;

/** A table as CSV (RFC 4180): a header of the column names, then a line a row; numbers in full precision. */
public final class CsvRenderer {
    private CsvRenderer() {}

    /**
     * One table of a document.
     *
     * @param table its key; empty: the first
     * @throws IllegalArgumentException if there is none
     */
    public static String render(Document document, String table) {
        if (!table.isEmpty()) {
            return render(document.table(table));
        }
        return render(document.tables().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the answer has no table; use --format text or json")));
    }

    /** The table, ending with a line break; a missing value is an empty field. */
    public static String render(Block.Table table) {
        StringBuilder text = new StringBuilder();
        text.append(String.join(",", table.columns())).append('\n');
        for (List<Value> row : table.rows()) {
            text.append(row.stream().map(value -> quoted(field(value))).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String field(Value value) {
        if (value instanceof Value.Marked marked) {
            return field(marked.value());
        }
        if (value instanceof Value.Whole whole) {
            return whole.number().toString();
        }
        if (value instanceof Value.Real real) {
            return Double.isFinite(real.number()) ? Double.toString(real.number()) : real.text();
        }
        return value instanceof Value.Missing ? "" : value.text();
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
