package org.seprank.measure;

import java.util.Arrays;
import org.seprank.graph.Adjacency;

/**
 * Scratch memory for breadth-first searches of one graph, 12 n bytes. A search takes time in proportion to the rows
 * that it visits, as nothing is cleared between two.
 */
public final class BreadthFirst {
    private final Adjacency rows;
    private final int[] order;
    private final int[] ends; // ends[d]: how many vertices are within distance d
    private final int[] stamps;
    private int stamp;
    private int levels;

    /** Memory for searches along these rows. */
    public BreadthFirst(Adjacency rows) {
        int n = rows.offsets().length - 1;
        this.rows = rows;
        this.order = new int[n];
        this.ends = new int[n];
        this.stamps = new int[n];
    }

    /** Visits the vertices within that distance of the source; answers how many there are, the source among them. */
    public int from(int source, int radius) {
        if (++stamp == Integer.MAX_VALUE) {
            Arrays.fill(stamps, 0);
            stamp = 1;
        }
        int[] offsets = rows.offsets();
        int[] neighbours = rows.neighbours();
        order[0] = source;
        stamps[source] = stamp;
        int start = 0;
        int size = 1;
        levels = 0;
        while (start < size) {
            ends[levels] = size;
            if (levels++ == radius) {
                break;
            }
            int end = size;
            for (int i = start; i < end; i++) {
                int v = order[i];
                for (int k = offsets[v]; k < offsets[v + 1]; k++) {
                    int w = neighbours[k];
                    if (stamps[w] != stamp) {
                        stamps[w] = stamp;
                        order[size++] = w;
                    }
                }
            }
            start = end;
        }
        return size;
    }

    /** The largest distance that the last search met. */
    public int eccentricity() {
        return levels - 1;
    }

    /** How many vertices the last search found within that distance, which may exceed the largest. */
    public int within(int distance) {
        return ends[Math.min(distance, levels - 1)];
    }

    /** The i-th vertex in the order of distance; the source has i = 0. */
    int vertex(int i) {
        return order[i];
    }

    /** The sum of the distances to all vertices that the last search found. */
    public long totalDistance() {
        long sum = 0;
        for (int d = 1; d < levels; d++) {
            sum += (long) d * (ends[d] - ends[d - 1]);
        }
        return sum;
    }
}
