package org.seprank.study.interaction;

import org.seprank.rank.Certainty;
import org.seprank.report.Value;
import org.seprank.separation.interaction.InteractionMeasures;

/**
 * The columns that every table about measured interaction has; see {@link InteractionMeasures}.
 *
 * @param rank the numerical rank; people are told "at least" where it is that of as many samples
 * @param saturated whether the rank is the number of samples, so that more samples may show a larger one
 * @param effectiveRank of the grid
 * @param stableRank of the grid
 * @param entropy entanglement entropy in nats
 * @param beyondProduct the share of the squared norm beyond the best product
 * @param beyondAdditive the share of interaction in the two-way analysis of variance
 * @param interactionEnergy the share of the variation beyond the best additive function and then product
 */
record InteractionNumbers(
        Value rank,
        boolean saturated,
        double effectiveRank,
        double stableRank,
        double entropy,
        double beyondProduct,
        double beyondAdditive,
        double interactionEnergy) {
    /** What people are not shown beside the rank. */
    static final String SATURATED = "saturated";

    /**
     * The columns.
     *
     * @param samples of either side
     */
    static InteractionNumbers of(InteractionMeasures measures, int samples) {
        int rank = measures.raw().rank();
        boolean saturated = rank >= samples;
        return new InteractionNumbers(
                saturated ? Value.of(rank).shown(">= " + rank) : Value.of(rank),
                saturated,
                measures.raw().effectiveRank(),
                measures.raw().stableRank(),
                measures.raw().entanglementEntropy(),
                measures.energyBeyondProduct(),
                measures.energyBeyondAdditive(),
                measures.interactionEnergy());
    }

    /** The threshold below which singular values count as 0; NaN where the rank is found another way. */
    static double tolerance(InteractionMeasures measures) {
        return measures.certainty() instanceof Certainty.Numerical numerical ? numerical.tolerance() : Double.NaN;
    }
}
