package org.seprank.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.report.chart.Drawing;

/** A part of a {@link Document}. Keys name a part for machines, titles for people. */
public sealed interface Block {
    /** A name as people read it. */
    static String heading(String name) {
        return name.replace('_', ' ');
    }

    /**
     * Single values with names.
     *
     * @param key for machines, such as "graph"
     * @param title for people
     * @param values by name, in order; names are lower case with underscores
     */
    record Facts(String key, String title, Map<String, Value> values) implements Block {
        /** Keeps the order. */
        public Facts {
            values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * Rows of values.
     *
     * @param key for machines, such as "partitions"
     * @param title for people
     * @param columns names, lower case with underscores; an underscore is shown as a space
     * @param rows each as long as {@code columns}
     */
    record Table(String key, String title, List<String> columns, List<List<Value>> rows) implements Block {
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

        /** Whether a column has words only, which stand to the left; numbers stand to the right. */
        boolean isText(int column) {
            return rows.stream()
                    .map(row -> row.get(column))
                    .allMatch(value -> value instanceof Value.Text || value instanceof Value.Missing);
        }
    }

    /**
     * A picture.
     *
     * @param key for machines, such as "walk_index_by_depth"; of letters, digits, - and _, and no other figure's
     * @param title for people: a caption
     * @param drawing what is shown
     */
    record Figure(String key, String title, Drawing drawing) implements Block {
        /** Checks the key, which names files and elements. */
        public Figure {
            if (!key.matches("[A-Za-z0-9_-]+")) {
                throw new IllegalArgumentException("figure key '" + key + "' is not of letters, digits, - and _");
            }
        }
    }

    /**
     * A sentence or two for people, under the block before it.
     *
     * @param text plain text
     */
    record Note(String text) implements Block {}
}
