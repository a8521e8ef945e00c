package org.seprank.rewire;

/**
 * What a removal method heeds beside its criterion.
 *
 * @param ties which of equally good edges goes first
 * @param chunk the edges are ranked once, the best {@code chunk} of them removed in that order, then ranked again; 1 is
 *     the exact greedy choice, 100 the default of the official implementation
 * @param keepConnected never split a component: an edge that is a bridge when its turn comes stays for good
 * @param noIsolated never take a vertex's last edge
 */
public record RemovalRules(Ties ties, int chunk, boolean keepConnected, boolean noIsolated) {
    private static final RemovalRules DEFAULTS = new RemovalRules(Ties.FIRST, 1, false, false);

    /** Checks the chunk. */
    public RemovalRules {
        if (chunk < 1) {
            throw new IllegalArgumentException("chunk " + chunk + " is not at least 1");
        }
    }

    /** Ties to the first edge, one edge at a time, any edge may go. */
    public static RemovalRules defaults() {
        return DEFAULTS;
    }

    /** The same with another tie rule. */
    public RemovalRules withTies(Ties other) {
        return new RemovalRules(other, chunk, keepConnected, noIsolated);
    }

    /** The same with another chunk. */
    public RemovalRules withChunk(int other) {
        return new RemovalRules(ties, other, keepConnected, noIsolated);
    }

    /** The same, splitting components or not. */
    public RemovalRules withKeepConnected(boolean other) {
        return new RemovalRules(ties, chunk, other, noIsolated);
    }

    /** The same, isolating vertices or not. */
    public RemovalRules withNoIsolated(boolean other) {
        return new RemovalRules(ties, chunk, keepConnected, other);
    }
}
