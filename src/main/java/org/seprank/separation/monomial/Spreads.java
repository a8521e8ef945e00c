package org.seprank.separation.monomial;

/** The packed exponents of all ways to spread a degree over the coordinates. */
final class Spreads {
    private final long[] weights;
    private final long[] sums;
    private int filled;

    Spreads(long[] weights, int count) {
        this.weights = weights;
        this.sums = new long[count];
    }

    long[] sums() {
        return sums;
    }

    /** The coordinates before {@code e} are chosen and add up to {@code sum}; {@code left} is still to be spread. */
    void fill(int e, long left, long sum) {
        if (e == weights.length) {
            sums[filled++] = sum;
            return;
        }
        for (long a = 0; a <= left; a++) {
            fill(e + 1, left - a, sum + a * weights[e]);
        }
    }
}
