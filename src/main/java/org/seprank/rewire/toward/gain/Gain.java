package org.seprank.rewire.toward.gain;

import java.util.Arrays;

/** By how much a move changes the walk index of each interaction: those that it changes, ascending. Immutable. */
public final class Gain {
    /** The gain of a move that changes no walk index. */
    public static final Gain NONE = new Gain(new int[0], new long[0]);

    private final int[] interactions;
    private final long[] changes;

    private Gain(int[] interactions, long[] changes) {
        this.interactions = interactions;
        this.changes = changes;
    }

    /** The entries of {@code changes} that are not 0. */
    static Gain of(long[] changes) {
        int size = 0;
        for (long change : changes) {
            size += change == 0 ? 0 : 1;
        }
        if (size == 0) {
            return NONE;
        }
        int[] interactions = new int[size];
        long[] others = new long[size];
        for (int i = 0, at = 0; i < changes.length; i++) {
            if (changes[i] != 0) {
                interactions[at] = i;
                others[at++] = changes[i];
            }
        }
        return new Gain(interactions, others);
    }

    /** The number of interactions whose walk index changes. */
    public int size() {
        return changes.length;
    }

    /** The number of the {@code i}-th of them. */
    public int interaction(int i) {
        return interactions[i];
    }

    /** The change of its walk index, not 0. */
    public long change(int i) {
        return changes[i];
    }

    @Override
    public String toString() {
        return Arrays.toString(interactions) + " by " + Arrays.toString(changes);
    }
}
