package org.seprank.graph.family;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that a specification gives to the parameters of a family, checked against their ranges. */
final class Arguments {
    private final GraphFamily family;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final long seed;

    /** Parses {@code key=value,key=value}; a {@code seed} among them replaces {@code standardSeed}. */
    Arguments(GraphFamily family, String text, long standardSeed) {
        this.family = family;
        for (String pair : text.isBlank() ? new String[0] : text.split(",", -1)) {
            add(pair.strip());
        }
        for (Parameter parameter : family.parameters()) {
            if (has(parameter.name())) {
                check(parameter);
            }
        }
        this.seed = given.containsKey("seed") ? whole("seed", given("seed")) : standardSeed;
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("'" + pair + "' in family " + family.name() + " is not of the form "
                    + "parameter=value; use " + family.usage());
        }
        String name = pair.substring(0, equals).strip();
        if (family.parameters().stream().noneMatch(parameter -> parameter.name().equals(name))) {
            throw new IllegalArgumentException(
                    "family " + family.name() + " has no parameter '" + name + "'; use " + family.usage());
        }
        if (given.put(name, pair.substring(equals + 1).strip()) != null) {
            throw new IllegalArgumentException("parameter " + name + " of family " + family.name() + " is given twice");
        }
    }

    private void check(Parameter parameter) {
        String text = given(parameter.name());
        for (String part : parameter.kind() == Parameter.Kind.SIZES ? text.split("\\+", -1) : new String[] {text}) {
            double value =
                    parameter.kind() == Parameter.Kind.REAL ? fraction(parameter, part) : whole(parameter.name(), part);
            if (!(value >= parameter.min() && value <= parameter.max())) {
                throw new IllegalArgumentException(parameter.name() + "=" + text + " of family " + family.name()
                        + " is not in " + parameter.range());
            }
        }
    }

    private double fraction(Parameter parameter, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    parameter.name() + "=" + text + " of family " + family.name() + " is not a number", e);
        }
    }

    private long whole(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + "=" + text + " of family " + family.name() + " is not a whole number", e);
        }
    }

    /** Whether a value is given or there is a standard one. */
    boolean has(String name) {
        return given.containsKey(name) || !standard(name).isEmpty();
    }

    private String standard(String name) {
        return family.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::standard)
                .findFirst()
                .orElse("");
    }

    private String given(String name) {
        String value = given.getOrDefault(name, standard(name));
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "family " + family.name() + " needs parameter " + name + "; use " + family.usage());
        }
        return value;
    }

    int integer(String name) {
        return Math.toIntExact(whole(name, given(name)));
    }

    double real(String name) {
        return Double.parseDouble(given(name));
    }

    List<Integer> sizes(String name) {
        List<Integer> sizes = new ArrayList<>();
        for (String part : given(name).split("\\+", -1)) {
            sizes.add(Math.toIntExact(whole(name, part)));
        }
        return sizes;
    }

    long seed() {
        return seed;
    }

    /** Refuses a combination of values. */
    IllegalArgumentException refuse(String why) {
        return new IllegalArgumentException("family " + family.name() + ": " + why);
    }
}
