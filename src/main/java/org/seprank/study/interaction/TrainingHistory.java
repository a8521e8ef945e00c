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
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;
import org.seprank.separation.interaction.InteractionMeasures;
import org.seprank.work.Progress;

/** The interaction of a network after some of the epochs of its training. */
final class TrainingHistory {
    private final InteractionProbe probe;
    private final List<Partition> partitions;
    private final List<List<Value>> rows = new ArrayList<>();
    private final Map<String, List<Series.Point>> entropies = new LinkedHashMap<>();
    private final Map<String, List<Series.Point>> energies = new LinkedHashMap<>();

    TrainingHistory(InteractionProbe probe, List<Partition> partitions) {
        this.probe = probe;
        this.partitions = partitions;
    }

    void add(Network network, Epoch epoch) {
        Scalar scalar = probe.scalar(network);
        for (Partition partition : partitions) {
            InteractionMeasures measures = probe.measure(network, partition.vertices(), scalar, Progress.none())
                    .measures();
            rows.add(InteractionTables.row(
                    List.of(
                            Value.of(epoch.number()),
                            Value.of(epoch.loss()),
                            Value.of(epoch.validation()),
                            Value.of(epoch.test()),
                            Value.of(partition.name())),
                    measures));
            put(entropies, partition, epoch, measures.raw().entanglementEntropy());
            put(energies, partition, epoch, measures.interactionEnergy());
        }
    }

    private static void put(Map<String, List<Series.Point>> lines, Partition partition, Epoch epoch, double value) {
        lines.computeIfAbsent(partition.name(), name -> new ArrayList<>()).add(Series.Point.of(epoch.number(), value));
    }

    /** A table and two line charts; nothing if nothing was measured. */
    List<Block> blocks() {
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Table(
                        "training",
                        "Over training",
                        InteractionTables.columns("epoch", "loss", "validation", "test", "partition"),
                        rows),
                chart("entropy-over-training", "Entanglement entropy over training", "entropy", "nats", entropies),
                chart("energy-over-training", "Interaction energy over training", "interaction energy", "", energies));
    }

    private static Block chart(
            String key, String title, String quantity, String unit, Map<String, List<Series.Point>> lines) {
        List<Series> series = lines.entrySet().stream()
                .map(line -> Series.of(line.getKey(), line.getValue()))
                .toList();
        Axis up = Axis.linear(quantity).withUnit(unit);
        return new Block.Figure(key, title, new LineChart(title, Axis.linear("epoch"), up, series));
    }
}
