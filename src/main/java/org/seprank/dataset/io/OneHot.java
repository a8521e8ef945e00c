package org.seprank.dataset.io;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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

    Features build() {
        int width = categories.isEmpty() ? 0 : categories.get(0).length;
        List<TreeMap<Long, Integer>> columns = new ArrayList<>();
        int next = 0;
        for (int c = 0; c < width; c++) {
            TreeMap<Long, Integer> distinct = new TreeMap<>();
            for (long[] row : categories) {
                distinct.put(row[c], 0);
            }
            for (var value : distinct.entrySet()) {
                value.setValue(next++);
            }
            columns.add(distinct);
        }
        EntryCollector entries = new EntryCollector();
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < width; c++) {
                entries.add(i, columns.get(c).getOrDefault(categories.get(i)[c], 0), 1);
            }
        }
        numbers.copyInto(entries, next);
        return entries.build(rows, next + numbers.width());
    }
}
