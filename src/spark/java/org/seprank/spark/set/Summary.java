package org.seprank.spark.set;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;

/** What many rows have in common: their columns, how many there are, and why some have no answer. */
final class Summary implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, NumberColumn> columns = new TreeMap<>();
    private final TreeMap<String, Left> left = new TreeMap<>();
    private long graphs;

    /**
     * A reason for which graphs have no answer.
     *
     * @param reason in words
     * @param graphs that it holds for
     * @param first of them
     */
    record Left(String reason, long graphs, long first) implements Serializable {
        Left and(Left other) {
            return new Left(reason, graphs + other.graphs, Math.min(first, other.first));
        }
    }

    /** Of all rows. */
    static Summary of(JavaRDD<ItemRow> rows) {
        return rows.treeAggregate(new Summary(), Summary::add, Summary::and);
    }

    private Summary add(ItemRow row) {
        graphs++;
        int place = 0;
        for (Map.Entry<String, Serializable> value : row.values().entrySet()) {
            columns.merge(value.getKey(), NumberColumn.of(row.number(), place++, value.getValue()), NumberColumn::and);
        }
        if (!row.left().isEmpty()) {
            left.merge(row.left(), new Left(row.left(), 1, row.number()), Left::and);
        }
        return this;
    }

    private Summary and(Summary other) {
        graphs += other.graphs;
        other.columns.forEach((name, column) -> columns.merge(name, column, NumberColumn::and));
        other.left.forEach((reason, one) -> left.merge(reason, one, Left::and));
        return this;
    }

    long graphs() {
        return graphs;
    }

    /** In the order of the graphs. */
    List<Left> left() {
        List<Left> sorted = new ArrayList<>(left.values());
        sorted.sort(Comparator.comparingLong(Left::first).thenComparing(Left::reason));
        return sorted;
    }

    /** In the order in which graphs have them. */
    Map<String, NumberColumn> columns() {
        List<Map.Entry<String, NumberColumn>> sorted = new ArrayList<>(columns.entrySet());
        sorted.sort(Comparator.comparingLong(
                        (Map.Entry<String, NumberColumn> one) -> one.getValue().first())
                .thenComparingInt(one -> one.getValue().place()));
        LinkedHashMap<String, NumberColumn> ordered = new LinkedHashMap<>();
        sorted.forEach(one -> ordered.put(one.getKey(), one.getValue()));
        return ordered;
    }
}
