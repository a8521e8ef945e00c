package org.seprank.study.experiment.trained;

import com.fasterxml.jackson.databind.JsonNode;
import org.seprank.report.Value;
import org.seprank.separation.interaction.InteractionMeasures;
import org.seprank.study.engine.Finished;

/**
 * What was measured of a network after an epoch, across a partition.
 *
 * @param network which network
 * @param epoch 0 before the first
 * @param trainAccuracy of that epoch; NaN before the first
 * @param partition I
 * @param rank of the grid, numerically; people are told "at least" where it is the number of samples
 * @param saturated whether it is
 * @param effectiveRank of the grid
 * @param entropy entanglement entropy in nats
 */
record Trace(
        String network,
        int epoch,
        double trainAccuracy,
        String partition,
        Value rank,
        boolean saturated,
        double effectiveRank,
        double entropy) {
    /** What people are not shown beside the rank. */
    static final String SATURATED = "saturated";

    /** An epoch of a network. */
    record When(String network, int epoch, double trainAccuracy) {}

    static Trace of(When when, String partition, InteractionMeasures measures, int samples) {
        int rank = measures.raw().rank();
        return of(
                when,
                partition,
                rank,
                rank >= samples,
                measures.raw().effectiveRank(),
                measures.raw().entanglementEntropy());
    }

    private static Trace of(
            When when, String partition, int rank, boolean saturated, double effectiveRank, double entropy) {
        Value shown = saturated ? Value.of(rank).shown(">= " + rank) : Value.of(rank);
        return new Trace(
                when.network(),
                when.epoch(),
                when.trainAccuracy(),
                partition,
                shown,
                saturated,
                effectiveRank,
                entropy);
    }

    /** Of a row of a finished cell. */
    static Trace of(JsonNode row) {
        When when = new When(
                row.path("network").asText(), row.path("epoch").asInt(), Finished.number(row, "train_accuracy"));
        return of(
                when,
                row.path("partition").asText(),
                row.path("rank").asInt(),
                row.path(SATURATED).asBoolean(),
                Finished.number(row, "effective_rank"),
                Finished.number(row, "entropy"));
    }
}
