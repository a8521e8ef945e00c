package org.seprank.separation.interaction;

/** A number of {@link InteractionMeasures}, for tables, intervals and correlations. */
public enum InteractionMeasure {
    /** The numerical rank of F. */
    RANK,
    /** The effective rank of F. */
    EFFECTIVE_RANK,
    /** The stable rank of F. */
    STABLE_RANK,
    /** The entanglement entropy of F in nats. */
    ENTROPY,
    /** The share of F's energy beyond a product. */
    ENERGY_BEYOND_PRODUCT,
    /** The numerical rank of the centred grid. */
    CENTRED_RANK,
    /** The effective rank of the centred grid. */
    CENTRED_EFFECTIVE_RANK,
    /** The stable rank of the centred grid. */
    CENTRED_STABLE_RANK,
    /** The entanglement entropy of the centred grid in nats. */
    CENTRED_ENTROPY,
    /** The share of F's variation beyond an additive function. */
    ENERGY_BEYOND_ADDITIVE,
    /** The share of F's variation beyond an additive function and a product. */
    INTERACTION_ENERGY;

    /** The least value on a grid that is not zero. */
    double least() {
        return switch (this) {
            case RANK, EFFECTIVE_RANK, STABLE_RANK -> 1;
            default -> 0;
        };
    }

    /** The greatest value on a grid of so many rows and columns. */
    double greatest(int rows, int columns) {
        int most = Math.min(rows, columns);
        return switch (this) {
            case RANK, EFFECTIVE_RANK, STABLE_RANK, CENTRED_RANK, CENTRED_EFFECTIVE_RANK, CENTRED_STABLE_RANK -> most;
            case ENTROPY, CENTRED_ENTROPY -> Math.log(most);
            case ENERGY_BEYOND_PRODUCT, ENERGY_BEYOND_ADDITIVE, INTERACTION_ENERGY -> 1;
        };
    }

    /** This number among the measures of a grid. */
    double of(InteractionMeasures measures) {
        return switch (this) {
            case RANK -> measures.raw().rank();
            case EFFECTIVE_RANK -> measures.raw().effectiveRank();
            case STABLE_RANK -> measures.raw().stableRank();
            case ENTROPY -> measures.raw().entanglementEntropy();
            case ENERGY_BEYOND_PRODUCT -> measures.energyBeyondProduct();
            case CENTRED_RANK -> measures.centred().rank();
            case CENTRED_EFFECTIVE_RANK -> measures.centred().effectiveRank();
            case CENTRED_STABLE_RANK -> measures.centred().stableRank();
            case CENTRED_ENTROPY -> measures.centred().entanglementEntropy();
            case ENERGY_BEYOND_ADDITIVE -> measures.energyBeyondAdditive();
            case INTERACTION_ENERGY -> measures.interactionEnergy();
        };
    }
}
