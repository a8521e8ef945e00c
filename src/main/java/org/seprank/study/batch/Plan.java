package org.seprank.study.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.seprank.study.engine.StudySpec;

/**
 * The studies of a plan file: a base study, times every combination of the grid's values, times seeds.
 *
 * <pre>{@code
 * base: {command: analyze, input: graphs/karate.graphml, depth: 3}
 * grid: {depth: [2, 3, 4], partition: [bisection, "attribute:faction"]}
 * seeds: 0-4
 * }</pre>
 *
 * A list in {@code base}, and a list within a list of {@code grid}, gives an option several times. An input may be a
 * pattern or a folder of graph files, which stand for every file. Paths are relative to the working directory.
 *
 * @param file where it was read
 * @param studies in the order of the grid, the last key fastest, then seeds
 */
public record Plan(Path file, List<StudySpec> studies) {
    /** More studies are refused. */
    public static final int MOST_STUDIES = 100_000;

    private static final int MOST_VALUES = 10_000; // of an option other than the seed

    /** Copies the list. */
    public Plan {
        studies = List.copyOf(studies);
    }

    /**
     * Reads a plan and checks it.
     *
     * @throws IllegalArgumentException if it is wrong: one line with file, line, key, value and what is allowed
     */
    public static Plan read(Path file, StudyCatalogue vocabulary) throws IOException {
        PlanAxes axes = PlanAxes.read(file, vocabulary);
        checkSize(axes);
        axes.check();
        return new Plan(file, product(axes));
    }

    /** Before every value is looked at, which takes longer than to count them. */
    private static void checkSize(PlanAxes axes) {
        double count = 1;
        for (Map.Entry<String, PlanAxes.Axis> axis : axes.axes().entrySet()) {
            int choices = axis.getValue().choices().size();
            count *= choices;
            if (choices > MOST_VALUES && !axis.getKey().equals(PlanAxes.SEED)) {
                throw PlanNode.wrong(
                        axes.file(),
                        axis.getValue().line(),
                        "key '" + axis.getKey() + "' has " + choices + " values, more than " + MOST_VALUES);
            }
        }
        if (count > MOST_STUDIES) {
            throw PlanNode.wrong(
                    axes.file(),
                    1,
                    "the plan has " + String.format(Locale.ROOT, "%.0f", count) + " studies, more than "
                            + MOST_STUDIES);
        }
    }

    private static List<StudySpec> product(PlanAxes axes) {
        List<SortedMap<String, List<String>>> all = List.of(new TreeMap<>());
        for (Map.Entry<String, PlanAxes.Axis> axis : axes.axes().entrySet()) {
            List<SortedMap<String, List<String>>> longer = new ArrayList<>();
            for (SortedMap<String, List<String>> one : all) {
                for (List<String> choice : axis.getValue().choices()) {
                    SortedMap<String, List<String>> with = new TreeMap<>(one);
                    with.put(axis.getKey(), choice);
                    longer.add(with);
                }
            }
            all = longer;
        }
        return all.stream()
                .map(options -> new StudySpec(axes.command(), options))
                .distinct()
                .toList();
    }

    /** The numbers that "0-4", "7" or "0,2,5" means. */
    static long[] seeds(String text) {
        try {
            int dash = text.indexOf('-', 1);
            if (dash > 0) {
                long first = Long.parseLong(text.substring(0, dash).strip());
                long last = Long.parseLong(text.substring(dash + 1).strip());
                if (last >= first && (last - first < 0 || last - first >= MOST_STUDIES)) { // it may overflow
                    throw new IllegalArgumentException("'" + text + "' are more than " + MOST_STUDIES + " seeds");
                }
                if (last < first) {
                    throw new NumberFormatException();
                }
                return LongStream.rangeClosed(first, last).toArray();
            }
            return Arrays.stream(text.split(",", -1))
                    .mapToLong(part -> Long.parseLong(part.strip()))
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is neither a seed, nor a range such as 0-4", e);
        }
    }
}
