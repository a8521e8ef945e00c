package org.seprank.report;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** A cell of a table or a fact: it knows how it is shown to people; renderers for machines look at its kind. */
public sealed interface Value {
    /** For people. */
    String text();

    /** As a number, rounded to double precision; NaN for words and the absence of a value. */
    default double asDouble() {
        if (this instanceof Whole whole) {
            return whole.number().doubleValue();
        }
        if (this instanceof Real real) {
            return real.number();
        }
        return this instanceof Marked marked ? marked.value().asDouble() : Double.NaN;
    }

    /** Words. */
    static Value of(String text) {
        return new Text(text);
    }

    /** Several words. */
    static Value of(List<String> words) {
        return new Words(words);
    }

    /** Yes or no. */
    static Value of(boolean truth) {
        return new Truth(truth);
    }

    /** A choice, in lower case with dashes. */
    static Value of(Enum<?> choice) {
        return of(choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** A whole number. */
    static Value of(long number) {
        return new Whole(BigInteger.valueOf(number));
    }

    /** A whole number of any size. */
    static Value of(BigInteger number) {
        return new Whole(number);
    }

    /** A real number; infinities and NaN are allowed and shown as such. */
    static Value of(double number) {
        return new Real(number);
    }

    /** A real number, or no value where it is NaN. */
    static Value known(double number) {
        return Double.isNaN(number) ? missing() : of(number);
    }

    /** No value. */
    static Value missing() {
        return Missing.INSTANCE;
    }

    /** A value that people should look at first, such as the tightest of several bounds. */
    static Value marked(Value value) {
        return new Marked(value);
    }

    /**
     * Words.
     *
     * @param text any
     */
    record Text(String text) implements Value {}

    /**
     * Several words.
     *
     * @param words any
     */
    record Words(List<String> words) implements Value {
        /** Copies the list. */
        public Words {
            words = List.copyOf(words);
        }

        @Override
        public String text() {
            return String.join(", ", words);
        }
    }

    /**
     * Yes or no.
     *
     * @param truth yes
     */
    record Truth(boolean truth) implements Value {
        @Override
        public String text() {
            return truth ? "yes" : "no";
        }
    }

    /**
     * A whole number.
     *
     * @param number of any size
     */
    record Whole(BigInteger number) implements Value {
        @Override
        public String text() {
            return Numbers.whole(number);
        }
    }

    /**
     * A real number.
     *
     * @param number of any size
     */
    record Real(double number) implements Value {
        @Override
        public String text() {
            return Numbers.real(number);
        }
    }

    /**
     * A value to be looked at first.
     *
     * @param value what is marked
     */
    record Marked(Value value) implements Value {
        @Override
        public String text() {
            return value.text() + "*";
        }
    }

    /** No value. */
    enum Missing implements Value {
        /** The only one. */
        INSTANCE;

        @Override
        public String text() {
            return "-";
        }
    }
}
