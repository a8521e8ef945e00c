package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.List;

/** A figure: what it shows in words, its data, and its picture. */
public sealed interface Drawing permits Chart, NetworkDrawing {
    /** What the figure shows, in a line. */
    String title();

    /** The text alternative: what can be seen, in sentences made from the data. */
    String description();

    /** What is to be seen first, in a sentence with rounded numbers; empty where nothing stands out. */
    String finding();

    /** What the picture shows as lines of characters; none where that would say nothing. */
    default List<String> sketch() {
        return List.of();
    }

    /** The numbers behind the picture. */
    Data data();

    /**
     * The picture as an SVG document without an XML declaration, so that it can also stand inside HTML.
     *
     * @param form how it is drawn
     */
    String toSvg(Form form);

    /** The picture as an SVG document of its own. */
    default String toSvg() {
        return toSvg(Form.alone("drawing"));
    }

    /**
     * The numbers of a figure as a table.
     *
     * @param columns names, lower case with underscores
     * @param rows each as long as {@code columns}; cells are words ({@link String}) or numbers ({@link Double})
     */
    record Data(List<String> columns, List<List<Object>> rows) {
        /** Checks the shape. */
        public Data {
            columns = List.copyOf(columns);
            List<List<Object>> copy = new ArrayList<>();
            for (List<Object> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a row of " + row.size() + " cells is not one of " + columns.size() + " columns");
                }
                copy.add(List.copyOf(row));
            }
            rows = List.copyOf(copy);
        }
    }
}
