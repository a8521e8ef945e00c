package org.seprank.setting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that can be set.
 *
 * @param name its name, such as "rank"
 * @param kind what its values look like and where they lie
 * @param standard the value it has otherwise, as text; empty: none (a text: the empty one)
 * @param meaning what it is, in a few words
 */
public record Setting(String name, Kind kind, String standard, String meaning) {
    /** What values look like and where they lie. */
    public sealed interface Kind {
        /**
         * The value that a text stands for.
         *
         * @param name of the setting, for the complaint
         * @throws IllegalArgumentException if it stands for none, or for one that is not allowed
         */
        Object parse(String name, String text);

        /** The allowed values, such as {@code 3..9}. */
        String range();
    }

    /** A whole number in {@code from..to}. */
    public record Whole(long from, long to) implements Kind {
        @Override
        public Object parse(String name, String text) {
            if (!text.matches("[+-]?\\d+")) {
                throw new IllegalArgumentException(name + " '" + text + "' is not a whole number");
            }
            try {
                long value = Long.parseLong(text);
                if (value >= from && value <= to) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw outside(name, text, range());
            }
            throw outside(name, text, range());
        }

        @Override
        public String range() {
            return from + ".." + to;
        }
    }

    /** A number in {@code from..to}. */
    public record Real(double from, double to) implements Kind {
        @Override
        public Object parse(String name, String text) {
            double value;
            try {
                value = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " '" + text + "' is not a number", e);
            }
            if (!(value >= from && value <= to)) {
                throw outside(name, text, range());
            }
            return value;
        }

        @Override
        public String range() {
            return plain(from) + ".." + plain(to);
        }
    }

    /** One of several words. */
    public record Choice(List<String> words) implements Kind {
        /** Keeps the words. */
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public Object parse(String name, String text) {
            if (!words.contains(text)) {
                throw new IllegalArgumentException(name + " '" + text + "' is none of " + words);
            }
            return text;
        }

        @Override
        public String range() {
            return String.join("|", words);
        }
    }

    /** Any text. */
    public record Text() implements Kind {
        @Override
        public Object parse(String name, String text) {
            return text;
        }

        @Override
        public String range() {
            return "TEXT";
        }
    }

    /**
     * Several values, at least one.
     *
     * @param each kind of each
     * @param separator what is between them
     * @param different whether none may come twice, since each names something
     */
    public record Several(Kind each, String separator, boolean different) implements Kind {
        @Override
        public Object parse(String name, String text) {
            List<Object> values = new ArrayList<>();
            for (String part : text.split(Pattern.quote(separator), -1)) {
                values.add(each.parse(name, part.strip()));
            }
            if (different && new HashSet<>(values).size() < values.size()) {
                throw new IllegalArgumentException(name + " '" + text + "' names something twice");
            }
            return List.copyOf(values);
        }

        @Override
        public String range() {
            return each.range();
        }
    }

    /** Checks that the standard value is allowed. */
    public Setting {
        if (!standard.isEmpty()) {
            kind.parse(name, standard);
        }
    }

    /** A whole number. */
    public static Setting whole(String name, String standard, long from, long to, String meaning) {
        return new Setting(name, new Whole(from, to), standard, meaning);
    }

    /** Whole numbers with commas between them. */
    public static Setting wholes(String name, String standard, long from, long to, String meaning) {
        return new Setting(name, new Several(new Whole(from, to), ",", false), standard, meaning);
    }

    /** A number. */
    public static Setting real(String name, String standard, double from, double to, String meaning) {
        return new Setting(name, new Real(from, to), standard, meaning);
    }

    /** Numbers with commas between them. */
    public static Setting reals(String name, String standard, double from, double to, String meaning) {
        return new Setting(name, new Several(new Real(from, to), ",", false), standard, meaning);
    }

    /** One of several words. */
    public static Setting choice(String name, String standard, List<String> words, String meaning) {
        return new Setting(name, new Choice(words), standard, meaning);
    }

    /** Words with commas between them, none twice. */
    public static Setting choices(String name, String standard, List<String> words, String meaning) {
        return new Setting(name, new Several(new Choice(words), ",", true), standard, meaning);
    }

    /** Yes or no. */
    public static Setting flag(String name, boolean standard, String meaning) {
        return choice(name, Boolean.toString(standard), List.of("true", "false"), meaning);
    }

    /** Any text. */
    public static Setting text(String name, String standard, String meaning) {
        return new Setting(name, new Text(), standard, meaning);
    }

    /** The same, of whose several values none may come twice. */
    public Setting different() {
        if (kind instanceof Several several) {
            return new Setting(name, new Several(several.each(), several.separator(), true), standard, meaning);
        }
        throw new IllegalStateException(name + " has one value");
    }

    /** The same with a standard value. */
    public Setting orElse(String value) {
        return new Setting(name, kind, value, meaning);
    }

    /** The allowed values, such as {@code 3..9}. */
    public String range() {
        return kind.range();
    }

    /**
     * Refuses a number that is no value of this.
     *
     * @throws IllegalArgumentException if it is out of its range, naming both
     */
    public void check(double value) {
        if (kind instanceof Whole whole) {
            check(name, value, (double) whole.from(), (double) whole.to());
        } else if (kind instanceof Real real) {
            check(name, value, real.from(), real.to());
        }
    }

    /**
     * Refuses a value out of its range.
     *
     * @throws IllegalArgumentException if it is, naming both
     */
    public static void check(String name, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw outside(name, plain(value), plain(from) + ".." + plain(to));
        }
    }

    private static IllegalArgumentException outside(String name, String value, String range) {
        return new IllegalArgumentException(name + " " + value + " is not in " + range);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
