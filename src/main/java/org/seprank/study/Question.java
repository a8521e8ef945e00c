package org.seprank.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.report.Value;

/**
 * What was asked.
 *
 * @param verb such as "analyze"
 * @param settings by name (lower case with underscores), in the order in which people say them, defaults resolved
 */
public record Question(String verb, Map<String, Value> settings) {
    /** Keeps the order. */
    public Question {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** A question without settings yet. */
    public static Question of(String verb) {
        return new Question(verb, Map.of());
    }

    /** The same with one more setting. */
    public Question with(String name, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new Question(verb, more);
    }

    /** The same with words as one more setting; nothing is said of an empty one. */
    public Question with(String name, String value) {
        return value.isEmpty() ? this : with(name, Value.of(value));
    }

    /** The same with a whole number as one more setting. */
    public Question with(String name, long value) {
        return with(name, Value.of(value));
    }

    /** The same with a real number as one more setting. */
    public Question with(String name, double value) {
        return with(name, Value.of(value));
    }

    /** The same with yes or no as one more setting. */
    public Question with(String name, boolean value) {
        return with(name, Value.of(value));
    }

    /** The same with a choice as one more setting, in lower case. */
    public Question with(String name, Enum<?> value) {
        return with(name, Value.of(value));
    }

    /** The same with several words as one more setting; nothing is said of none. */
    public Question with(String name, List<String> values) {
        return values.isEmpty() ? this : with(name, Value.of(values));
    }

    /** The same with all settings of another question after its own. */
    public Question and(Question other) {
        Map<String, Value> more = new LinkedHashMap<>(settings);
        more.putAll(other.settings);
        return new Question(verb, more);
    }
}
