package org.seprank.measure;

import java.math.BigInteger;
import java.util.Locale;

/**
 * One measure of a graph: what it is called, what it came to and how sure that is.
 *
 * @param group that it belongs to
 * @param name such as "triangles"; unique in a {@link GraphReview}
 * @param reading what it came to
 * @param sureness how sure that is
 */
public record Measure(Group group, String name, Reading reading, Sureness sureness) {
    /** What a measure came to. */
    public sealed interface Reading {}

    /**
     * A whole number of any size.
     *
     * @param value the number
     */
    public record Whole(BigInteger value) implements Reading {}

    /**
     * A real number; NaN where it is 0/0, and infinities are allowed.
     *
     * @param value the number
     */
    public record Real(double value) implements Reading {}

    /**
     * Many numbers.
     *
     * @param distribution of them
     */
    public record Spread(Distribution distribution) implements Reading {}

    /** No value: the sureness says why. */
    public enum Nothing implements Reading {
        /** The only one. */
        INSTANCE
    }

    /** How sure a measure is. */
    public sealed interface Sureness {
        /** In words. */
        String describe();

        /** Exact, real numbers up to rounding. */
        static Sureness exact() {
            return Exact.INSTANCE;
        }

        /** Estimated from a sample of items out of all, without a standard error of its own. */
        static Sureness sampled(int sample, String items, long seed) {
            return new Estimated(sample + " " + items, seed, Double.NaN);
        }
    }

    /** Exact, real numbers up to rounding. */
    public enum Exact implements Sureness {
        /** The only one. */
        INSTANCE;

        @Override
        public String describe() {
            return "exact";
        }
    }

    /**
     * Estimated from something drawn at random.
     *
     * @param sample what was drawn, such as "64 of 2708 vertices"
     * @param seed of the draw
     * @param standardError of the value, NaN where none is known
     */
    public record Estimated(String sample, long seed, double standardError) implements Sureness {
        @Override
        public String describe() {
            String error = Double.isNaN(standardError)
                    ? ""
                    : String.format(Locale.ROOT, ", standard error %.2g", standardError);
            return "estimated from " + sample + ", seed " + seed + error;
        }
    }

    /**
     * A lower bound.
     *
     * @param how it was found
     */
    public record AtLeast(String how) implements Sureness {
        @Override
        public String describe() {
            return "at least; " + how;
        }
    }

    /**
     * An upper bound.
     *
     * @param how it was found
     */
    public record AtMost(String how) implements Sureness {
        @Override
        public String describe() {
            return "at most; " + how;
        }
    }

    /**
     * Not computed.
     *
     * @param why the reason
     */
    public record NotComputed(String why) implements Sureness {
        @Override
        public String describe() {
            return "not computed: " + why;
        }
    }

    static Measure whole(Group group, String name, long value) {
        return whole(group, name, BigInteger.valueOf(value));
    }

    static Measure whole(Group group, String name, BigInteger value) {
        return new Measure(group, name, new Whole(value), Sureness.exact());
    }

    static Measure real(Group group, String name, double value) {
        return new Measure(group, name, new Real(value), Sureness.exact());
    }

    static Measure missing(Group group, String name, String why) {
        return new Measure(group, name, Nothing.INSTANCE, new NotComputed(why));
    }

    /** The distribution of those values; not computed if there is none. */
    static Measure spread(Group group, String name, Distribution distribution) {
        return distribution.size() == 0
                ? missing(group, name, "there is nothing to measure")
                : new Measure(group, name, new Spread(distribution), Sureness.exact());
    }

    /** The same with another sureness; what was not computed stays so. */
    Measure with(Sureness other) {
        return sureness instanceof NotComputed ? this : new Measure(group, name, reading, other);
    }

    /** The number, also of a whole one; NaN where it is none. */
    public double number() {
        if (reading instanceof Whole whole) {
            return whole.value().doubleValue();
        }
        return reading instanceof Real real ? real.value() : Double.NaN;
    }

    /**
     * The distribution.
     *
     * @throws IllegalStateException if the measure is a number or was not computed
     */
    public Distribution distribution() {
        if (reading instanceof Spread spread) {
            return spread.distribution();
        }
        throw new IllegalStateException("'" + name + "' is no distribution, " + sureness.describe());
    }
}
