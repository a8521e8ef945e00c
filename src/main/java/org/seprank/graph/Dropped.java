package org.seprank.graph;

/**
 * What building a graph left out of its input.
 *
 * @param selfLoops edges from a vertex to itself; every walk may use every vertex's self-loop, so none is stored
 * @param duplicates repeated edges, in an undirected graph in either orientation; one of them is left, see
 *     {@link ParallelEdges}
 */
public record Dropped(long selfLoops, long duplicates) {
    /** Nothing. */
    public static final Dropped NONE = new Dropped(0, 0);
}
