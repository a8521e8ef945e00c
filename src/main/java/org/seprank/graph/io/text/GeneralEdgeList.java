package org.seprank.graph.io.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seprank.file.FormatException;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.IntegerIds;

/** Reads any edge list, and is the only one to report faults. */
final class GeneralEdgeList {
    private static final Pattern DIGITS = Pattern.compile("-?\\d+");

    /** Where NetworkX puts the attributes of an edge. */
    private static final Pattern DATA = Pattern.compile("[\\s,]\\{");

    /** A blank between fields that no comma is beside. */
    private static final Pattern BLANK = Pattern.compile("[^\\s,]\\s+[^\\s,]");

    private static final Pattern BARE_COMMA = Pattern.compile("[^\\s,]+,[^\\s,]+");

    private static final String LEFT = "left:";
    private static final String RIGHT = "right:";

    private final Input input;
    private final TextLines lines;
    private final Draft draft;
    private final EdgeListHeader header = new EdgeListHeader();
    private int mentioned;
    private int columns;
    private long firstLine;
    private List<String> firstEnds = List.of();
    private boolean firstEndsAgain;

    GeneralEdgeList(Input input, TextLines lines) {
        this.input = input;
        this.lines = lines;
        this.draft = new Draft(input);
    }

    Graph read() throws IOException {
        for (String line = lines.next(""); line != null; line = lines.next("")) {
            char c = line.stripLeading().charAt(0);
            if (c == '#' || c == '%') {
                header.accept(line, lines.number());
                mentionDeclared();
            } else {
                edge(line);
            }
        }
        checkNotColumnNames();
        header.isolated().forEach(id -> draft.mention(id, lines.number()));
        addUnnamedVertices();
        draft.directed(header.kind() == Draft.Kind.ARC);
        if (header.bipartite()) {
            nameSides();
        }
        return (header.vertices().isEmpty() ? draft.sortedIfIntegers() : draft).build();
    }

    private void mentionDeclared() {
        List<String> declared = header.vertices();
        for (; mentioned < declared.size(); mentioned++) {
            draft.mention(declared.get(mentioned), lines.number());
        }
    }

    private void edge(String line) throws IOException {
        Matcher data = DATA.matcher(line);
        boolean networkx = line.stripTrailing().endsWith("}") && data.find();
        String plain = networkx ? line.substring(0, data.start()) : line;
        List<String> fields = TextLines.words(plain, true);
        checkCommas(plain, fields);
        checkColumns(fields);
        int u = vertex(fields.get(0), LEFT);
        int e = draft.edge(u, vertex(fields.get(1), RIGHT), header.kind());
        if (columns > 2 && input.weights()) {
            draft.weight(e, weight(fields));
        }
        if (columns == 4) {
            input.warn("the fourth column, such as a time stamp, is left out");
        }
        if (networkx) {
            attributes(e, line.substring(data.start() + 1).strip());
        }
    }

    private double weight(List<String> fields) throws IOException {
        boolean heading = lines.number() == firstLine && areNames(fields.subList(0, 2));
        if (heading && !DIGITS.matcher(fields.get(2)).lookingAt()) {
            throw columnNames();
        }
        return lines.weight(fields.get(2));
    }

    /** A comma inside a field of a line with blanks between fields may be that of a decimal, or of a name. */
    private void checkCommas(String line, List<String> fields) throws IOException {
        String text = line.strip();
        if (text.indexOf(',') < 0 || !BLANK.matcher(text).find()) {
            return;
        }
        Matcher bare = BARE_COMMA.matcher(text);
        if (bare.find() && fields.size() > 1) {
            throw lines.error(
                    "a comma inside '" + TextLines.shortened(bare.group()) + "' between blanks",
                    "write decimals with a point, and put the same between all fields");
        }
    }

    private void attributes(int e, String dictionary) throws IOException {
        Optional<JsonNode> values = PythonLiteral.dictionary(dictionary);
        if (values.isEmpty()) {
            throw lines.error(
                    "expected a dictionary of Python after an edge, found '" + TextLines.shortened(dictionary) + "'",
                    "such as {'weight': 3, 'color': 'red'}");
        }
        for (Map.Entry<String, JsonNode> entry : values.get().properties()) {
            JsonNode value = entry.getValue();
            String text = value.isContainerNode() ? value.toString() : value.asText();
            if (value.isNull()) {
                continue; // no value
            }
            if (!entry.getKey().equals("weight")) {
                draft.edgeColumns().put(entry.getKey(), e, text, type(value));
            } else if (input.weights()) {
                draft.weight(e, lines.weight(text));
            }
        }
    }

    private static Attributes.Type type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY, OBJECT -> Attributes.Type.STRUCTURE;
            case BOOLEAN -> Attributes.Type.BOOLEAN;
            case NUMBER -> value.isIntegralNumber() ? Attributes.Type.INTEGER : Attributes.Type.REAL;
            default -> Attributes.Type.TEXT;
        };
    }

    private void checkColumns(List<String> fields) throws IOException {
        int found = fields.size();
        if (found < 2) {
            String what = found == 0 ? "none" : "'" + TextLines.shortened(fields.get(0)) + "'";
            throw lines.error("expected two vertices, found " + what, "put both ends of an edge on its line");
        }
        if (columns == 0) {
            columns = found;
            firstLine = lines.number();
            firstEnds = List.copyOf(fields.subList(0, 2));
        } else {
            firstEndsAgain |= firstEnds.contains(fields.get(0)) || firstEnds.contains(fields.get(1));
        }
        if (found != columns) {
            throw lines.error(
                    "expected " + columns + " columns as in line " + firstLine + ", found " + found,
                    "give every edge a weight, or none; the file may also be truncated");
        }
        if (found > 4) {
            throw lines.error(
                    "expected two vertices and perhaps a weight, found " + found + " columns",
                    "a table of edges with column names is read as csv");
        }
    }

    private int vertex(String id, String side) throws IOException {
        if (input.vertexCount() > 0) {
            lines.integer(id, "a vertex", 0, input.vertexCount() - 1L);
        }
        return draft.mention(header.bipartite() ? side + id : id, lines.number());
    }

    /** Words that name columns, or a first line of two words before lines of numbers, are no edge. */
    private void checkNotColumnNames() throws IOException {
        List<String> ids = draft.names();
        boolean numbersFollow = ids.size() > 2
                && ids.subList(2, ids.size()).stream()
                        .allMatch(id -> DIGITS.matcher(side(id)).matches());
        boolean names = !firstEnds.isEmpty()
                && header.vertices().isEmpty()
                && firstEnds.stream().noneMatch(id -> DIGITS.matcher(id).matches())
                && !firstEndsAgain
                && (numbersFollow || (ids.size() > 2 && areNames(firstEnds)));
        if (names) {
            throw columnNames();
        }
    }

    private static boolean areNames(List<String> ends) {
        String u = ends.get(0).toLowerCase(Locale.ROOT);
        String v = ends.get(1).toLowerCase(Locale.ROOT);
        return u.length() > 1 && Csv.SOURCES.contains(u) && Csv.TARGETS.contains(v);
    }

    private FormatException columnNames() {
        return input.error(
                firstLine,
                "expected two vertices, found column names '" + TextLines.shortened(firstEnds.get(0)) + "', '"
                        + TextLines.shortened(firstEnds.get(1)) + "'",
                "begin the line with #, or put commas or tabs between the columns");
    }

    private void addUnnamedVertices() throws IOException {
        long n = input.vertexCount() > 0 ? input.vertexCount() : header.vertexCount();
        boolean numbers = header.vertices().isEmpty()
                && !header.bipartite()
                && draft.names().stream()
                        .allMatch(id -> IntegerIds.isInteger(id) && Long.parseLong(id) >= 0 && Long.parseLong(id) < n);
        if (numbers) {
            int count = input.vertexCount() > 0
                    ? input.vertexCount()
                    : input.vertices(Math.max(0, n), header.vertexCountLine());
            for (int v = 0; v < count; v++) {
                draft.mention(Integer.toString(v), lines.number());
            }
        }
        if (draft.vertexCount() == 0 && n < 0) {
            throw input.error("has no edges", "an edge list has two vertices per line, or says '# Nodes: N'");
        }
    }

    /** The id in the file of a vertex of a bipartite list. */
    private String side(String name) {
        boolean left = header.bipartite() && name.startsWith(LEFT);
        boolean right = header.bipartite() && name.startsWith(RIGHT);
        return left ? name.substring(LEFT.length()) : right ? name.substring(RIGHT.length()) : name;
    }

    /** Says of every vertex which set it is of, and leaves the prefix out if all ids differ without it. */
    private void nameSides() {
        List<String> names = List.copyOf(draft.names());
        Set<String> plain = new HashSet<>();
        for (int v = 0; v < names.size(); v++) {
            String side = names.get(v).startsWith(LEFT) ? "0" : "1";
            draft.vertexColumns().put("bipartite", v, side, Attributes.Type.INTEGER);
            plain.add(side(names.get(v)));
        }
        if (plain.size() == names.size()) {
            draft.rename(v -> side(names.get(v)));
        }
    }
}
