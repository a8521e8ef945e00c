package org.seprank.study.interaction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Table;
import org.seprank.separation.interaction.BootstrapInterval;
import org.seprank.separation.interaction.InteractionMeasures;
import org.seprank.separation.interaction.Measure;

/** Rows, and parts of rows, of the tables about measured interaction. */
final class InteractionTables {
    private static final List<Measure> WITH_INTERVALS = List.of(
            Measure.EFFECTIVE_RANK, Measure.ENTROPY, Measure.ENERGY_BEYOND_ADDITIVE, Measure.INTERACTION_ENERGY);

    private InteractionTables() {}

    /** What was measured. */
    record Numbers(
            int rank,
            double effectiveRank,
            double stableRank,
            double entropy,
            double beyondProduct,
            double beyondAdditive,
            double interactionEnergy) {
        static Numbers of(InteractionMeasures measures) {
            return new Numbers(
                    measures.raw().rank(),
                    measures.raw().effectiveRank(),
                    measures.raw().stableRank(),
                    measures.raw().entanglementEntropy(),
                    measures.energyBeyondProduct(),
                    measures.energyBeyondAdditive(),
                    measures.interactionEnergy());
        }
    }

    /** Size, boundary and logarithm of the walk index of a partition. */
    record Side(int size, int boundary, double lnWalkIndex) {
        static Side of(Graph graph, VertexSet inside, double lnWalkIndex) {
            return new Side(inside.size(), inside.boundary(graph).size(), lnWalkIndex);
        }
    }

    /** A bootstrap interval of a measure. */
    record Interval(String partition, String measure, double estimate, double from, double to, double bias) {
        private static Interval of(String partition, Measure measure, BootstrapInterval of) {
            String name = measure.name().toLowerCase(Locale.ROOT);
            return new Interval(partition, name, of.estimate(), of.lower(), of.upper(), of.bias());
        }
    }

    /** A row per measure of a partition that has an interval. */
    static Stream<Interval> intervals(Partition partition, InteractionProbe.Measured measured) {
        return measured.intervals().stream()
                .flatMap(intervals -> WITH_INTERVALS.stream()
                        .flatMap(measure -> Optional.ofNullable(intervals.get(measure))
                                .map(interval -> Interval.of(partition.name(), measure, interval))
                                .stream()));
    }

    /** The table of {@link #intervals}. */
    static Table intervalTable(List<Interval> rows) {
        return Table.of(
                "intervals",
                "Bootstrap percentile intervals, 95 %, over rows and columns; resampling lowers ranks (see bias)",
                Interval.class,
                rows);
    }
}
