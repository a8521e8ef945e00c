package org.seprank.rewire.diffusion;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How many values there are of each size, in bins as wide as the 13th binary digit: 8 MiB for all values from 2^-127 to
 * below 2, whatever is smaller in the first bin. Any number of threads may count.
 */
final class ValueCounts {
    private static final int SHIFT = 52 - 13;
    private static final long FIRST = (long) (1023 - 127) << 13;
    private final AtomicLongArray bins = new AtomicLongArray(128 << 13);

    void count(double value) {
        bins.incrementAndGet((int) Math.min(bins.length() - 1, Math.max(0, bin(value))));
    }

    private static long bin(double value) {
        return (Double.doubleToLongBits(value) >>> SHIFT) - FIRST;
    }

    /** The largest lower end of a bin with at least that many values from it on; 0 if there are not so many. */
    double threshold(double values) {
        long above = 0;
        for (int i = bins.length() - 1; i > 0; i--) {
            above += bins.get(i);
            if (above >= values) {
                return Double.longBitsToDouble((i + FIRST) << SHIFT);
            }
        }
        return 0;
    }
}
