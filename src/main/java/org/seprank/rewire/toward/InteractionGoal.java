package org.seprank.rewire.toward;

import java.util.List;
import org.seprank.rewire.objective.InteractionObjective;
import org.seprank.walk.Interaction;
import org.seprank.walk.WalkIndex;

/**
 * The interactions that a task needs, or must not have: partitions (I, Iᶜ), each with what is predicted, and a depth L.
 * The walk index of an interaction is {@code WI = rho_{L-1}(C_I, V)} for graph prediction and {@code rho_{L-1}(C_I,
 * {t})} for vertex prediction (Definition 4 and Theorem 2 of arXiv 2211.16494).
 *
 * <p>Bounds instead of walk indices. <b>Lemma:</b> let phi be a strictly increasing function and {@code phi(WI_1), ..,
 * phi(WI_M)} bounds on the separation ranks, all by the same phi. Then the sorted vectors of bounds compare as the
 * sorted vectors of walk indices do, and both lead to the same edits. <i>Proof:</i> phi applied to a sorted vector
 * gives the sorted vector of bounds, and at the first place where two vectors differ phi keeps the order of the
 * entries. This covers every bound that depends on the walk index and the same width only, such as {@code ln D_h · 4
 * WI} for vertex prediction or {@code ln D_h · (4 WI + 1)} for graph prediction, but not a mixture of the two, and not
 * the bounds that depend on more of the graph than the walk index. If phi has flat stretches, such as rounding, the
 * edits that walk indices lead to are among the best for the bounds at every step, while those could tie.
 *
 * @param interactions at least one, all over the same number of vertices
 * @param direction whether they are to become stronger or weaker
 * @param depth L, in 1..64: walk indices count walks of L-1 steps
 * @param objective what of them is to rise or fall; of moves that are equal in it, the walk index
 */
public record InteractionGoal(
        List<Interaction> interactions, WalkDirection direction, int depth, InteractionObjective objective) {
    /** A goal of walk indices. */
    public InteractionGoal(List<Interaction> interactions, WalkDirection direction, int depth) {
        this(interactions, direction, depth, InteractionObjective.walkIndex());
    }

    /** Checks the values. */
    public InteractionGoal {
        if (depth < 1 || depth > WalkIndex.MAX_DEPTH) {
            throw new IllegalArgumentException("depth " + depth + " is not in 1.." + WalkIndex.MAX_DEPTH);
        }
        if (depth < 2 && !objective.isWalkIndex()) {
            throw new IllegalArgumentException(
                    "objective " + objective.kind().word() + " needs depth 2 at least, not 1");
        }
        interactions = List.copyOf(interactions);
        if (interactions.isEmpty()) {
            throw new IllegalArgumentException("no interaction to rewire for");
        }
        int n = interactions.get(0).partition().universe();
        for (Interaction one : interactions) {
            if (!one.partition().isProper()) {
                throw new IllegalArgumentException(
                        "the partition has " + one.partition().size() + " of "
                                + one.partition().universe()
                                + " vertices; it needs one at least and must leave one at least");
            }
            if (one.partition().universe() != n) {
                throw new IllegalArgumentException(
                        "partitions over " + n + " and over " + one.partition().universe() + " vertices");
            }
        }
    }
}
