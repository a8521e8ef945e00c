package org.seprank.separation;

/**
 * A bound on the logarithm of a separation rank.
 *
 * @param side from above, for all weights, or from below, for almost all weights
 * @param name the bound's name in reports, such as "walk-sum"
 * @param nats its value, a natural logarithm; +∞ where nothing finite is known
 * @param note what limits it ("exhaustive", "greedy", "enumeration stopped at 20000"), empty if nothing does
 */
public record Bound(Side side, String name, double nats, String note) {
    /** Which side of the separation rank a bound is on. */
    public enum Side {
        /** Never below the separation rank. */
        UPPER,
        /** Never above the separation rank for almost all weights. */
        LOWER
    }

    /** Checks the value. */
    public Bound {
        if (Double.isNaN(nats) || nats < 0) {
            throw new IllegalArgumentException("bound '" + name + "' is " + nats + ", not a logarithm of a rank");
        }
    }

    /**
     * The bound as a logarithm to the base D_h, the unit of the theorems; NaN for width 1, where that is not defined.
     */
    public double toBase(int hiddenWidth) {
        return hiddenWidth == 1 ? Double.NaN : nats / Math.log(hiddenWidth);
    }
}
