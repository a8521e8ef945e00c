package org.seprank.rewire.protection;

import java.util.List;
import org.seprank.rewire.objective.InteractionObjective;
import org.seprank.walk.Interaction;
import org.seprank.walk.WalkIndex;

/**
 * The interactions that are to stay strong.
 *
 * @param depth L, in 1..64: walk indices count walks of L-1 steps
 * @param partitions at least one, all over the same number of vertices
 * @param objective what of them is to stay high; of equal ones the walk index
 */
public record Protection(int depth, List<Interaction> partitions, InteractionObjective objective) {
    /** The walk indices. */
    public Protection(int depth, List<Interaction> partitions) {
        this(depth, partitions, InteractionObjective.walkIndex());
    }

    /** Checks the values. */
    public Protection {
        if (depth < 1 || depth > WalkIndex.MAX_DEPTH) {
            throw new IllegalArgumentException("depth " + depth + " is not in 1.." + WalkIndex.MAX_DEPTH);
        }
        if (depth < 2 && !objective.isWalkIndex()) {
            throw new IllegalArgumentException(
                    "objective " + objective.kind().word() + " needs depth 2 at least, not 1");
        }
        partitions = List.copyOf(partitions);
        if (partitions.isEmpty()) {
            throw new IllegalArgumentException("no partition to protect");
        }
        int n = partitions.get(0).partition().universe();
        for (Interaction one : partitions) {
            if (one.partition().universe() != n) {
                throw new IllegalArgumentException(
                        "partitions over " + n + " and over " + one.partition().universe() + " vertices");
            }
        }
    }
}
