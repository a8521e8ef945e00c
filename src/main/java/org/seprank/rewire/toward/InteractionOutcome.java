package org.seprank.rewire.toward;

import java.util.List;
import org.seprank.rewire.edit.EditList;

/**
 * What an {@link InteractionRewirer} did. The walk indices are exact.
 *
 * @param edits in order
 * @param editsPerMove how many edits each move has, in order: a prefix of the edits that ends with a move is the result
 *     for that smaller budget
 * @param before the walk index of every interaction before the edits, in the order of the goal
 * @param after those after all edits
 * @param ending why there are no more edits
 */
record InteractionOutcome(
        EditList edits, List<Integer> editsPerMove, List<Long> before, List<Long> after, Ending ending) {
    /** Why a run ended. */
    enum Ending {
        /** The next move would have had more edits than were left. */
        BUDGET,
        /** None of the moves compared made the vector of walk indices better. */
        NO_IMPROVEMENT,
        /** Whoever waits for it asked to stop. */
        CANCELLED
    }

    InteractionOutcome {
        editsPerMove = List.copyOf(editsPerMove);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
