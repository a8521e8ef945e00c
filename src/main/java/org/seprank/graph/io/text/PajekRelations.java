package org.seprank.graph.io.text;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.io.codec.Columns;
import org.seprank.graph.io.codec.Fields;

/** The relations of a Pajek network, which sections and lines name by their numbers. */
final class PajekRelations {
    private static final String ATTRIBUTE = "relation";

    /** The relation of a section, such as {@code :2 "likes"}. */
    private static final Pattern OF_SECTION = Pattern.compile("^\\*\\w+\\s*:\\s*(\\d{1,9})\\s*(.*)$");

    /** The relation of a line, such as {@code 2: 1 3}. */
    private static final Pattern OF_LINE = Pattern.compile("^\\s*(\\d{1,9})\\s*:(.*)$");

    private final Columns columns;
    private final Map<String, String> names = new HashMap<>();
    private String current = "";

    /** Relations as an attribute of edges. */
    PajekRelations(Columns columns) {
        this.columns = columns;
    }

    /** Takes the line that begins a section. */
    void section(String line, TextLines lines) throws IOException {
        Matcher named = OF_SECTION.matcher(line);
        current = "";
        if (named.matches()) {
            List<String> label = Fields.quoted(lines, named.group(2));
            current = label.isEmpty() ? named.group(1) : label.get(0);
            names.put(named.group(1), current);
        }
    }

    /** A line without its relation. */
    static String rest(String line) {
        Matcher own = OF_LINE.matcher(line);
        return own.matches() ? own.group(2) : line;
    }

    /** Gives an edge the relation of its line, or else of the section. */
    void put(int e, String line) {
        Matcher own = OF_LINE.matcher(line);
        String name = own.matches() ? names.getOrDefault(own.group(1), own.group(1)) : current;
        if (!name.isEmpty()) {
            columns.put(ATTRIBUTE, e, name, Attributes.Type.TEXT);
        }
    }

    /** Whether sections name more than one. */
    boolean several() {
        return names.size() > 1;
    }
}
