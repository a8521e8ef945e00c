package org.seprank.lab;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers by name, in order. Immutable. */
public final class Figures {
    private final Map<String, Double> values;

    private Figures(Map<String, Double> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** No numbers. */
    public static Figures none() {
        return new Figures(Map.of());
    }

    /** These and one more. */
    public Figures and(String name, double value) {
        Figures more = new Figures(values);
        more.values.put(name, value);
        return more;
    }

    /** These and others. */
    public Figures and(Figures others) {
        Figures more = new Figures(values);
        more.values.putAll(others.values);
        return more;
    }

    /** The names, in order. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** Whether there is a number of that name. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The number of that name. */
    public double get(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("figure '" + name + "' is none of " + values.keySet());
        }
        return value;
    }

    /** The same numbers with a word before every name. */
    public Figures under(String prefix) {
        return new Figures(values.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> prefix + " " + entry.getKey(),
                        Map.Entry::getValue,
                        (first, second) -> second,
                        LinkedHashMap::new)));
    }

    /**
     * The median of every number; of an even count the mean of the middle two.
     *
     * @param runs at least one, all with the same names
     */
    public static Figures medians(List<Figures> runs) {
        Figures medians = none();
        for (String name : runs.get(0).names()) {
            double[] all = runs.stream().mapToDouble(run -> run.get(name)).toArray();
            Arrays.sort(all);
            double median = (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
            medians = medians.and(name, median);
        }
        return medians;
    }
}
