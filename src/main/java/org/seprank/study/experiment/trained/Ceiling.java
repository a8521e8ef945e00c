package org.seprank.study.experiment.trained;

import com.fasterxml.jackson.databind.JsonNode;
import org.seprank.graph.partition.Partition;
import org.seprank.rank.Certainty;
import org.seprank.report.Value;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.study.engine.Finished;

/**
 * What is known of a separation rank before anything is trained.
 *
 * @param network which network
 * @param partition I
 * @param size of I
 * @param walkIndex for the target
 * @param certified the rank of almost all product networks of these widths; missing where it was not sought
 * @param certainty of that, in a word
 * @param lnUpper ln of the least upper bound, for all weights
 * @param upperBound its name
 */
record Ceiling(
        String network,
        String partition,
        int size,
        double walkIndex,
        Value certified,
        String certainty,
        double lnUpper,
        String upperBound) {
    private static final double SLACK = 1e-9;

    static Ceiling of(TracedTask task, Partition partition, SeparationAnalysis known) {
        return new Ceiling(
                task.name(),
                partition.name(),
                partition.vertices().size(),
                known.walkIndex().doubleValue(),
                known.certified().map(rank -> Value.of(rank.rank())).orElse(Value.missing()),
                known.certified()
                        .map(CertifiedRank::certainty)
                        .map(Certainty::id)
                        .orElse(""),
                known.upper().nats(),
                known.upper().name());
    }

    /** Of a row of a finished cell. */
    static Ceiling of(JsonNode row) {
        double certified = Finished.number(row, "certified");
        return new Ceiling(
                row.path("network").asText(),
                row.path("partition").asText(),
                row.path("size").asInt(),
                Finished.number(row, "walk_index"),
                Double.isNaN(certified) ? Value.missing() : Value.of(Math.round(certified)),
                row.path("certainty").asText(),
                Finished.number(row, "ln_upper"),
                row.path("upper_bound").asText());
    }

    /** Whether a measured rank is not above the least upper bound. */
    boolean allows(double rank) {
        return Math.log(Math.max(1, rank)) <= lnUpper + SLACK;
    }

    /** Whether it is that of this network and partition. */
    boolean isOf(Trace trace) {
        return network.equals(trace.network()) && partition.equals(trace.partition());
    }
}
