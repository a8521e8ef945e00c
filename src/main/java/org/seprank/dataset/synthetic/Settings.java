package org.seprank.dataset.synthetic;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The name and the keys of a specification. */
final class Settings {
    private final String name;
    private final Map<String, String> values = new TreeMap<>();
    private final TreeSet<String> known = new TreeSet<>();

    private Settings(String name) {
        this.name = name;
    }

    static Settings parse(String specification) {
        if (!SyntheticTask.recognises(specification)) {
            throw new IllegalArgumentException(
                    "'" + specification + "' does not begin with '" + SyntheticTask.PREFIX + "'");
        }
        String[] parts = specification.substring(SyntheticTask.PREFIX.length()).split(",", -1);
        Settings settings = new Settings(parts[0].strip());
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + parts[i] + "' in '" + specification + "' is not key=value");
            }
            String key = parts[i].substring(0, equals).strip();
            if (settings.values.put(key, parts[i].substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("key '" + key + "' occurs twice in '" + specification + "'");
            }
        }
        return settings;
    }

    String name() {
        return name;
    }

    String text(String key, String otherwise) {
        known.add(key);
        return values.getOrDefault(key, otherwise);
    }

    int integer(String key, int otherwise) {
        String value = text(key, Integer.toString(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " '" + value + "' is not a whole number", e);
        }
    }

    double real(String key, double otherwise) {
        String value = text(key, Double.toString(otherwise));
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " '" + value + "' is not a number", e);
        }
    }

    void checkAllUsed() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("key '" + key + "' of task '" + name + "' is none of " + known);
            }
        }
    }

    /** Refuses a value out of its range. */
    static void check(String key, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw new IllegalArgumentException(
                    key + " " + plain(value) + " is not in " + plain(from) + ".." + plain(to));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
