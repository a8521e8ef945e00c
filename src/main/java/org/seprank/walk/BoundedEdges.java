package org.seprank.walk;

import java.util.Arrays;
import org.seprank.work.Parallel;

/**
 * Edges with an upper bound each, in descending order of the bounds, edges with bound 0 left out. A bound is kept with
 * 20 bits, rounded up, so that it and its edge sort as one {@code long}: 8 bytes per edge.
 */
final class BoundedEdges {
    private static final long INFINITY = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY) >>> 32;

    private final long[] ascending; // upper half of the bound's bits, edge
    private final int zeros;

    private BoundedEdges(long[] ascending, int zeros) {
        this.ascending = ascending;
        this.zeros = zeros;
    }

    /** Sorts edges 0..bounds.length-1 by their bounds, which are not negative and may be infinite. */
    static BoundedEdges of(double[] bounds) {
        long[] keys = new long[bounds.length];
        int zeros = 0;
        for (int e = 0; e < bounds.length; e++) {
            // non-negative doubles are ordered as their bits are
            long upper = Double.doubleToRawLongBits(bounds[e]) >>> 32;
            if (bounds[e] > 0) {
                keys[e] = Math.min(upper + 1, INFINITY) << 32 | e;
            } else {
                keys[e] = e;
                zeros++;
            }
        }
        Parallel.sort(keys);
        return new BoundedEdges(keys, zeros);
    }

    /** How many edges have a bound above 0. */
    int size() {
        return ascending.length - zeros;
    }

    /** The bound at a place, 0 being the largest. */
    double bound(int place) {
        return Double.longBitsToDouble(ascending[ascending.length - 1 - place] & ~0xFFFF_FFFFL);
    }

    /** The edges at the places from..to-1, ascending by number. */
    int[] edges(int from, int to) {
        int[] edges = new int[to - from];
        for (int place = from; place < to; place++) {
            edges[place - from] = (int) ascending[ascending.length - 1 - place];
        }
        Arrays.sort(edges);
        return edges;
    }
}
