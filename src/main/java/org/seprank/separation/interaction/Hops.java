package org.seprank.separation.interaction;

import java.util.Arrays;
import org.seprank.graph.Adjacency;

/** Hop distances from one vertex after another, in workspaces that are used again. */
public final class Hops {
    /** The distance of a vertex that is not reached. */
    public static final int UNREACHED = -1;

    private final Adjacency rows;
    private final int[] distances;
    private final int[] queue;

    /** Distances along these rows in a graph with n vertices. */
    public Hops(Adjacency rows, int n) {
        this.rows = rows;
        this.distances = new int[n];
        this.queue = new int[n];
    }

    /**
     * The distance of every vertex from v along the rows, {@link #UNREACHED} for some; the array is valid until the
     * next call and must not be changed. Time O(n + m).
     */
    public int[] from(int v) {
        Arrays.fill(distances, UNREACHED);
        int[] offsets = rows.offsets();
        int[] neighbours = rows.neighbours();
        distances[v] = 0;
        queue[0] = v;
        for (int head = 0, size = 1; head < size; head++) {
            int u = queue[head];
            for (int k = offsets[u]; k < offsets[u + 1]; k++) {
                int w = neighbours[k];
                if (distances[w] == UNREACHED) {
                    distances[w] = distances[u] + 1;
                    queue[size++] = w;
                }
            }
        }
        return distances;
    }
}
