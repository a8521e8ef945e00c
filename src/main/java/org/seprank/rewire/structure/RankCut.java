package org.seprank.rewire.structure;

import java.util.Arrays;

/**
 * The smallest rank up to which orbits of these sizes have enough picks: the i-th pick of an orbit has rank {@code i /
 * |orbit|}. Found by bisection over the numbers of type float between 0 and 1.
 */
final class RankCut {
    private final int[] sizes; // of the orbits 2..S of vertex 0, then of vertex 1, ..
    private final LocalitySnapshots.Options options;
    private final float cut;

    private RankCut(int[] sizes, LocalitySnapshots.Options options, float cut) {
        this.sizes = sizes;
        this.options = options;
        this.cut = cut;
    }

    /** At least {@code enough} picks, or all there are. */
    static RankCut of(int[] sizes, LocalitySnapshots.Options options, long enough) {
        int[] sorted = sizes.clone();
        Arrays.sort(sorted);
        int low = 0;
        int high = Float.floatToIntBits(1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (new RankCut(sorted, options, Float.intBitsToFloat(middle)).picks() >= enough) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return new RankCut(sizes, options, Float.intBitsToFloat(high));
    }

    /** The rank of the i-th pick of an orbit. */
    static float rank(int i, int orbit) {
        return (float) ((double) i / orbit);
    }

    /** The number of picks up to the cut of an orbit of that size. */
    int picksOfOrbit(int size) {
        int quota = options.quota(size);
        int picks = (int) Math.min(quota, (long) ((double) cut * size) + 1);
        while (picks > 0 && rank(picks, size) > cut) {
            picks--;
        }
        while (picks < quota && rank(picks + 1, size) <= cut) {
            picks++;
        }
        return picks;
    }

    /** The number of picks of a vertex. */
    int picksOf(int u, int orbits) {
        int picks = 0;
        for (int i = u * orbits; i < (u + 1) * orbits; i++) {
            picks += picksOfOrbit(sizes[i]);
        }
        return picks;
    }

    /** The number of all picks. */
    long picks() {
        long picks = 0;
        for (int size : sizes) {
            picks += picksOfOrbit(size);
        }
        return picks;
    }
}
