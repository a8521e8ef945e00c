package org.seprank.separation;

import org.seprank.separation.monomial.Magnitude;

/**
 * A bound on a separation rank.
 *
 * @param side from above, for all weights, or from below, for almost all weights
 * @param name the bound's name in reports, such as "walk-sum"
 * @param rank the bound on the rank itself: an integer, rounded towards the rank where its formula gives none
 * @param nats its natural logarithm, of the formula before rounding; +∞ where nothing finite is known
 * @param note what limits it ("exhaustive", "greedy", "enumeration stopped at 20000"), empty if nothing does
 */
public record Bound(Side side, String name, Magnitude rank, double nats, String note) {
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
     * A bound known by its natural logarithm. The separation rank is an integer, so the bound on it is the exponential
     * rounded down for an upper bound and up for a lower one, up to e^27, after allowing for a relative error of 1e-12.
     */
    public Bound(Side side, String name, double nats, String note) {
        this(side, name, rounded(side, nats), nats, note);
    }

    private static Magnitude rounded(Side side, double nats) {
        if (!(nats >= 0 && nats <= 27)) {
            return nats > 27 ? Magnitude.ofLog(nats) : Magnitude.ONE;
        }
        double rank = Math.exp(nats);
        return Magnitude.of(Math.max(
                1, side == Side.UPPER ? (long) Math.floor(rank * (1 + 1e-12)) : (long) Math.ceil(rank * (1 - 1e-12))));
    }

    /** A bound from above. */
    public static Bound upper(String name, Magnitude rank, String note) {
        return new Bound(Side.UPPER, name, rank, rank.nats(), note);
    }

    /** A bound from below. */
    public static Bound lower(String name, Magnitude rank, String note) {
        return new Bound(Side.LOWER, name, rank, rank.nats(), note);
    }

    /** Whether anything finite is known. */
    public boolean isFinite() {
        return nats < Double.POSITIVE_INFINITY;
    }

    /**
     * The bound as a logarithm to the base D_h, the unit of the theorems; NaN for width 1, where that is not defined.
     */
    public double toBase(int hiddenWidth) {
        return hiddenWidth == 1 ? Double.NaN : nats / Math.log(hiddenWidth);
    }
}
