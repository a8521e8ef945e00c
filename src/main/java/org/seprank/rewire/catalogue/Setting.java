package org.seprank.rewire.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.seprank.rewire.RemovalRules;

/**
 * What a method is made with.
 *
 * @param seed of everything random
 * @param depth of the network that the graph is prepared for
 * @param rules ties, chunks and safeguards of removals
 * @param values of parameters, by name; the others have their usual values
 */
public record Setting(long seed, int depth, RemovalRules rules, Map<String, String> values) {
    /** The usual depth. */
    public static final int DEPTH = 3;

    /** Keeps the values. */
    public Setting {
        values = Map.copyOf(values);
    }

    /** Usual parameters. */
    public static Setting of(long seed, int depth) {
        return new Setting(seed, depth, RemovalRules.defaults(), Map.of());
    }

    /** The same with usual values for those that are not given, and an error for those that the method has not. */
    Setting completedFor(Method method) {
        Map<String, String> all = new TreeMap<>();
        method.parameters().forEach(parameter -> all.put(parameter.name(), parameter.usual()));
        values.forEach((name, value) -> {
            if (all.put(name, value) == null) {
                throw new IllegalArgumentException("method " + method.id() + " has no parameter '" + name + "', "
                        + (all.size() == 1 ? "nor any other" : "only " + method.parameterNames()));
            }
        });
        return new Setting(seed, depth, rules, all);
    }

    /** The value of a parameter. */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no parameter " + name);
        }
        return value;
    }

    /** The value of a parameter. */
    public double number(String name) {
        try {
            return Double.parseDouble(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + "=" + text(name) + " is not a number");
        }
    }

    /** The value of a parameter. */
    public int whole(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + "=" + text(name) + " is not a whole number");
        }
    }

    boolean flag(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(name + "=" + text(name) + " is neither true nor false");
        };
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text(name).replace('-', '_'))) {
                return constant;
            }
        }
        throw new IllegalArgumentException(name + "=" + text(name) + " is none of "
                + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
    }
}
