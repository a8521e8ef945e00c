package org.seprank.report;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.seprank.report.number.Numbers;

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
        return this instanceof Marked || this instanceof Shown ? bare().asDouble() : Double.NaN;
    }

    /** What machines are told: the value itself without mark or wording. */
    default Value bare() {
        return this;
    }

    /** The same for machines, and this text for people. */
    default Value shown(String text) {
        return new Shown(this, text);
    }

    /** Whether it is put to the left, like words. */
    default boolean isWords() {
        return !(this instanceof Whole || this instanceof Real || this instanceof Marked);
    }

    /** Words. */
    static Value of(String text) {
        return new Text(text);
    }

    /** Several words. */
    static Value of(List<String> words) {
        return new Words(words);
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

    /** A real number, also an infinite one; NaN is no value. */
    static Value of(double number) {
        return Double.isNaN(number) ? missing("undefined") : new Real(number);
    }

    /** A number of whatever kind. */
    static Value of(Number number) {
        if (number instanceof BigInteger whole) {
            return of(whole);
        }
        boolean real = number instanceof Double || number instanceof Float;
        return real ? of(number.doubleValue()) : of(number.longValue());
    }

    /** Yes or no. */
    static Value of(boolean flag) {
        return new Flag(flag);
    }

    /** Yes or no, of which people are shown only the yes. */
    static Value tick(boolean flag) {
        return of(flag).shown(flag ? "yes" : "");
    }

    /** A word that machines know a thing by, and what people are shown instead. */
    static Value word(String id, String text) {
        return of(id).shown(text);
    }

    /** Seconds, which people are shown in a fitting unit. */
    static Value duration(double seconds) {
        return of(seconds).shown(Numbers.duration(seconds));
    }

    /** Bytes, which people are shown in a fitting unit. */
    static Value bytes(double bytes) {
        return of(Math.round(bytes)).shown(Numbers.bytes(bytes));
    }

    /** What a text says: nothing, yes or no as "true" and "false", a number, or words; people see it as it is. */
    static Value parsed(String text) {
        if (text.isEmpty()) {
            return missing();
        }
        if (text.matches("true|false")) {
            return of(Boolean.parseBoolean(text));
        }
        if (text.matches("-?\\d+")) {
            return of(new BigInteger(text));
        }
        boolean real = text.matches("-?\\d*\\.?\\d+([eE][-+]?\\d+)?");
        return real ? of(Double.parseDouble(text)).shown(text) : of(text);
    }

    /** Nothing to be said here: no key in JSON, an empty field in CSV. */
    static Value none() {
        return Nothing.INSTANCE;
    }

    /** No value, because it makes no sense here. */
    static Value missing() {
        return missing("not applicable");
    }

    /**
     * No value.
     *
     * @param reason why, for machines, such as "not computed"
     */
    static Value missing(String reason) {
        return new Missing(reason);
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

        @Override
        public Value bare() {
            return value.bare();
        }
    }

    /**
     * Yes or no.
     *
     * @param set whether yes
     */
    record Flag(boolean set) implements Value {
        @Override
        public String text() {
            return set ? "yes" : "no";
        }
    }

    /**
     * A value that people are shown in words.
     *
     * @param value for machines
     * @param text for people
     */
    record Shown(Value value, String text) implements Value {
        @Override
        public Value bare() {
            return value.bare();
        }
    }

    /** Nothing to be said. */
    enum Nothing implements Value {
        /** The only one. */
        INSTANCE;

        @Override
        public String text() {
            return "-";
        }
    }

    /**
     * No value.
     *
     * @param reason why
     */
    record Missing(String reason) implements Value {
        @Override
        public String text() {
            return "-";
        }
    }
}
