package org.seprank.study.interaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.gnn.Network;
import org.seprank.gnn.probe.Scalar;
import org.seprank.gnn.training.Epoch;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;
import org.seprank.separation.interaction.InteractionMeasures;
import org.seprank.work.Progress;

/** The interaction of a network after some of the epochs of its training. */
final class TrainingHistory {
    private static final int MOST_SERIES = 12;

    private final InteractionProbe probe;
    private final List<Partition> partitions;
    private final Progress progress;
    private final boolean companions;
    private final InteractionCompanions.SmoothnessHistory smoothness;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, List<Series.Point>> entropies = new LinkedHashMap<>();
    private final Map<String, List<Series.Point>> energies = new LinkedHashMap<>();

    /**
     * Nothing yet.
     *
     * @param companions whether the smoothness and the ranks of layers are measured too
     */
    TrainingHistory(InteractionProbe probe, List<Partition> partitions, boolean companions, Progress progress) {
        this.probe = probe;
        this.partitions = partitions;
        this.companions = companions;
        this.smoothness = new InteractionCompanions.SmoothnessHistory(probe);
        this.progress = progress;
    }

    private record Row(
            int epoch, double loss, double validation, double test, String partition, InteractionNumbers measures) {}

    void add(Network network, Epoch epoch) {
        if (companions) {
            smoothness.add(network, epoch.number());
        }
        Scalar scalar = probe.scalar(network);
        for (Partition partition : partitions) {
            InteractionMeasures measures = probe.measure(network, partition.vertices(), scalar, progress.silent());
            rows.add(new Row(
                    epoch.number(),
                    epoch.loss(),
                    epoch.validation(),
                    epoch.test(),
                    partition.name(),
                    InteractionNumbers.of(measures, probe.samples())));
            put(entropies, partition, epoch, measures.raw().entanglementEntropy());
            put(energies, partition, epoch, measures.interactionEnergy());
        }
    }

    private static void put(Map<String, List<Series.Point>> lines, Partition partition, Epoch epoch, double value) {
        lines.computeIfAbsent(partition.name(), name -> new ArrayList<>()).add(Series.Point.of(epoch.number(), value));
    }

    /** Tables and two line charts; nothing if nothing was measured. */
    List<Block> blocks() {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>(interactions());
        blocks.addAll(smoothness.blocks());
        return blocks;
    }

    private List<Block> interactions() {
        return List.of(
                Table.of("training", "Over training", Row.class, rows).hiding(InteractionNumbers.SATURATED),
                chart("entropy_over_training", "Entanglement entropy over training", "entropy", "nats", entropies),
                chart("energy_over_training", "Interaction energy over training", "interaction energy", "", energies));
    }

    private static Block chart(
            String key, String title, String quantity, String unit, Map<String, List<Series.Point>> lines) {
        List<Series> series = lines.entrySet().stream()
                .limit(MOST_SERIES)
                .map(line -> Series.of(line.getKey(), line.getValue()))
                .toList();
        String caption = title + Series.shownOf(series.size(), lines.size(), "partitions");
        Axis up = Axis.linear(quantity).withUnit(unit);
        return new Block.Figure(key, caption, new LineChart(caption, Axis.linear("epoch"), up, series));
    }
}
