package org.seprank.rewire.toward;

import java.util.BitSet;
import org.seprank.rewire.toward.gain.Gain;
import org.seprank.rewire.toward.gain.LiveIndices;
import org.seprank.rewire.toward.gain.Move;

/** A move with what is known of its gain. */
final class Candidate {
    private final Move move;
    private Gain gain = Gain.NONE;
    private Gain floor = Gain.NONE; // of a removal that was counted with one
    private boolean counted;
    private boolean current;

    Candidate(Move move) {
        this.move = move;
    }

    Move move() {
        return move;
    }

    /** The gain when it was last counted. */
    Gain gain() {
        return gain;
    }

    /** What the gain of a removal has not fallen below since it was last counted. */
    Gain floor() {
        return floor;
    }

    /** Whether it has been counted, perhaps long ago. */
    boolean counted() {
        return counted;
    }

    /** Whether the gain is that of the graph as it is. */
    boolean current() {
        return current;
    }

    void count(LiveIndices indices, boolean withFloor) {
        gain = indices.gain(move);
        floor = withFloor ? indices.floorOfRemoval(move) : Gain.NONE;
        counted = true;
        current = true;
    }

    /** Notes that the graph has changed at those vertices. */
    void outdate(BitSet touched) {
        current &= !move.touches(touched);
    }
}
