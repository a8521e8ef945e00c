package org.seprank.dataset.io;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.seprank.dataset.Coding;
import org.seprank.dataset.Features;

/**
 * Features as files of many graphs hold them: columns of categories and numbers behind them. Categories are written
 * only where the file, read again, has the same features: every row has one number of every category column, and every
 * number occurs.
 */
final class CodedRows {
    private final Features features;
    private final List<List<Long>> categories;
    private final float[] row;

    private CodedRows(Features features, List<List<Long>> categories) {
        this.features = features;
        this.categories = categories;
        this.row = new float[features.columns()];
    }

    static CodedRows of(Features features, List<List<Long>> categories) {
        boolean coded = Coding.width(categories) > 0 && new CodedRows(features, categories).areOneHot();
        return new CodedRows(features, coded ? categories : List.of());
    }

    private boolean areOneHot() {
        int width = Coding.width(categories);
        if (width > row.length) {
            return false;
        }
        BitSet seen = new BitSet(width);
        for (int i = 0; i < features.rows(); i++) {
            features.copyRow(i, row, 0);
            int first = 0;
            for (List<Long> column : categories) {
                int set = place(first, first + column.size());
                if (set < 0) {
                    return false;
                }
                seen.set(set);
                first += column.size();
            }
        }
        return seen.cardinality() == width;
    }

    /** The one column that is 1 where the others are 0; -1 where there is none. */
    private int place(int from, int to) {
        int place = -1;
        for (int c = from; c < to; c++) {
            if (row[c] == 1 && place < 0) {
                place = c;
            } else if (row[c] != 0) {
                return -1;
            }
        }
        return place;
    }

    /** How many columns of categories there are. */
    int categoryCount() {
        return categories.size();
    }

    /** How many numbers follow them. */
    int numberCount() {
        return row.length - Coding.width(categories);
    }

    /** The categories of a row. */
    List<String> categories(int i) {
        features.copyRow(i, row, 0);
        List<String> fields = new ArrayList<>();
        int first = 0;
        for (List<Long> column : categories) {
            fields.add(column.get(place(first, first + column.size()) - first).toString());
            first += column.size();
        }
        return fields;
    }

    /** The numbers of a row. */
    List<String> numbers(int i) {
        features.copyRow(i, row, 0);
        List<String> fields = new ArrayList<>();
        for (int c = Coding.width(categories); c < row.length; c++) {
            fields.add(row[c] == (int) row[c] ? Integer.toString((int) row[c]) : Float.toString(row[c]));
        }
        return fields;
    }
}
