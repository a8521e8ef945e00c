package org.seprank.gnn.kernel;

/**
 * Random 64-bit words from a counter (SplitMix64, Steele, Lea and Flood 2014): any word of any stream can be had
 * without the ones before, so what is drawn depends on the seed alone and not on who draws first.
 */
public final class CounterRandom {
    /** The multipliers of {@link #bits}, for twins of it that make several at once. */
    public static final int INT_STEP = 0x9E3779B9;

    /** The first. */
    public static final int INT_MIX1 = 0x85EBCA6B;

    /** The second. */
    public static final int INT_MIX2 = 0xC2B2AE35;

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private long state;

    private CounterRandom(long state) {
        this.state = state;
    }

    /** The stream of that seed. */
    public static CounterRandom of(long seed) {
        return new CounterRandom(seed);
    }

    /** A seed that depends on all of the given numbers and on their order. */
    public static long mix(long... parts) {
        long z = 0;
        for (long part : parts) {
            z = word(z * 31 + part + STEP);
        }
        return z;
    }

    private static long word(long at) {
        long z = (at ^ (at >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** 24 bits from two numbers (the finaliser of MurmurHash3), cheap enough for an entry of a dropout mask each. */
    public static int bits(int key, int index) {
        int z = key + index * INT_STEP;
        z = (z ^ (z >>> 16)) * INT_MIX1;
        z = (z ^ (z >>> 13)) * INT_MIX2;
        return (z ^ (z >>> 16)) >>> 8;
    }

    /** The next word. */
    public long next() {
        state += STEP;
        return word(state);
    }

    /** The next number, uniform in [0, 1). */
    public double nextDouble() {
        return (next() >>> 11) * 0x1p-53;
    }
}
