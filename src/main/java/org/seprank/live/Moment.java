package org.seprank.live;

import org.seprank.graph.VertexSet;
import org.seprank.walk.Target;

/**
 * A state of a graph and of the partition that is chosen in it.
 *
 * @param side I
 * @param target what is predicted
 * @param list the name of the edits of which the first are made
 * @param edits how many of them are, at least 0
 */
public record Moment(VertexSet side, Target target, String list, int edits) {
    /** Checks the count. */
    public Moment {
        if (edits < 0) {
            throw new IllegalArgumentException("number " + edits + " of edits is negative");
        }
    }

    /** Graph prediction without any edits. */
    public static Moment of(VertexSet side) {
        return new Moment(side, Target.graph(), "", 0);
    }

    /** The same after the first edits of a list. */
    public Moment in(String otherList, int count) {
        return new Moment(side, target, otherList, count);
    }
}
