package org.seprank.setting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The values of a laboratory's settings. Immutable. */
public final class Settings {
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * The defaults with some values changed.
     *
     * @param known the settings there are
     * @param assignments each {@code key=value}, a later one replacing an earlier one
     * @throws IllegalArgumentException if one is not of that form or its key is unknown
     */
    public static Settings of(List<Setting> known, List<String> assignments) {
        Map<String, String> values = new LinkedHashMap<>();
        known.forEach(setting -> values.put(setting.key(), setting.standard()));
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + assignment + "' is not of the form key=value");
            }
            String key = assignment.substring(0, equals).strip();
            if (!values.containsKey(key)) {
                throw new IllegalArgumentException("setting '" + key + "' is none of " + values.keySet());
            }
            values.put(key, assignment.substring(equals + 1).strip());
        }
        return new Settings(values);
    }

    /** The keys, in order. */
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** The value as it was written. */
    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("setting '" + key + "' is none of " + values.keySet());
        }
        return value;
    }

    /** One of several words. */
    public String word(String key, List<String> allowed) {
        String value = text(key);
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException(key + " '" + value + "' is none of " + allowed);
        }
        return value;
    }

    /** A whole number in a range. */
    public int integer(String key, int from, int to) {
        return integer(key, text(key), from, to);
    }

    /** Whole numbers in a range, written with commas between them; at least one. */
    public List<Integer> integers(String key, int from, int to) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text(key).split(",", -1)) {
            numbers.add(integer(key, part.strip(), from, to));
        }
        return numbers;
    }

    private static int integer(String key, String value, int from, int to) {
        try {
            int number = Integer.parseInt(value);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " '" + value + "' is not a whole number", e);
        }
        throw new IllegalArgumentException(key + " " + value + " is not in " + from + ".." + to);
    }

    /** A real number in a range. */
    public double real(String key, double from, double to) {
        return real(key, text(key), from, to);
    }

    /** Real numbers in a range, written with commas between them; at least one. */
    public List<Double> reals(String key, double from, double to) {
        List<Double> numbers = new ArrayList<>();
        for (String part : text(key).split(",", -1)) {
            numbers.add(real(key, part.strip(), from, to));
        }
        return numbers;
    }

    /** Whole numbers in a range as in {@link #integers}, each of which names a run: none comes twice. */
    public List<Integer> differentIntegers(String key, int from, int to) {
        return different(key, integers(key, from, to));
    }

    /** Real numbers in a range as in {@link #reals}, each of which names a run: none comes twice. */
    public List<Double> differentReals(String key, double from, double to) {
        return different(key, reals(key, from, to));
    }

    private <T> List<T> different(String key, List<T> values) {
        if (new LinkedHashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException(key + "=" + text(key) + " names something twice");
        }
        return values;
    }

    private static double real(String key, String value, double from, double to) {
        try {
            double number = Double.parseDouble(value);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " '" + value + "' is not a number", e);
        }
        throw new IllegalArgumentException(key + " " + value + " is not in " + from + ".." + to);
    }
}
