package org.seprank.spark.graph;

/**
 * Random numbers that depend on a seed and on names only, never on where they are drawn: the finalizer of SplitMix64
 * (G. Steele, D. Lea and C. Flood, OOPSLA 2014) over both.
 */
final class Mixed {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private Mixed() {}

    /** 64 bits for an ordered pair. */
    static long bits(long seed, int u, int v) {
        return mix(mix(seed + GOLDEN) + mix(BlockGraph.pair(u, v) * GOLDEN + GOLDEN));
    }

    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        y = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
        return y ^ (y >>> 31);
    }

    /** A number above 0 and below 1 for a pair, whose order does not matter. */
    static double uniform(long seed, int u, int v) {
        return ((bits(seed, Math.min(u, v), Math.max(u, v)) >>> 11) + 0.5) * UNIT;
    }
}
