package org.seprank.graph.io.codec;

import org.seprank.file.ReadLimits;
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
    private static final int BYTES_PER_VERTEX = 16;

    /** Checks that there is memory for so many vertices. */
    public Reading {
        long most = ReadLimits.roomFor(BYTES_PER_VERTEX);
        if (vertexCount < 0 || vertexCount > most) {
            throw new IllegalArgumentException("vertex count " + vertexCount + " is not in 0.." + most
                    + ", for which there is memory (more as in SEPRANK_OPTS=-Xmx8g)");
        }
    }
}
