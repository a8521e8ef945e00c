package org.seprank.study.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.seprank.report.Value;
import org.seprank.study.Question;
import org.seprank.study.ShellWord;

/**
 * One study: a command and its options, as on the command line.
 *
 * @param command such as "analyze"
 * @param options values by the option's name without dashes, one or more each; {@value #INPUT} is what the command
 *     works on. {@value #FOLDER} in a value stands for a folder of the study's own.
 */
public record StudySpec(String command, SortedMap<String, List<String>> options) implements Serializable {
    /** The name under which the options hold what the command works on. */
    public static final String INPUT = "input";

    /** Stands for the study's own folder of files. */
    public static final String FOLDER = "{folder}";

    /** Copies the options. */
    public StudySpec {
        TreeMap<String, List<String>> copy = new TreeMap<>();
        options.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        options = Collections.unmodifiableSortedMap(copy);
    }

    /** What a question asks, to the last digit. */
    public static StudySpec of(Question question) {
        TreeMap<String, List<String>> options = new TreeMap<>();
        question.settings().forEach((name, value) -> options.put(name, exact(value.bare())));
        return new StudySpec(question.verb(), options);
    }

    private static List<String> exact(Value value) {
        if (value instanceof Value.Real real) {
            return List.of(Double.toString(real.number()));
        }
        if (value instanceof Value.Whole whole) {
            return List.of(whole.number().toString());
        }
        return value instanceof Value.Words words ? words.words() : List.of(value.text());
    }

    /**
     * The paths that a value may name: alone, after {@code file:} or {@code data-entanglement:}, before
     * {@code #ATTRIBUTE}.
     */
    public static List<String> names(String value) {
        List<String> names = new ArrayList<>();
        String plain = value.replaceFirst("^(file|data-entanglement):", "");
        names.add(plain);
        int mark = plain.lastIndexOf('#');
        if (mark > 0) {
            names.add(plain.substring(0, mark));
        }
        return names;
    }

    /** The words of the command line, with this folder for {@value #FOLDER}. */
    public List<String> words(String folder) {
        List<String> words = new ArrayList<>();
        words.add(command);
        for (Map.Entry<String, List<String>> option : options.entrySet()) {
            if (!option.getKey().equals(INPUT)) {
                option.getValue()
                        .forEach(value -> words.add("--" + option.getKey() + "=" + value.replace(FOLDER, folder)));
            }
        }
        words.add("--");
        options.getOrDefault(INPUT, List.of()).forEach(value -> words.add(value.replace(FOLDER, folder)));
        return words;
    }

    /** The command line, ready for a shell, with this folder for {@value #FOLDER}. */
    String commandLine(String folder) {
        return "seprank " + words(folder).stream().map(ShellWord::quoted).collect(Collectors.joining(" "));
    }

    /** Whether the study writes files into a folder of its own. */
    public boolean hasFolder() {
        return options.values().stream().flatMap(List::stream).anyMatch(value -> value.contains(FOLDER));
    }

    /** An option's values separated by commas; empty where it is not given. */
    public String text(String option) {
        return option.equals("command") ? command : String.join(", ", options.getOrDefault(option, List.of()));
    }
}
