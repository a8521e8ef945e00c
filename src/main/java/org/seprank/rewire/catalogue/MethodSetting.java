package org.seprank.rewire.catalogue;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.seprank.rewire.RemovalRules;
import org.seprank.setting.Settings;

/**
 * What a method is made with.
 *
 * @param seed of everything random
 * @param depth of the network that the graph is prepared for
 * @param rules ties, chunks and safeguards of removals
 * @param values of parameters, by name; the others have their usual values
 */
public record MethodSetting(long seed, int depth, RemovalRules rules, Map<String, String> values) {
    /** The usual depth. */
    public static final int DEPTH = 3;

    /** Keeps the values, in the order of their names. */
    public MethodSetting {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Usual parameters. */
    public static MethodSetting of(long seed, int depth) {
        return new MethodSetting(seed, depth, RemovalRules.defaults(), Map.of());
    }

    /** The same with usual values for those that are not given, all of them allowed ones. */
    MethodSetting completedFor(Method method) {
        Map<String, String> all = new TreeMap<>();
        try {
            Settings settings = Settings.of(method.parameters(), values);
            settings.names().forEach(name -> all.put(name, settings.text(name)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("method " + method.id() + ": " + e.getMessage(), e);
        }
        return new MethodSetting(seed, depth, rules, all);
    }

    /** The value of a parameter of the method that this is complete for. */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no parameter " + name);
        }
        return value;
    }

    /** The value of a parameter. */
    public double number(String name) {
        return Double.parseDouble(text(name));
    }

    /** The value of a parameter. */
    public int whole(String name) {
        return Integer.parseInt(text(name));
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }
}
