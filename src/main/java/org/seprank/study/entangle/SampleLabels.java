package org.seprank.study.entangle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.seprank.dataset.Truth;
import org.seprank.entangle.DataTable;

/** The label y of each sample by which its state is multiplied, and how it came from what is known of the sample. */
final class SampleLabels {
    private final double[] values; // NaN: not known
    private final String words;

    private SampleLabels(double[] values, String words) {
        this.values = values;
        this.words = words;
    }

    /** Labels that do not enter: all 1. */
    static SampleLabels none(int samples) {
        return new SampleLabels(DataTable.unlabelled(samples), "none");
    }

    /**
     * By their names: numbers where one has a fraction, else classes, the last of two or the most frequent of several
     * being the positive one unless another is named.
     *
     * @param names one for each sample; empty: not known
     * @param positive the name of the positive class; empty: not said
     * @throws IllegalArgumentException if there is no such class, or none that is known
     */
    static SampleLabels named(List<String> names, String positive) {
        boolean fractions = positive.isEmpty()
                && names.stream().allMatch(name -> name.isEmpty() || number(name))
                && names.stream().anyMatch(name -> !name.isEmpty() && Double.parseDouble(name) % 1 != 0);
        if (fractions) {
            return numbers(names.stream()
                    .mapToDouble(name -> name.isEmpty() ? Double.NaN : Double.parseDouble(name))
                    .toArray());
        }
        TreeSet<String> classes = new TreeSet<>(SampleLabels::compare);
        names.stream().filter(name -> !name.isEmpty()).forEach(classes::add);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("no sample has a label; say --label none to go without");
        }
        String one = positive.isEmpty() ? usual(names, classes) : positive;
        if (!classes.contains(one)) {
            throw new IllegalArgumentException("there is no class '" + one + "', only " + some(classes));
        }
        double[] signs = names.stream()
                .mapToDouble(name -> name.isEmpty() ? Double.NaN : compare(name, one) == 0 ? 1 : -1)
                .toArray();
        return new SampleLabels(signs, "class " + one + " against the rest, 1 and -1");
    }

    private static String usual(List<String> names, SortedSet<String> classes) {
        if (classes.size() == 2) {
            return classes.last();
        }
        Map<String, Integer> counts = new TreeMap<>(SampleLabels::compare);
        names.stream().filter(name -> !name.isEmpty()).forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts.entrySet().stream()
                .reduce((most, other) -> other.getValue() > most.getValue() ? other : most)
                .orElseThrow()
                .getKey();
    }

    private static List<String> some(SortedSet<String> classes) {
        return classes.stream().limit(12).toList();
    }

    private static boolean number(String name) {
        return name.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    }

    /** Numbers by size, words by the alphabet. */
    private static int compare(String one, String other) {
        return number(one) && number(other)
                ? Double.compare(Double.parseDouble(one), Double.parseDouble(other))
                : one.compareTo(other);
    }

    /** Numbers to be predicted, of which those that are not known are NaN: less their mean, over their deviation. */
    static SampleLabels numbers(double[] numbers) {
        double[] known = Arrays.stream(numbers).filter(y -> !Double.isNaN(y)).toArray();
        double mean = Arrays.stream(known).average().orElse(Double.NaN);
        double deviation = Math.sqrt(
                Arrays.stream(known).map(y -> (y - mean) * (y - mean)).average().orElse(Double.NaN));
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("the numbers to be predicted are all equal; say --label none");
        }
        return new SampleLabels(
                Arrays.stream(numbers).map(y -> (y - mean) / deviation).toArray(), "numbers, standardised");
    }

    /** What is known of the items of a dataset; the first of several events or numbers. */
    static SampleLabels of(Truth truth, String positive) {
        if (truth.known().length == 0) {
            return none(truth.size());
        }
        return switch (truth.kind()) {
            case NUMBERS -> numbers(column(truth));
            case EVENTS, LINKS ->
                named(
                        Arrays.stream(column(truth))
                                .mapToObj(y -> Double.isNaN(y) ? "" : Long.toString(Math.round(y)))
                                .toList(),
                        positive);
            case CLASSES ->
                named(
                        IntStream.range(0, truth.size())
                                .mapToObj(i -> truth.known(i)
                                        ? Integer.toString(truth.labels().label(i))
                                        : "")
                                .toList(),
                        positive);
        };
    }

    private static double[] column(Truth truth) {
        return IntStream.range(0, truth.size())
                .mapToDouble(i -> truth.values().value(i, 0))
                .toArray();
    }

    /** The samples whose labels are known, ascending. */
    int[] known() {
        return IntStream.range(0, values.length)
                .filter(m -> !Double.isNaN(values[m]))
                .toArray();
    }

    /** The label of a sample that is known. */
    double value(int sample) {
        return values[sample];
    }

    /** How they came about. */
    String words() {
        return words;
    }
}
