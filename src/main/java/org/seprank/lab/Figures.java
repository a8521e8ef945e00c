package org.seprank.lab;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.seprank.report.Value;

/** Numbers and counts by name, in order. Immutable. */
public final class Figures {
    private final Map<String, Number> values; // Double, or Long for counts

    private Figures(Map<String, Number> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** No numbers. */
    public static Figures none() {
        return new Figures(Map.of());
    }

    /** These and one more. */
    public Figures and(String name, double value) {
        return plus(name, value);
    }

    /** These and a count. */
    public Figures and(String name, long count) {
        return plus(name, count);
    }

    private Figures plus(String name, Number value) {
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
        return number(name).doubleValue();
    }

    /** The number of that name as it is shown: counts are whole. */
    public Value value(String name) {
        Number value = number(name);
        return value instanceof Long count ? Value.of(count.longValue()) : Value.of(value.doubleValue());
    }

    private Number number(String name) {
        Number value = values.get(name);
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
     * The median of every number; of an even number of runs the mean of the middle two. The median of counts is a count
     * where it is whole.
     *
     * @param runs at least one, all with the same names
     */
    public static Figures medians(List<Figures> runs) {
        Figures medians = none();
        for (String name : runs.get(0).names()) {
            double[] all = runs.stream().mapToDouble(run -> run.get(name)).toArray();
            Arrays.sort(all);
            double median = (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
            boolean counts = runs.stream().allMatch(run -> run.number(name) instanceof Long);
            medians = counts && median == Math.rint(median)
                    ? medians.and(name, Math.round(median))
                    : medians.and(name, median);
        }
        return medians;
    }
}
