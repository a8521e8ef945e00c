package org.seprank.measure;

import java.math.BigInteger;
import java.util.Locale;

/**
 * One measure of a graph: what it is called, what it came to and how sure that is.
 *
 * @param group that it belongs to
 * @param words what it is called, such as "triangles" or "walk index"
 * @param partition that it is about; empty: none
 * @param depth that it is about; 0: none
 * @param reading what it came to
 * @param sureness how sure that is
 */
public record Measure(Group group, String words, String partition, int depth, Reading reading, Sureness sureness) {
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
        static Sureness sampled(int samples, String items, long seed) {
            return new Estimated(samples, items, seed, Double.NaN);
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
     * @param samples how many were drawn
     * @param items what was drawn, such as "of 2708 vertices"
     * @param seed of the draw
     * @param standardError of the value, NaN where none is known
     */
    public record Estimated(int samples, String items, long seed, double standardError) implements Sureness {
        @Override
        public String describe() {
            String error = Double.isNaN(standardError)
                    ? ""
                    : String.format(Locale.ROOT, ", standard error %.2g", standardError);
            return "estimated from " + samples + " " + items + ", seed " + seed + error;
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

    static Measure whole(Group group, String words, long value) {
        return whole(group, words, BigInteger.valueOf(value));
    }

    static Measure whole(Group group, String words, BigInteger value) {
        return new Measure(group, words, "", 0, new Whole(value), Sureness.exact());
    }

    static Measure real(Group group, String words, double value) {
        return new Measure(group, words, "", 0, new Real(value), Sureness.exact());
    }

    static Measure missing(Group group, String words, String why) {
        return new Measure(group, words, "", 0, Nothing.INSTANCE, new NotComputed(why));
    }

    /** The distribution of those values; not computed if there is none. */
    static Measure spread(Group group, String words, Distribution distribution) {
        return distribution.size() == 0
                ? missing(group, words, "there is nothing to measure")
                : new Measure(group, words, "", 0, new Spread(distribution), Sureness.exact());
    }

    /** The same with another sureness; what was not computed stays so. */
    Measure with(Sureness other) {
        return sureness instanceof NotComputed ? this : new Measure(group, words, partition, depth, reading, other);
    }

    /** The same about a partition, or none if that is empty, at a depth. */
    Measure at(String ofPartition, int atDepth) {
        return new Measure(group, words, ofPartition, atDepth, reading, sureness);
    }

    /** What it is called for people; unique in a {@link GraphReview}. */
    public String name() {
        return (partition.isEmpty() ? "" : partition + ": ") + words + (depth == 0 ? "" : ", depth " + depth);
    }

    /** What it is called for machines, whatever it is about: its words in lower case, joined by underscores. */
    public String id() {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
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
        throw new IllegalStateException("'" + name() + "' is no distribution, " + sureness.describe());
    }
}
