package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.dataset.file.Source;
import org.seprank.file.FormatException;
import org.seprank.file.TextLines;

/**
 * What the {@code info.yaml} of GraphLand says of its columns: keys, each with a text or a list of texts. Of YAML this
 * is all that such files have; anything else is refused with its line.
 *
 * @param file the file
 * @param values by key; a text is a list of one
 */
record GraphLandInfo(Path file, Map<String, List<String>> values) {
    private static final String HINT = "keys at the beginning of lines, each with a text, [a, b] or lines '- a'";

    static GraphLandInfo read(Source source, Path file) throws IOException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        try (TextLines lines = source.lines(file)) {
            for (String text = lines.nextFull(); text != null; text = lines.nextFull()) {
                String line = text.strip();
                if (line.startsWith("#") || line.equals("---") || line.isEmpty()) {
                    continue;
                }
                if (line.startsWith("- ") && !values.isEmpty()) {
                    open.add(plain(line.substring(2)));
                    continue;
                }
                int colon = line.indexOf(':');
                if (colon <= 0 || Character.isWhitespace(text.charAt(0))) {
                    throw lines.error("expected 'key: value', found '" + line + "'", HINT);
                }
                open = new ArrayList<>(list(line.substring(colon + 1).strip()));
                values.put(plain(line.substring(0, colon)), open);
            }
        }
        return new GraphLandInfo(file, values);
    }

    private static List<String> list(String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.startsWith("[") && value.endsWith("]")) {
            List<String> all = new ArrayList<>();
            for (String one : value.substring(1, value.length() - 1).split(",", -1)) {
                all.add(plain(one));
            }
            all.removeIf(String::isEmpty);
            return all;
        }
        return List.of(plain(value));
    }

    private static String plain(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** The list of that name; empty where there is none. */
    private List<String> list(String name, String older) {
        return values.getOrDefault(name, values.getOrDefault(older, List.of()));
    }

    List<String> fractions() {
        return list("fraction_features_names", "proportion_features_names");
    }

    /** Numbers that are no fractions. */
    List<String> numbers() {
        List<String> all = new ArrayList<>(list("numerical_features_names", "num_features_names"));
        all.removeAll(fractions());
        return all;
    }

    List<String> categories() {
        return list("categorical_features_names", "cat_features_names");
    }

    String text(String name, String otherwise) {
        List<String> value = values.getOrDefault(name, List.of());
        return value.isEmpty() ? otherwise : value.get(0);
    }

    /** Whether numbers are to be predicted, not classes. */
    boolean isRegression() throws FormatException {
        String task = text("task", "");
        if (!task.matches("regression|(binary|multiclass)(_classification)?|classification")) {
            throw FormatException.inFile(
                    file,
                    "key 'task' is '" + task + "'",
                    "one of regression, binary_classification, multiclass_classification");
        }
        return task.equals("regression");
    }
}
