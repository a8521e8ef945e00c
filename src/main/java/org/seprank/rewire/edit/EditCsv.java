package org.seprank.rewire.edit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.seprank.file.FormatException;
import org.seprank.graph.Graph;

/** Edits as comma-separated lines. */
final class EditCsv {
    static final String HEADER = "step,action,source,target";

    private EditCsv() {}

    static void write(Writer out, Graph graph, EditList edits) throws IOException {
        out.write(HEADER + "\n");
        int step = 1;
        for (Edit edit : edits) {
            out.write(line(graph, step++, edit));
        }
    }

    /** One edit with its line end. */
    static String line(Graph graph, int step, Edit edit) {
        return step + "," + edit.kind().name().toLowerCase(Locale.ROOT) + ","
                + field(graph.ids().id(edit.u())) + ","
                + field(graph.ids().id(edit.v())) + "\n";
    }

    static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && text.equals(text.strip())
                && !text.isEmpty();
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    static EditList read(Path path, Graph graph) throws IOException {
        EditReplay replay = new EditReplay(path, graph);
        try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            String header = in.readLine();
            if (header == null || !header.strip().equalsIgnoreCase(HEADER)) {
                throw FormatException.atLine(
                        path,
                        1,
                        "expected the header '" + HEADER + "', found '" + header + "'",
                        "is this an edit list?");
            }
            long number = 2;
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                long first = number++;
                while (insideQuotes(text)) { // an id with a line break
                    String more = in.readLine();
                    if (more == null) {
                        throw FormatException.atLine(path, first, "a quote is not closed", "close it");
                    }
                    text = text + "\n" + more;
                    number++;
                }
                if (!text.isBlank()) {
                    edit(path, first, text, replay);
                }
            }
        }
        return replay.build();
    }

    private static boolean insideQuotes(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static void edit(Path path, long line, String text, EditReplay replay) throws IOException {
        List<String> fields = split(text);
        if (fields.size() != 4) {
            throw FormatException.atLine(
                    path, line, "expected 4 fields, found " + fields.size() + ": '" + text + "'", "fields: " + HEADER);
        }
        if (!fields.get(0).equals(Integer.toString(replay.size() + 1))) {
            throw FormatException.atLine(
                    path,
                    line,
                    "expected step " + (replay.size() + 1) + ", found '" + fields.get(0) + "'",
                    "steps count from 1 without gaps");
        }
        Edit.Kind kind = switch (fields.get(1).toLowerCase(Locale.ROOT)) {
            case "remove" -> Edit.Kind.REMOVE;
            case "add" -> Edit.Kind.ADD;
            default ->
                throw FormatException.atLine(
                        path, line, "unknown action '" + fields.get(1) + "'", "an action is 'remove' or 'add'");
        };
        replay.edit(line, kind, fields.get(2), fields.get(3));
    }

    static List<String> split(String text) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean escaped = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (escaped) {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                    wasQuoted = true;
                }
            } else if (c == ',' && !quoted) {
                fields.add(wasQuoted ? field.toString() : field.toString().strip());
                field.setLength(0);
                wasQuoted = false;
            } else {
                field.append(c);
            }
        }
        fields.add(wasQuoted ? field.toString() : field.toString().strip());
        return fields;
    }
}
