package org.seprank.browser;

import java.util.function.LongSupplier;

/**
 * Normally distributed numbers by C. D. McFarland's modified ziggurat (arXiv 1403.6870), as adapted in Apache Commons
 * RNG: from the same 64-bit numbers the same as {@code RandomGenerator.nextGaussian} of Java 17, so that searches that
 * draw them find in a browser what they find elsewhere.
 */
public final class Ziggurat {
    private static final int NORMAL_LAYERS = 253;
    private static final int EXPONENTIAL_LAYERS = 252;
    private static final int INFLECTION = 204;
    private static final long CONVEX_MARGIN = -2269182951627976004L;
    private static final long CONCAVE_MARGIN = 760463704284035184L;
    private static final long EXPONENTIAL_MARGIN = 853965788476313647L;
    private static final double NORMAL_TAIL = 3.6360066255009455861;
    private static final double EXPONENTIAL_TAIL = 7.569274694148063;
    private static final double TWO_POW_63 = 0x1.0p63;

    private final LongSupplier random;

    /** Of these 64-bit numbers. */
    public Ziggurat(LongSupplier random) {
        this.random = random;
    }

    /** The next normally distributed number. */
    public double normal() {
        long bits = random.getAsLong();
        int layer = (int) bits & 0xff;
        if (layer < NORMAL_LAYERS) {
            return ZigguratTables.NORMAL.x[layer] * bits;
        }
        double size = overhang(bits & Long.MAX_VALUE, region(ZigguratTables.NORMAL));
        return bits < 0 ? -size : size;
    }

    private int region(ZigguratTables tables) {
        long bits = random.getAsLong();
        int layer = (int) bits & 0xff;
        return bits >= tables.threshold[layer] ? tables.alias[layer] & 0xff : layer;
    }

    private double overhang(long first, int layer) {
        if (layer == 0) {
            return tail();
        }
        if (layer == INFLECTION) {
            return atInflection(first);
        }
        return layer > INFLECTION ? convex(first, layer) : concave(first, layer);
    }

    private double convex(long first, int layer) {
        for (long across = first; ; across = positive()) {
            double x = between(ZigguratTables.NORMAL.x, layer, across);
            long distance = positive() - across;
            if (distance >= 0 || (distance >= CONVEX_MARGIN && isBelow(x, layer, across + distance))) {
                return x;
            }
        }
    }

    private double concave(long first, int layer) {
        for (long across = first; ; across = positive()) {
            long other = positive();
            long larger = Math.max(across, other);
            long smaller = Math.min(across, other);
            double x = between(ZigguratTables.NORMAL.x, layer, smaller);
            if (larger - smaller > CONCAVE_MARGIN || isBelow(x, layer, larger)) {
                return x;
            }
        }
    }

    private double atInflection(long first) {
        for (long across = first; ; across = positive()) {
            double x = between(ZigguratTables.NORMAL.x, INFLECTION, across);
            if (isBelow(x, INFLECTION, positive())) {
                return x;
            }
        }
    }

    private static boolean isBelow(double x, int layer, long up) {
        return between(ZigguratTables.NORMAL.y, layer, up) < Math.exp(-0.5 * x * x);
    }

    private double tail() {
        double x;
        do {
            x = 1 / NORMAL_TAIL * exponential();
        } while (exponential() < 0.5 * x * x);
        return x + NORMAL_TAIL;
    }

    private double exponential() {
        double start = 0;
        while (true) {
            long bits = random.getAsLong();
            int layer = (int) bits & 0xff;
            if (layer < EXPONENTIAL_LAYERS) {
                return start + ZigguratTables.EXPONENTIAL.x[layer] * (bits >>> 1);
            }
            int region = region(ZigguratTables.EXPONENTIAL);
            if (region != 0) {
                return start + exponentialOverhang(bits >>> 1, region);
            }
            start += EXPONENTIAL_TAIL;
        }
    }

    private double exponentialOverhang(long first, int layer) {
        for (long across = first; ; across = positive()) {
            long other = positive();
            long larger = Math.max(across, other);
            long smaller = Math.min(across, other);
            double x = between(ZigguratTables.EXPONENTIAL.x, layer, smaller);
            if (larger - smaller >= EXPONENTIAL_MARGIN
                    || between(ZigguratTables.EXPONENTIAL.y, layer, larger) <= Math.exp(-x)) {
                return x;
            }
        }
    }

    private long positive() {
        return random.getAsLong() >>> 1;
    }

    private static double between(double[] table, int layer, long share) {
        return table[layer] * TWO_POW_63 + share * (table[layer - 1] - table[layer]);
    }
}
