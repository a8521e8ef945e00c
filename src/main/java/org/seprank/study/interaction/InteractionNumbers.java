package org.seprank.study.interaction;

import org.seprank.rank.Certainty;
import org.seprank.separation.interaction.InteractionMeasures;

/**
 * The columns that every table about measured interaction has; see {@link InteractionMeasures}.
 *
 * @param rank the numerical rank
 * @param effectiveRank of the grid
 * @param stableRank of the grid
 * @param entropy entanglement entropy in nats
 * @param beyondProduct the share of the squared norm beyond the best product
 * @param beyondAdditive the share of interaction in the two-way analysis of variance
 * @param interactionEnergy the share of the variation beyond the best additive function and then product
 */
record InteractionNumbers(
        int rank,
        double effectiveRank,
        double stableRank,
        double entropy,
        double beyondProduct,
        double beyondAdditive,
        double interactionEnergy) {
    static InteractionNumbers of(InteractionMeasures measures) {
        return new InteractionNumbers(
                measures.raw().rank(),
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
