package org.seprank.setting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of settings, all of them allowed ones. Immutable. */
public final class Settings {
    private final Map<String, Setting> known;
    private final Map<String, String> texts;
    private final Map<String, Object> values;

    private Settings(Map<String, Setting> known, Map<String, String> texts, Map<String, Object> values) {
        this.known = known;
        this.texts = texts;
        this.values = values;
    }

    /**
     * The standard values with some changed.
     *
     * @param known the settings there are
     * @param assignments each {@code name=value}
     * @throws IllegalArgumentException if one is not of that form, its name is unknown or given twice, or its value is
     *     not allowed
     */
    public static Settings of(List<Setting> known, List<String> assignments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + assignment.strip() + "' is not of the form name=value");
            }
            String name = assignment.substring(0, equals).strip();
            if (given.put(name, assignment.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("setting '" + name + "' is given twice");
            }
        }
        return of(known, given);
    }

    /**
     * The standard values with some changed.
     *
     * @param known the settings there are
     * @param given texts of values by name
     * @throws IllegalArgumentException if a name is unknown or a value is not allowed
     */
    public static Settings of(List<Setting> known, Map<String, String> given) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        known.forEach(setting -> settings.put(setting.name(), setting));
        for (String name : given.keySet()) {
            if (!settings.containsKey(name)) {
                throw unknown(name, settings);
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        settings.forEach((name, setting) -> {
            String text = given.getOrDefault(name, setting.standard());
            if (given.containsKey(name) || !text.isEmpty() || setting.kind() instanceof Setting.Text) {
                texts.put(name, text);
                values.put(name, setting.kind().parse(name, text));
            }
        });
        return new Settings(settings, texts, values);
    }

    private static IllegalArgumentException unknown(String name, Map<String, Setting> settings) {
        String others = settings.isEmpty() ? "not known, nor is any other" : "none of " + settings.keySet();
        return new IllegalArgumentException("setting '" + name + "' is " + others);
    }

    /** The names of those that have a value, in order. */
    public List<String> names() {
        return List.copyOf(texts.keySet());
    }

    /** Whether a setting has a value: one is given, or there is a standard one. */
    public boolean has(String name) {
        return texts.containsKey(name);
    }

    /** The value as it was written. */
    public String text(String name) {
        value(name, Object.class);
        return String.valueOf(texts.get(name));
    }

    /** A whole number. */
    public long whole(String name) {
        return value(name, Long.class);
    }

    /** A whole number of 32 bits. */
    public int integer(String name) {
        return Math.toIntExact(whole(name));
    }

    /** A whole number in a range that depends on others. */
    public int integer(String name, int from, int to) {
        new Setting.Whole(from, to).parse(name, Long.toString(whole(name)));
        return integer(name);
    }

    /** One of several words that depend on others. */
    public String word(String name, List<String> words) {
        new Setting.Choice(words).parse(name, text(name));
        return text(name);
    }

    /** Whole numbers of 32 bits. */
    public List<Integer> integers(String name) {
        return several(name, Long.class).stream().map(Math::toIntExact).toList();
    }

    /** A real number. */
    public double real(String name) {
        return value(name, Double.class);
    }

    /** Real numbers. */
    public List<Double> reals(String name) {
        return several(name, Double.class);
    }

    /** Several words. */
    public List<String> words(String name) {
        return several(name, String.class);
    }

    /** Yes or no. */
    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    private <T> List<T> several(String name, Class<T> type) {
        List<T> all = new ArrayList<>();
        for (Object one : value(name, List.class)) {
            all.add(type.cast(one));
        }
        return all;
    }

    private <T> T value(String name, Class<T> type) {
        Object value = values.get(name);
        if (value == null) {
            throw known.containsKey(name)
                    ? new IllegalArgumentException("setting '" + name + "' is not given")
                    : unknown(name, known);
        }
        return type.cast(value);
    }
}
