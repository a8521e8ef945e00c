package org.seprank.measure;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.seprank.rank.Certainty;

/**
 * One measure of a graph: what it is called, what it came to and how sure that is.
 *
 * @param group that it belongs to
 * @param words what it is called, such as "triangles" or "walk index"
 * @param partition that it is about; empty: none
 * @param depth that it is about; 0: none
 * @param reading what it came to
 * @param certainty how sure that is
 */
public record Measure(Group group, String words, String partition, int depth, Reading reading, Certainty certainty) {
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

    /** No value: the certainty says why. */
    public enum Nothing implements Reading {
        /** The only one. */
        INSTANCE
    }

    /** Quadratic forms of Laplacians, which go by weights. */
    static final String QUADRATIC = "quadratic form";

    /** Whether it is by the weights of edges; otherwise every edge counts as 1. */
    public boolean usesWeights() {
        return group.usesWeights() || words.startsWith(QUADRATIC);
    }

    static Measure whole(Group group, String words, long value) {
        return whole(group, words, BigInteger.valueOf(value));
    }

    static Measure whole(Group group, String words, BigInteger value) {
        return new Measure(group, words, "", 0, new Whole(value), new Certainty.Exact());
    }

    static Measure real(Group group, String words, double value) {
        return new Measure(group, words, "", 0, new Real(value), new Certainty.Exact());
    }

    static Measure missing(Group group, String words, String why) {
        return new Measure(group, words, "", 0, Nothing.INSTANCE, new Certainty.NotComputed(why));
    }

    /** Several that are not computed, for the same reason. */
    static List<Measure> missing(Group group, List<String> names, String why) {
        return names.stream().map(words -> missing(group, words, why)).toList();
    }

    /** The distribution of those values; not computed if there is none. */
    static Measure spread(Group group, String words, Distribution distribution) {
        return distribution.size() == 0
                ? missing(group, words, "there is nothing to measure")
                : new Measure(group, words, "", 0, new Spread(distribution), new Certainty.Exact());
    }

    /** The same with another certainty; what was not computed stays so. */
    Measure with(Certainty other) {
        return certainty instanceof Certainty.NotComputed
                ? this
                : new Measure(group, words, partition, depth, reading, other);
    }

    /** The same about a partition, or none if that is empty, at a depth. */
    Measure at(String ofPartition, int atDepth) {
        return new Measure(group, words, ofPartition, atDepth, reading, certainty);
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
        throw new IllegalStateException("'" + name() + "' is no distribution, " + certainty.describe());
    }
}
