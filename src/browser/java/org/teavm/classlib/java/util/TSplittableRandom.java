package org.teavm.classlib.java.util;

import org.seprank.browser.Ziggurat;
import org.teavm.classlib.java.util.random.TRandomGenerator;

/**
 * {@code java.util.SplittableRandom} in a browser: the numbers that Java 17 draws from the same seed (SplitMix64 of
 * Steele, Lea and Flood, OOPSLA 2014). TeaVM takes classes of this package and name for those of Java.
 */
public final class TSplittableRandom implements TRandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final Ziggurat ziggurat = new Ziggurat(this::nextLong);
    private long seed;

    public TSplittableRandom(long seed) {
        this.seed = seed;
    }

    private long nextSeed() {
        seed += GOLDEN_GAMMA;
        return seed;
    }

    @Override
    public long nextLong() {
        long z = nextSeed();
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    @Override
    public int nextInt() {
        long z = nextSeed();
        z = (z ^ (z >>> 33)) * 0x62a9d9ed799705f5L;
        return (int) (((z ^ (z >>> 28)) * 0xcb24d0a5c88c35b3L) >>> 32);
    }

    @Override
    public int nextInt(int bound) {
        int r = nextInt();
        int most = bound - 1;
        if ((bound & most) == 0) {
            return r & most;
        }
        int u = r >>> 1;
        r = u % bound;
        while (u + most - r < 0) {
            u = nextInt() >>> 1;
            r = u % bound;
        }
        return r;
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    @Override
    public double nextGaussian() {
        return ziggurat.normal();
    }
}
