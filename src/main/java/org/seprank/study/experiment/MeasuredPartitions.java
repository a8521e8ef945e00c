package org.seprank.study.experiment;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.chart.ScatterChart;
import org.seprank.study.engine.Finished;
import org.seprank.study.interaction.AcrossPartitions;
import org.seprank.study.interaction.RankCorrelation;

/**
 * What was measured of one network across random partitions, as far as it is reported.
 *
 * @param rows one per partition
 */
record MeasuredPartitions(List<Row> rows) {
    private static final String KEY = "partitions";

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

    /** Of a cell with this {@link #block}. */
    static MeasuredPartitions of(Finished cell) {
        return new MeasuredPartitions(cell.rows(KEY).stream()
                .map(row -> new Row(
                        row.path("boundary").asInt(),
                        Finished.number(row, "log_walk_index"),
                        Finished.number(row, "entropy"),
                        Finished.number(row, "energy")))
                .toList());
    }

    /** What a cell answers. */
    Block block() {
        return Table.of(KEY, "Measured on random partitions", Row.class, rows);
    }

    /** Points of a scatter chart over ln walk index. */
    List<ScatterChart.Point> points(ToDoubleFunction<Row> measured) {
        return rows.stream()
                .map(row -> new ScatterChart.Point(
                        row.logWalkIndex(), measured.applyAsDouble(row), "boundary " + row.boundary()))
                .toList();
    }

    /** Of a measure with the walk index. */
    RankCorrelation correlation(String name, ToDoubleFunction<Row> measured, long seed) {
        return RankCorrelation.of(
                name,
                rows.stream().mapToDouble(Row::logWalkIndex).toArray(),
                rows.stream().mapToDouble(measured).toArray(),
                seed);
    }
}
