package org.seprank.gnn.kernel;

/**
 * Random 64-bit words from a counter (SplitMix64, Steele, Lea and Flood 2014): any word of any stream can be had
 * without the ones before, so what is drawn depends on the seed alone and not on who draws first.
 */
public final class CounterRandom {
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
