package org.seprank.study.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seprank.gnn.Network;
import org.seprank.gnn.probe.Scalar;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.separation.interaction.BootstrapInterval;
import org.seprank.separation.interaction.InteractionMeasure;
import org.seprank.work.Progress;

/** The tables about a network's interaction across given partitions. */
final class InteractionTables {
    private static final List<InteractionMeasure> WITH_INTERVALS = List.of(
            InteractionMeasure.EFFECTIVE_RANK,
            InteractionMeasure.ENTROPY,
            InteractionMeasure.ENERGY_BEYOND_ADDITIVE,
            InteractionMeasure.INTERACTION_ENERGY);

    private InteractionTables() {}

    private record Row(
            String partition,
            int size,
            int boundary,
            double lnWalkIndex,
            double tolerance,
            InteractionNumbers measures) {}

    private record Interval(
            String partition, InteractionMeasure measure, double estimate, double from, double to, double bias) {}

    /**
     * A row per partition, and a row per partition and measure that has an interval.
     *
     * @param grids gets what was measured
     */
    static List<Block> of(
            InteractionProbe probe, List<Partition> partitions, Network network, GridFile grids, Progress progress) {
        Scalar scalar = probe.scalar(network);
        List<Row> rows = new ArrayList<>();
        List<Interval> intervals = new ArrayList<>();
        for (Partition partition : partitions) {
            InteractionProbe.Measured measured =
                    probe.measureWithIntervals(network, partition.vertices(), scalar, progress);
            grids.add(partition, measured.grid());
            rows.add(row(probe, partition, network, measured));
            measured.intervals().ifPresent(known -> intervals.addAll(intervals(partition, known)));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Table.of("interactions", "Interaction across each partition", Row.class, rows)
                .hiding(InteractionNumbers.SATURATED));
        blocks.add(new Block.Note("Each rank is a lower bound on the separation rank of the trained function, witnessed"
                + " by these samples at the tolerance; entropies are in nats."));
        if (rows.stream().anyMatch(row -> row.measures().saturated())) {
            blocks.add(new Block.Note(
                    "A rank marked >= is the number of samples, the largest that they can show: offer more"
                            + " with --samples " + 2 * probe.samples() + "."));
        }
        if (probe.resamples()) {
            blocks.add(Table.of(
                    "intervals",
                    "Bootstrap intervals, 95 %, over rows and columns, freed of the bias of resampling",
                    Interval.class,
                    intervals));
        }
        return blocks;
    }

    private static Row row(
            InteractionProbe probe, Partition partition, Network network, InteractionProbe.Measured measured) {
        return new Row(
                partition.name(),
                partition.vertices().size(),
                partition.vertices().boundary(probe.probed().graph()).size(),
                probe.logWalkIndex(network, partition.vertices()),
                InteractionNumbers.tolerance(measured.measures()),
                InteractionNumbers.of(measured.measures(), probe.samples()));
    }

    private static List<Interval> intervals(Partition partition, Map<InteractionMeasure, BootstrapInterval> known) {
        return WITH_INTERVALS.stream()
                .flatMap(measure -> Optional.ofNullable(known.get(measure)).stream()
                        .map(interval -> new Interval(
                                partition.name(),
                                measure,
                                interval.estimate(),
                                interval.lower(),
                                interval.upper(),
                                interval.bias())))
                .toList();
    }
}
