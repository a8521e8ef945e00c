package org.seprank.dataset.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.seprank.dataset.Features;
import org.seprank.dataset.file.EntryCollector;

/**
 * Rows of categories and numbers collected into features: each category column becomes as many columns as it has
 * distinct values, in their order, and the numbers follow.
 */
final class OneHot {
    private final List<long[]> categories = new ArrayList<>();
    private final EntryCollector numbers = new EntryCollector();
    private int rows;

    /** Adds a row; all rows have equally many of both. */
    void add(long[] category, float[] values) {
        categories.add(category);
        for (int j = 0; j < values.length; j++) {
            numbers.add(rows, j, values[j]);
        }
        rows++;
    }

    int rows() {
        return rows;
    }

    /** The distinct values of each category column, ascending. */
    List<List<Long>> distinct() {
        int width = categories.isEmpty() ? 0 : categories.get(0).length;
        List<List<Long>> columns = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            TreeSet<Long> values = new TreeSet<>();
            for (long[] row : categories) {
                values.add(row[c]);
            }
            columns.add(List.copyOf(values));
        }
        return columns;
    }

    Features build() {
        List<List<Long>> columns = distinct();
        EntryCollector entries = new EntryCollector();
        int first = 0;
        for (int c = 0; c < columns.size(); c++) {
            for (int i = 0; i < rows; i++) {
                entries.add(
                        i,
                        first
                                + Collections.binarySearch(
                                        columns.get(c), categories.get(i)[c]),
                        1);
            }
            first += columns.get(c).size();
        }
        numbers.copyInto(entries, first);
        return entries.build(rows, first + numbers.width());
    }
}
