package org.seprank.spark;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.seprank.cli.Interruption;

/**
 * One run of a command line inside the test's own process.
 *
 * @param code exit code
 * @param out stdout
 * @param err stderr
 */
record CommandRun(int code, String out, String err) {
    /** Runs the program with these words. */
    static CommandRun of(String... words) {
        return stoppedBy(() -> false, words);
    }

    /** Runs it until it is asked to stop. */
    static CommandRun stoppedBy(BooleanSupplier stop, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = org.seprank.cli.Main.run(
                words, new PrintWriter(out), new PrintWriter(err), Interruption.following(stop));
        return new CommandRun(code, out.toString(), err.toString());
    }

    /** Runs it with these settings of Spark. */
    static CommandRun with(Map<String, String> settings, BooleanSupplier stop, String... words) {
        Map<String, String> all = new TreeMap<>(settings);
        all.forEach(System::setProperty);
        try {
            return stoppedBy(stop, words);
        } finally {
            all.keySet().forEach(System::clearProperty);
        }
    }

    /** These words and more. */
    static String[] and(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
    }
}
