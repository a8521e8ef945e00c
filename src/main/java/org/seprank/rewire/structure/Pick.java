package org.seprank.rewire.structure;

import java.util.Comparator;

/**
 * A pair that one of its ends picked.
 *
 * @param rank i / |orbit| of the i-th pick of an orbit, in (0, 1]; float, so that a cut by rank and the order agree
 * @param distance of the ends
 * @param tie what decides between equal ones, the same from both ends
 * @param u the smaller end
 * @param v the larger end
 */
record Pick(float rank, int distance, long tie, int u, int v) implements Comparable<Pick> {
    private static final Comparator<Pick> ORDER = Comparator.comparingDouble(Pick::rank)
            .thenComparingInt(Pick::distance)
            .thenComparingLong(Pick::tie)
            .thenComparingInt(Pick::u)
            .thenComparingInt(Pick::v);

    static Pick of(float rank, int distance, long seed, int[] ends) {
        int u = Math.min(ends[0], ends[1]);
        int v = Math.max(ends[0], ends[1]);
        return new Pick(rank, distance, StructureSettings.mixed(seed, u, v), u, v);
    }

    long pair() {
        return (long) u << 32 | v;
    }

    @Override
    public int compareTo(Pick that) {
        return ORDER.compare(this, that);
    }
}
