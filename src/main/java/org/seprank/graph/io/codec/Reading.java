package org.seprank.graph.io.codec;

import org.seprank.graph.ParallelEdges;

/**
 * How the caller wants a file read.
 *
 * @param direction whether edges get a direction
 * @param vertexCount the number n of vertices 0..n-1 of an integer list, or 0: as the file says
 * @param weights whether weights are read
 * @param parallel what becomes of edges with the same ends
 */
public record Reading(Direction direction, int vertexCount, boolean weights, ParallelEdges parallel) {
    /** Checks the number of vertices. */
    public Reading {
        if (vertexCount < 0) {
            throw new IllegalArgumentException("vertex count " + vertexCount + " is not 0 or more");
        }
    }
}
