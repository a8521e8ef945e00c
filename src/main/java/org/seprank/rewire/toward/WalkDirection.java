package org.seprank.rewire.toward;

/**
 * Where the walk indices of a goal are to go. STRENGTHEN and WEAKEN compare the vector of walk indices sorted
 * ascending, lexicographically, as Walk Index Sparsification does (Algorithm 1 of arXiv 2211.16494).
 */
public enum WalkDirection {
    /** The vector is to rise most: the weakest interaction first. No removal does that: walk indices never rise. */
    STRENGTHEN(true, true),
    /** The vector is to fall most: the weakest interaction first, until it is gone. No addition does that. */
    WEAKEN(true, false),
    /**
     * The vector sorted descending is to fall most: the strongest interaction first, which is STRENGTHEN with the sign
     * of all walk indices turned. No addition does that.
     */
    WEAKEN_STRONGEST(false, false);

    private final boolean ascending;
    private final boolean rising;

    WalkDirection(boolean ascending, boolean rising) {
        this.ascending = ascending;
        this.rising = rising;
    }

    /** Whether the vector is compared from its smallest entry on. */
    boolean ascending() {
        return ascending;
    }

    /** Whether the larger vector is the better one. */
    boolean rising() {
        return rising;
    }
}
