package org.seprank.report;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Single values with names.
 *
 * @param key for machines, such as "graph"
 * @param title for people
 * @param values by name, in order; names are lower case with underscores
 */
public record Facts(String key, String title, Map<String, Value> values) implements Block {
    /** Keeps the order. */
    public Facts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** No values yet. */
    public static Facts of(String key, String title) {
        return new Facts(key, title, Map.of());
    }

    /**
     * These facts and one more behind them.
     *
     * @throws IllegalArgumentException if there is one of that name
     */
    public Facts add(String name, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(values);
        if (more.put(name, value) != null) {
            throw new IllegalArgumentException("facts '" + key + "' have '" + name + "' twice");
        }
        return new Facts(key, title, more);
    }

    /** These facts and words. */
    public Facts add(String name, String words) {
        return add(name, Value.of(words));
    }

    /** These facts and a whole number. */
    public Facts add(String name, long number) {
        return add(name, Value.of(number));
    }

    /** These facts and a whole number of any size. */
    public Facts add(String name, BigInteger number) {
        return add(name, Value.of(number));
    }

    /** These facts and a real number. */
    public Facts add(String name, double number) {
        return add(name, Value.of(number));
    }

    /** These facts and a yes or no. */
    public Facts add(String name, boolean flag) {
        return add(name, Value.of(flag));
    }
}
