package org.seprank.graph.family;

import java.util.Locale;

/**
 * A parameter of a graph family.
 *
 * @param name its name in a specification
 * @param kind what its values look like
 * @param min the smallest value (for sizes, of each of them)
 * @param max the largest value
 * @param standard the value when it is not given, empty if it must be given or is one of several choices
 * @param description what it is, for help texts
 */
public record Parameter(String name, Kind kind, double min, double max, String standard, String description) {
    /** What the values of a parameter look like. */
    public enum Kind {
        /** A whole number. */
        INTEGER,
        /** A floating-point number. */
        REAL,
        /** Whole numbers with plus signs between them, such as {@code 30+30+40}. */
        SIZES
    }

    static Parameter integer(String name, long min, long max, String description) {
        return new Parameter(name, Kind.INTEGER, min, max, "", description);
    }

    static Parameter real(String name, double min, double max, String description) {
        return new Parameter(name, Kind.REAL, min, max, "", description);
    }

    static Parameter sizes(String name, long min, long max, String description) {
        return new Parameter(name, Kind.SIZES, min, max, "", description);
    }

    Parameter orElse(String value) {
        return new Parameter(name, kind, min, max, value, description);
    }

    /** The allowed values as text, such as {@code 3..1000000}. */
    public String range() {
        return kind == Kind.REAL
                ? String.format(Locale.ROOT, "%s..%s", number(min), number(max))
                : String.format(Locale.ROOT, "%.0f..%.0f", min, max);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%s", value);
    }
}
