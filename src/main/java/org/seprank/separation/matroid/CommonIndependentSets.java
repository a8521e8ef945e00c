package org.seprank.separation.matroid;

import java.util.BitSet;

/**
 * Sets of classes of a ground set whose columns are linearly independent on both sides. A class with a zero column on a
 * side may always be taken on that side.
 */
interface CommonIndependentSets {
    /** A set of large total weight. Classes whose weight is not positive are left out. */
    BitSet heaviest(double[] weights);

    /** In a word, for notes: "exact" where the weight is the largest there is. */
    String describe();

    /** The exact search where the effort allows, the greedy one beyond. */
    static CommonIndependentSets of(GroundSet set, SearchEffort effort) {
        return set.size() <= effort.exactClasses()
                ? new MatroidIntersection(set)
                : new GreedyIntersection(set, effort.entries());
    }
}
