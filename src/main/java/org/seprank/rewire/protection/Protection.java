package org.seprank.rewire.protection;

import java.util.List;
import org.seprank.walk.Interaction;
import org.seprank.walk.WalkIndex;

/**
 * The walk indices that are to stay high.
 *
 * @param depth L, in 1..64: walk indices count walks of L-1 steps
 * @param partitions at least one, all over the same number of vertices
 */
public record Protection(int depth, List<Interaction> partitions) {
    /** Checks the values. */
    public Protection {
        if (depth < 1 || depth > WalkIndex.MAX_DEPTH) {
            throw new IllegalArgumentException("depth " + depth + " is not in 1.." + WalkIndex.MAX_DEPTH);
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
