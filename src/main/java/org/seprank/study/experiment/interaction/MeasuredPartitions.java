package org.seprank.study.experiment.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.chart.ScatterChart;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.SeparationProblem;
import org.seprank.study.engine.Finished;
import org.seprank.study.interaction.AcrossPartitions;

/**
 * What was measured across random partitions, of one network or as the mean of several, and what theory says of each.
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
     * @param dimension the interaction dimension; 0 for one layer
     * @param lnRankFrom the greatest lower bound on the separation rank of product networks of these widths, in nats
     * @param lnRankTo the least upper bound
     * @param entropy entanglement entropy in nats
     * @param energy interaction energy
     */
    record Row(
            int boundary,
            double logWalkIndex,
            int dimension,
            double lnRankFrom,
            double lnRankTo,
            double entropy,
            double energy) {
        private static Row of(AcrossPartitions.Row measured, SeparationProblem problem) {
            SeparationAnalysis analysis = SeparationAnalysis.of(problem);
            return new Row(
                    measured.boundary(),
                    measured.logWalkIndex(),
                    analysis.interactionDimension()
                            .map(dimension -> dimension.value())
                            .orElse(0),
                    analysis.lower().nats(),
                    analysis.upper().nats(),
                    measured.entropy(),
                    measured.energy());
        }

        private Row with(double otherEntropy, double otherEnergy) {
            return new Row(boundary, logWalkIndex, dimension, lnRankFrom, lnRankTo, otherEntropy, otherEnergy);
        }
    }

    /** Keeps the order. */
    MeasuredPartitions {
        rows = List.copyOf(rows);
    }

    /** Beside the theory of product networks of these widths, of the same depth and target. */
    static MeasuredPartitions of(AcrossPartitions across, int inputWidth, int hiddenWidth) {
        return new MeasuredPartitions(across.rows().stream()
                .map(row -> Row.of(row, row.problem().withWidths(inputWidth, hiddenWidth)))
                .toList());
    }

    /** Of a cell with this {@link #block}. */
    static MeasuredPartitions of(Finished cell) {
        return new MeasuredPartitions(cell.rows(KEY).stream()
                .map(row -> new Row(
                        row.path("boundary").asInt(),
                        Finished.number(row, "log_walk_index"),
                        row.path("dimension").asInt(),
                        Finished.number(row, "ln_rank_from"),
                        Finished.number(row, "ln_rank_to"),
                        Finished.number(row, "entropy"),
                        Finished.number(row, "energy")))
                .toList());
    }

    /** The means over networks, one at least, that were measured on the same partitions. */
    static MeasuredPartitions mean(List<MeasuredPartitions> networks) {
        List<Row> means = new ArrayList<>();
        for (int i = 0; i < networks.get(0).rows().size(); i++) {
            int partition = i;
            List<Row> all =
                    networks.stream().map(one -> one.rows().get(partition)).toList();
            means.add(all.get(0)
                    .with(
                            all.stream().mapToDouble(Row::entropy).average().orElseThrow(),
                            all.stream().mapToDouble(Row::energy).average().orElseThrow()));
        }
        return new MeasuredPartitions(means);
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

    /** A measure of each partition. */
    double[] values(ToDoubleFunction<Row> measured) {
        return rows.stream().mapToDouble(measured).toArray();
    }
}
