package org.seprank.study.advise;

import org.seprank.report.Value;

/**
 * Something that is said of a network on a graph.
 *
 * @param topic what it is about, in a word
 * @param measure that it rests on
 * @param value of that measure
 * @param certainty of the value
 * @param limits whether this limits the network
 * @param says the claim in plain words
 * @param command that gives the value again
 */
record Claim(String topic, String measure, Value value, String certainty, Limits limits, String says, String command) {
    /** Whether something limits the network. */
    enum Limits {
        /** By the rule that is stated for it. */
        YES,
        /** Nearly, or only for some tasks. */
        PERHAPS,
        /** Not by that rule. */
        NO,
        /** The measure has no value here. */
        UNKNOWN
    }

    /** The same with another value, where there is one. */
    Claim withValue(double other) {
        return limits == Limits.UNKNOWN
                ? this
                : new Claim(topic, measure, Value.of(other), certainty, limits, says, command);
    }

    /** A line for people. */
    String line() {
        String limit = switch (limits) {
            case YES -> "limits";
            case PERHAPS -> "may limit";
            case NO -> "does not limit";
            case UNKNOWN -> "not known";
        };
        return topic + " (" + limit + "): " + says + " [" + command + "]";
    }
}
