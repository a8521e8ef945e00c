package org.seprank.rewire.removal;

/**
 * The order in which the edges of a graph go. {@link #next} takes candidates, best first, all judged by the graph as
 * {@link #remove} last left it; a candidate taken is never offered again, whether it is removed or not.
 */
public interface Ranking {
    /** The answer of {@link #next} when there is no candidate left. */
    int NONE = -1;

    /** Takes the best remaining edge, or {@value #NONE}. */
    int next();

    /** The score by which {@link #next} has just offered an edge; NaN if by none. */
    default double score(int edge) {
        return Double.NaN;
    }

    /** Removes an edge, taken or not, from the graph that candidates are judged by. */
    void remove(int edge);
}
