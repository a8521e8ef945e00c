package org.seprank.rewire.toward;

import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.seprank.rewire.edit.EditList;

/**
 * What an {@link InteractionRewirer} did, and what it did not look at. The walk indices are exact.
 *
 * @param edits in order
 * @param candidates which moves were compared at every step
 * @param compared how many moves were compared in all, each step counted
 * @param editsPerMove how many edits each move has, in order: a prefix of the edits that ends with a move is the result
 *     for that smaller budget
 * @param before the walk index of every interaction before the edits, in the order of the goal
 * @param after those after all edits
 * @param ending why there are no more edits
 */
public record InteractionOutcome(
        EditList edits,
        Candidates candidates,
        long compared,
        List<Integer> editsPerMove,
        List<Long> before,
        List<Long> after,
        Ending ending) {
    /** Why a run ended. */
    public enum Ending {
        /** The next move would have had more edits than were left. */
        BUDGET,
        /** None of the moves compared made the vector of walk indices better. */
        NO_IMPROVEMENT,
        /** Whoever waits for it asked to stop. */
        CANCELLED
    }

    /** Copies the lists. */
    public InteractionOutcome {
        editsPerMove = List.copyOf(editsPerMove);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * The bounds after all edits, in the order of the goal: by the lemma at {@link InteractionGoal}, a strictly
     * increasing function has been maximised (or minimised) together with the walk indices.
     */
    public List<Double> boundsAfter(LongToDoubleFunction bound) {
        return after.stream().mapToDouble(bound::applyAsDouble).boxed().toList();
    }
}
