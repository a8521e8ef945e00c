package org.seprank.rewire.toward;

import java.util.Set;
import org.seprank.rewire.toward.gain.Move;

/**
 * What the parts of a run need to know of its rewirer.
 *
 * @param direction where the walk indices are to go
 * @param kinds the moves allowed that can lead there
 * @param keepConnected never split a component
 * @param full count all gains at every step, as a check of not doing so
 */
record RunSettings(WalkDirection direction, Set<Move.Kind> kinds, boolean keepConnected, boolean full) {
    /** Copies the set. */
    RunSettings {
        kinds = Set.copyOf(kinds);
    }

    /**
     * Whether only removals are made: walks become fewer then with every move, and a removal's floor holds until the
     * end.
     */
    boolean onlyRemovals() {
        return kinds.equals(Set.of(Move.Kind.REMOVE));
    }
}
