package org.seprank.study.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.separation.interaction.BootstrapInterval;
import org.seprank.separation.interaction.InteractionMeasures;
import org.seprank.separation.interaction.Measure;

/** Rows of the tables about measured interaction. */
final class InteractionTables {
    /** The columns that {@link #numbers} fills. */
    static final List<String> NUMBERS = List.of(
            "rank",
            "effective_rank",
            "stable_rank",
            "entropy",
            "beyond_product",
            "beyond_additive",
            "interaction_energy");

    private static final List<Measure> WITH_INTERVALS = List.of(
            Measure.EFFECTIVE_RANK, Measure.ENTROPY, Measure.ENERGY_BEYOND_ADDITIVE, Measure.INTERACTION_ENERGY);

    private InteractionTables() {}

    static List<String> columns(String... before) {
        List<String> columns = new ArrayList<>(List.of(before));
        columns.addAll(NUMBERS);
        return columns;
    }

    static List<Value> row(List<Value> before, InteractionMeasures measures) {
        List<Value> row = new ArrayList<>(before);
        row.addAll(numbers(measures));
        return row;
    }

    private static List<Value> numbers(InteractionMeasures measures) {
        return List.of(
                Value.of(measures.raw().rank()),
                Value.of(measures.raw().effectiveRank()),
                Value.of(measures.raw().stableRank()),
                Value.of(measures.raw().entanglementEntropy()),
                Value.of(measures.energyBeyondProduct()),
                Value.of(measures.energyBeyondAdditive()),
                Value.of(measures.interactionEnergy()));
    }

    /** Size, boundary and logarithm of the walk index of a partition. */
    static List<Value> facts(Graph graph, VertexSet inside, double logWalkIndex) {
        return List.of(Value.of(inside.size()), Value.of(inside.boundary(graph).size()), Value.of(logWalkIndex));
    }

    /** A row per partition and measure that has an interval. */
    static List<List<Value>> intervals(Partition partition, InteractionProbe.Measured measured) {
        List<List<Value>> rows = new ArrayList<>();
        if (measured.intervals().isEmpty()) {
            return rows;
        }
        for (Measure measure : WITH_INTERVALS) {
            BootstrapInterval interval = measured.intervals().get().get(measure);
            if (interval != null) {
                rows.add(List.of(
                        Value.of(partition.name()),
                        Value.of(measure.name().toLowerCase(Locale.ROOT)),
                        Value.of(interval.estimate()),
                        Value.of(interval.lower()),
                        Value.of(interval.upper()),
                        Value.of(interval.bias())));
            }
        }
        return rows;
    }

    /** The table of {@link #intervals}. */
    static Block intervalTable(List<List<Value>> rows) {
        return new Table(
                "intervals",
                "Bootstrap percentile intervals, 95 %, over rows and columns; resampling lowers ranks (see bias)",
                List.of("partition", "measure", "estimate", "from", "to", "bias"),
                rows);
    }
}
