package org.seprank.graph.io.text;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.Fields;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;
import org.seprank.graph.io.codec.Spelling;

/**
 * Pajek networks: {@code *Vertices n}, lines {@code number "label" x y z ..}, then {@code *Arcs}, {@code *Edges},
 * {@code *Arcslist}, {@code *Edgeslist} or {@code *Matrix}; vertices are numbered from 1. The ids are the labels if
 * every vertex has one of its own, otherwise the numbers, with the labels as an attribute. Coordinates become the
 * attributes {@code x}, {@code y}, {@code z}, the shape and the keys with values after it attributes, too; what follows
 * the weight of an edge is for drawing and is skipped. A matrix entry other than 0 is an arc of that weight.
 */
public final class Pajek implements Codec {
    private static final Pattern VERTICES = Pattern.compile("(?i)\\*(vertices|network)\\b");

    @Override
    public boolean recognises(Head head) {
        return VERTICES.matcher(head.afterComments(line -> line.startsWith("%")))
                .lookingAt();
    }

    @Override
    public Set<Feature> holds() {
        return Set.of(Feature.DIRECTED, Feature.UNDIRECTED, Feature.WEIGHTS, Feature.IDS, Feature.ISOLATED_VERTICES);
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (TextLines lines = input.lines()) {
            return new Network(input, lines).read();
        }
    }

    private enum Section {
        NONE,
        VERTICES,
        ARCS,
        EDGES,
        ARCSLIST,
        EDGESLIST,
        MATRIX
    }

    /** Reads one network. */
    private static final class Network {
        private final Input input;
        private final TextLines lines;
        private final Draft draft;
        private final TreeMap<Integer, String> labels = new TreeMap<>();
        private Section section = Section.NONE;
        private int n = -1;
        private int row;
        private boolean arcs;

        Network(Input input, TextLines lines) {
            this.input = input;
            this.lines = lines;
            this.draft = new Draft(input).inferTypes();
        }

        Graph read() throws IOException {
            for (String line = lines.next("%"); line != null; line = lines.next("%")) {
                if (line.stripLeading().startsWith("*")) {
                    section(TextLines.words(line, false));
                } else {
                    entry(line);
                }
            }
            if (n < 0) {
                throw lines.error("no line *Vertices", "a network begins with '*Vertices n'");
            }
            if (section == Section.MATRIX && row < n) {
                throw lines.endOfFile(n + " rows of the matrix, found " + row);
            }
            boolean named = labels.size() == n && new HashSet<>(labels.values()).size() == n;
            if (named) {
                labels.values().forEach(label -> draft.mention(label, 1));
            } else {
                draft.numbered(n, 1);
                labels.forEach((v, label) -> draft.vertexColumns().put("label", v, label, Attributes.Type.TEXT));
            }
            return draft.build();
        }

        private void section(List<String> words) throws IOException {
            String name = words.get(0).toLowerCase(Locale.ROOT);
            Section next = switch (name) {
                case "*network" -> Section.NONE;
                case "*vertices" -> Section.VERTICES;
                case "*arcs" -> Section.ARCS;
                case "*edges" -> Section.EDGES;
                case "*arcslist" -> Section.ARCSLIST;
                case "*edgeslist" -> Section.EDGESLIST;
                case "*matrix" -> Section.MATRIX;
                default ->
                    throw lines.error(
                            "a section '" + TextLines.shortened(name) + "'", "only networks are read, no projects");
            };
            boolean first = next == Section.VERTICES || next == Section.NONE;
            if (first == (n >= 0)) {
                throw lines.error(
                        n >= 0 ? "a second network begins here" : "'" + name + "' comes before *Vertices",
                        "a file holds one network, which begins with '*Vertices n'");
            }
            if (next == Section.VERTICES) {
                if (words.size() < 2) {
                    throw lines.error("the number of vertices is missing", "write '*Vertices n'");
                }
                n = input.vertices(lines, words.get(1));
            }
            arcs |= next == Section.ARCS || next == Section.ARCSLIST || next == Section.MATRIX;
            draft.directed(arcs);
            section = next;
        }

        private void entry(String line) throws IOException {
            switch (section) {
                case NONE ->
                    throw lines.error(
                            "expected '*Vertices n', found '" + TextLines.shortened(line.strip()) + "'",
                            "a network begins with its vertices");
                case VERTICES -> vertex(Fields.quoted(lines, line));
                case ARCS -> edge(TextLines.words(line, false), Kind.ARC);
                case EDGES -> edge(TextLines.words(line, false), Kind.EDGE);
                case ARCSLIST -> list(TextLines.words(line, false), Kind.ARC);
                case EDGESLIST -> list(TextLines.words(line, false), Kind.EDGE);
                case MATRIX -> row(TextLines.words(line, false));
            }
        }

        private void vertex(List<String> fields) throws IOException {
            int v = number(fields.get(0));
            if (fields.size() > 1 && labels.put(v, fields.get(1)) != null) {
                throw lines.error("vertex " + fields.get(0) + " is declared twice", "declare every vertex once");
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

        private int number(String text) throws IOException {
            return (int) lines.integer(text, "a vertex", 1, n) - 1;
        }

        private static boolean isNumber(String text) {
            return text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
        }

        private void edge(List<String> fields, Kind kind) throws IOException {
            if (fields.size() < 2) {
                throw lines.error(
                        "expected two vertices, found '" + TextLines.shortened(fields.get(0)) + "'",
                        "a line is 'from to [weight]'");
            }
            int e = draft.edge(number(fields.get(0)), number(fields.get(1)), kind);
            // what is no number is a key of the drawing
            if (fields.size() > 2
                    && input.weights()
                    && !Character.isLetter(fields.get(2).charAt(0))) {
                draft.weight(e, lines.weight(fields.get(2)));
            }
        }

        private void list(List<String> fields, Kind kind) throws IOException {
            int u = number(fields.get(0));
            for (String field : fields.subList(1, fields.size())) {
                draft.edge(u, number(field), kind);
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
                    draft.weight(draft.edge(row, v, Kind.ARC), weight);
                }
            }
            row++;
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        output.line("*Vertices " + graph.vertexCount());
        boolean numbered = Spelling.counts(graph, 1);
        for (int v = 0; v < graph.vertexCount() && !numbered; v++) {
            output.line((v + 1) + " " + Fields.quote(graph.ids().id(v)));
        }
        output.line(graph.directed() ? "*Arcs" : "*Edges");
        for (int e = 0; e < graph.edgeCount(); e++) {
            output.line((graph.source(e) + 1) + " " + (graph.target(e) + 1)
                    + (graph.weighted() ? " " + Output.number(graph.weight(e)) : ""));
        }
    }
}
