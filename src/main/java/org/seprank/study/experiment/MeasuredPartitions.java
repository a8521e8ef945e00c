package org.seprank.study.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.seprank.report.Value;
import org.seprank.report.chart.ScatterChart;
import org.seprank.study.interaction.AcrossPartitions;

/**
 * What was measured of one network across random partitions, as far as it is reported.
 *
 * @param rows one per partition
 */
record MeasuredPartitions(List<Row> rows) {
    /**
     * One partition.
     *
     * @param boundary the number of vertices of its boundary
     * @param logWalkIndex in nats
     * @param entropy entanglement entropy in nats
     * @param energy interaction energy
     */
    record Row(int boundary, double logWalkIndex, double entropy, double energy) {}

    /** Keeps the order. */
    MeasuredPartitions {
        rows = List.copyOf(rows);
    }

    static MeasuredPartitions of(AcrossPartitions across) {
        return new MeasuredPartitions(across.rows().stream()
                .map(row -> new Row(row.boundary(), row.logWalkIndex(), row.entropy(), row.energy()))
                .toList());
    }

    /** The inverse of {@link #values}. */
    static MeasuredPartitions of(Map<String, Double> values) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; values.containsKey("boundary " + i); i++) {
            rows.add(new Row(
                    (int) value(values, "boundary " + i),
                    value(values, "walk " + i),
                    value(values, "entropy " + i),
                    value(values, "energy " + i)));
        }
        return new MeasuredPartitions(rows);
    }

    private static double value(Map<String, Double> values, String key) {
        return values.getOrDefault(key, Double.NaN);
    }

    /** The values of a cell. */
    Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            values.put("boundary " + i, (double) rows.get(i).boundary());
            values.put("walk " + i, rows.get(i).logWalkIndex());
            values.put("entropy " + i, rows.get(i).entropy());
            values.put("energy " + i, rows.get(i).energy());
        }
        return values;
    }

    /** Points of a scatter chart over ln walk index. */
    List<ScatterChart.Point> points(ToDoubleFunction<Row> measured) {
        return rows.stream()
                .map(row -> new ScatterChart.Point(
                        row.logWalkIndex(), measured.applyAsDouble(row), "boundary " + row.boundary()))
                .toList();
    }

    /** As {@link AcrossPartitions#correlation(String, double[], double[], long)}. */
    List<Value> correlation(String name, ToDoubleFunction<Row> measured, long seed) {
        return AcrossPartitions.correlation(
                name,
                rows.stream().mapToDouble(Row::logWalkIndex).toArray(),
                rows.stream().mapToDouble(measured).toArray(),
                seed);
    }
}
