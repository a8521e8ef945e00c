package org.seprank.graph.io.text;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Fields;
import org.seprank.graph.io.codec.Input;

/** Reads one Pajek network, and the values of its vertices in a project. */
final class PajekDocument {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private enum Section {
        NONE,
        VERTICES,
        ARCS,
        EDGES,
        ARCSLIST,
        EDGESLIST,
        MATRIX,
        VALUES,
        SKIPPED
    }

    private final Input input;
    private final TextLines lines;
    private final Draft draft;
    private final TreeMap<Integer, String> labels = new TreeMap<>();
    private final BitSet declared = new BitSet();
    private final PajekRelations relations;
    private Section section = Section.NONE;
    private PajekValues values = PajekValues.NONE;
    private int n = -1;
    private int firstMode;
    private int row;
    private boolean arcs;

    PajekDocument(Input input, TextLines lines) {
        this.input = input;
        this.lines = lines;
        this.draft = new Draft(input).inferTypes();
        this.relations = new PajekRelations(draft.edgeColumns());
    }

    Graph read() throws IOException {
        for (String line = lines.next("%"); line != null; line = lines.next("%")) {
            if (line.stripLeading().startsWith("*")) {
                section(line.strip());
            } else {
                entry(line);
            }
        }
        if (n < 0) {
            throw lines.error("no line *Vertices", "a network begins with '*Vertices n'");
        }
        checkMatrix();
        values.checkComplete(lines);
        boolean named = labels.size() == n && new HashSet<>(labels.values()).size() == n;
        if (named) {
            labels.values().forEach(label -> draft.mention(label, 1));
        } else {
            draft.numbered(n, 1);
            labels.forEach((v, label) -> draft.vertexColumns().put("label", v, label, Attributes.Type.TEXT));
        }
        for (int v = 0; v < n && firstMode > 0; v++) {
            draft.vertexColumns().put("bipartite", v, v < firstMode ? "0" : "1", Attributes.Type.INTEGER);
        }
        return built();
    }

    private void checkMatrix() throws IOException {
        if (section == Section.MATRIX && row < n) {
            throw lines.endOfFile(n + " rows of the matrix, found " + row);
        }
    }

    private Graph built() throws IOException {
        Graph graph = draft.build();
        if (relations.several() && graph.dropped().duplicates() > 0) {
            input.warn("of edges between the same vertices in several relations one is kept");
        }
        return graph;
    }

    private void section(String line) throws IOException {
        String word = TextLines.words(line, false).get(0).toLowerCase(Locale.ROOT);
        String name = word.indexOf(':') < 0 ? word : word.substring(0, word.indexOf(':'));
        checkMatrix();
        switch (name) {
            case "*network" -> network(line);
            case "*vertices" -> vertices(TextLines.words(line, false));
            case "*arcs" -> edges(Section.ARCS, line);
            case "*edges" -> edges(Section.EDGES, line);
            case "*arcslist" -> edges(Section.ARCSLIST, line);
            case "*edgeslist" -> edges(Section.EDGESLIST, line);
            case "*matrix" -> edges(Section.MATRIX, line);
            case "*partition", "*vector", "*permutation" ->
                values(name, line.substring(name.length()).strip());
            case "*cluster", "*hierarchy", "*events" -> {
                section = Section.SKIPPED;
                input.warn("the section '" + name + "' is left out");
            }
            default ->
                throw lines.error("a section '" + TextLines.shortened(name) + "'", "Pajek has no section of that name");
        }
    }

    private void network(String line) throws IOException {
        checkFirst();
        String name = line.substring("*network".length()).strip();
        if (!name.isEmpty()) {
            draft.graphColumns().put("name", 0, name, Attributes.Type.TEXT);
        }
    }

    private void checkFirst() throws IOException {
        if (n >= 0) {
            throw lines.error("a second network begins here", "a file holds one network; split it");
        }
    }

    private void values(String kind, String name) throws IOException {
        values.checkComplete(lines);
        String plain = name.isEmpty() ? kind.substring(1) : name;
        String unused = plain;
        for (int k = 2; draft.vertexColumns().names().contains(unused); k++) {
            unused = plain + " " + k;
        }
        values = new PajekValues(unused, kind.equals("*vector"), draft.vertexColumns());
        section = Section.NONE;
    }

    private void vertices(List<String> words) throws IOException {
        if (words.size() < 2) {
            throw lines.error("the number of vertices is missing", "write '*Vertices n'");
        }
        if (values.begun()) {
            int number = input.vertices(lines, words.get(1));
            values.expect(number, n, lines);
            section = Section.VALUES;
            return;
        }
        if (section == Section.SKIPPED) {
            return; // of a cluster
        }
        checkFirst();
        n = input.vertices(lines, words.get(1));
        firstMode = words.size() > 2 ? (int) lines.integer(words.get(2), "the size of the first mode", 0, n) : 0;
        section = Section.VERTICES;
    }

    private void edges(Section next, String line) throws IOException {
        if (n < 0) {
            String name = TextLines.words(line, false).get(0).toLowerCase(Locale.ROOT);
            throw lines.error(
                    "'" + TextLines.shortened(name) + "' comes before *Vertices",
                    "a network begins with '*Vertices n'");
        }
        relations.section(line, lines);
        arcs |= next == Section.ARCS || next == Section.ARCSLIST || next == Section.MATRIX;
        draft.directed(arcs);
        row = 0;
        section = next;
    }

    private void entry(String line) throws IOException {
        switch (section) {
            case NONE ->
                throw lines.error(
                        "expected '*Vertices n', found '" + TextLines.shortened(line.strip()) + "'",
                        "a network begins with its vertices");
            case VERTICES -> vertex(Fields.quoted(lines, line));
            case ARCS -> edge(line, Kind.ARC);
            case EDGES -> edge(line, Kind.EDGE);
            case ARCSLIST -> list(TextLines.words(line, false), Kind.ARC);
            case EDGESLIST -> list(TextLines.words(line, false), Kind.EDGE);
            case MATRIX -> row(TextLines.words(line, false));
            case VALUES -> values.add(line.strip(), lines);
            case SKIPPED -> {}
        }
    }

    private void vertex(List<String> all) throws IOException {
        List<String> fields = withoutTimes(all);
        int v = number(fields.get(0));
        if (declared.get(v)) {
            throw lines.error("vertex " + fields.get(0) + " is declared twice", "declare every vertex once");
        }
        declared.set(v);
        if (fields.size() > 1) {
            labels.put(v, fields.get(1));
        }
        int i = 2;
        for (; i < Math.min(5, fields.size()) && isNumber(fields.get(i)); i++) {
            put(v, List.of("x", "y", "z").get(i - 2), fields.get(i));
        }
        if ((fields.size() - i) % 2 == 1 && i < fields.size()) {
            put(v, "shape", fields.get(i++));
        }
        for (; i + 1 < fields.size(); i += 2) {
            put(v, fields.get(i), fields.get(i + 1));
        }
    }

    private void put(int v, String name, String value) {
        draft.vertexColumns().put(name, v, value, Attributes.Type.TEXT);
    }

    /** The fields without intervals of time such as {@code [1-3,7]}. */
    private List<String> withoutTimes(List<String> fields) {
        List<String> left = fields.stream()
                .filter(field -> !(field.startsWith("[") && field.endsWith("]")))
                .toList();
        if (left.size() < fields.size()) {
            input.warn("the times of vertices and edges are left out");
        }
        return left.isEmpty() ? fields : left;
    }

    private int number(String text) throws IOException {
        return (int) lines.integer(text, "a vertex", 1, n) - 1;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private void edge(String line, Kind kind) throws IOException {
        List<String> fields = withoutTimes(Fields.quoted(lines, PajekRelations.rest(line)));
        if (fields.size() < 2) {
            String found = fields.isEmpty() ? "nothing" : "'" + TextLines.shortened(fields.get(0)) + "'";
            throw lines.error("expected two vertices, found " + found, "a line is 'from to [weight]'");
        }
        int e = draft.edge(number(fields.get(0)), number(fields.get(1)), kind);
        relations.put(e, line);
        // what is no number is a key of the drawing
        boolean key = fields.size() > 2
                && !fields.get(2).isEmpty()
                && Character.isLetter(fields.get(2).charAt(0));
        if (fields.size() > 2 && !key && input.weights()) {
            draft.weight(e, lines.weight(fields.get(2)));
        }
        drawing(e, fields.subList(Math.min(fields.size(), key ? 2 : 3), fields.size()));
    }

    private void drawing(int e, List<String> pairs) {
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            String name = pairs.get(i).equals("l") ? "label" : pairs.get(i);
            draft.edgeColumns().put(name, e, pairs.get(i + 1), Attributes.Type.TEXT);
        }
        if (pairs.size() % 2 == 1) {
            input.warn("single values after the weights of edges are left out");
        }
    }

    private void list(List<String> fields, Kind kind) throws IOException {
        int u = number(fields.get(0));
        for (String field : fields.subList(1, fields.size())) {
            relations.put(draft.edge(u, number(field), kind), "");
        }
    }

    private void row(List<String> fields) throws IOException {
        if (row == n) {
            throw lines.error("more than " + n + " rows", "a matrix has one row per vertex");
        }
        if (fields.size() != n) {
            throw lines.error("expected " + n + " entries, found " + fields.size(), "one for each vertex");
        }
        for (int v = 0; v < n; v++) {
            double weight = lines.weight(fields.get(v));
            if (weight != 0) {
                int e = draft.edge(row, v, Kind.ARC);
                draft.weight(e, weight);
                relations.put(e, "");
            }
        }
        row++;
    }
}
