package org.seprank.spark;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code spark-submit --class org.seprank.spark.Main} starts: {@code seprank spark} with the words that follow, or
 * {@code seprank batch} with {@code --engine spark}.
 */
public final class Main {
    private static final String BATCH = "batch";
    private static final String ENGINE = "--engine";

    private Main() {}

    /** Runs the program. */
    public static void main(String[] args) {
        org.seprank.cli.Main.main(words(List.of(args)).toArray(String[]::new));
    }

    /** The words of the program's command line. */
    static List<String> words(List<String> args) {
        List<String> words = new ArrayList<>(args);
        boolean batch = !args.isEmpty() && args.get(0).equals(BATCH);
        if (!batch) {
            words.add(0, SparkExtension.NAME);
        } else if (args.size() > 1 && args.get(1).equals("status")) {
            return words;
        } else if (words.stream().noneMatch(word -> word.startsWith(ENGINE))) {
            words.addAll(1, List.of(ENGINE, SparkExtension.NAME));
        }
        return words;
    }
}
