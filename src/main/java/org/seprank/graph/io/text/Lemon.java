package org.seprank.graph.io.text;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Columns;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Fields;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;
import org.seprank.graph.io.codec.Spelling;

/**
 * The LEMON graph format: {@code @nodes}, a line of column names with {@code label} among them, a line per vertex; then
 * {@code @arcs} (directed) or {@code @edges} (undirected), column names or a sole {@code -}, and lines of two labels
 * and the values. The labels are the ids, the edge column {@code weight} the weights, the label of an edge and all
 * other columns attributes; lines of {@code @attributes} are a name and a value of the graph. Further sections of
 * LEMON's programs are left out.
 */
public final class Lemon implements Codec {
    private static final Pattern SECTION = Pattern.compile("@(lgf|nodes|attributes|arcs|edges)\\b");

    @Override
    public boolean recognises(Head head) {
        return SECTION.matcher(head.afterComments(line -> line.startsWith("#"))).lookingAt();
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (TextLines lines = input.lines()) {
            return new Sections(input, lines).read();
        }
    }

    private enum Section {
        NODES,
        ARCS,
        EDGES,
        ATTRIBUTES,
        SKIPPED
    }

    /** Reads one file. */
    private static final class Sections {
        private final Input input;
        private final TextLines lines;
        private final Draft draft;
        private Section section = Section.SKIPPED;
        private boolean namesExpected;
        private boolean nodesSeen;
        private boolean arcs;
        private List<String> names = List.of();

        Sections(Input input, TextLines lines) {
            this.input = input;
            this.lines = lines;
            this.draft = new Draft(input).inferTypes();
        }

        Graph read() throws IOException {
            for (String line = lines.next("#"); line != null; line = lines.next("#")) {
                if (line.stripLeading().startsWith("@")) {
                    section(line.strip());
                } else if (section == Section.ATTRIBUTES) {
                    ofGraph(Fields.quoted(lines, line));
                } else if (section != Section.SKIPPED) {
                    entry(Fields.quoted(lines, line));
                }
            }
            if (!nodesSeen) {
                throw lines.error("no section @nodes", "declare the vertices in a section @nodes");
            }
            draft.checkDeclared();
            return draft.directed(arcs).build();
        }

        private void section(String line) {
            section = switch (TextLines.words(line, false).get(0)) {
                case "@nodes" -> Section.NODES;
                case "@arcs" -> Section.ARCS;
                case "@edges" -> Section.EDGES;
                case "@attributes" -> Section.ATTRIBUTES;
                default -> Section.SKIPPED;
            };
            if (section == Section.SKIPPED && !line.startsWith("@lgf") && !line.startsWith("@end")) {
                input.warn("the section " + TextLines.shortened(line) + " is left out");
            }
            namesExpected = section != Section.SKIPPED && section != Section.ATTRIBUTES;
            nodesSeen |= section == Section.NODES;
            arcs |= section == Section.ARCS;
        }

        private void ofGraph(List<String> fields) throws IOException {
            if (fields.size() != 2) {
                throw lines.error("expected a name and a value, found " + fields.size() + " fields", "quote values");
            }
            put(draft.graphColumns(), fields.get(0), 0, fields.get(1));
        }

        private void entry(List<String> fields) throws IOException {
            if (namesExpected) {
                names = fields.equals(List.of("-")) ? List.of() : fields;
                namesExpected = false;
                if (section == Section.NODES && !names.contains("label")) {
                    throw lines.error(
                            "no column 'label' among " + TextLines.shortened(String.join(" ", names)),
                            "the first line after @nodes names the columns");
                }
                return;
            }
            int ends = section == Section.NODES ? 0 : 2;
            if (fields.size() != names.size() + ends) {
                throw lines.error(
                        "expected " + (names.size() + ends) + " fields, found " + fields.size(),
                        "one for each column" + (ends == 0 ? "" : " after the two ends"));
            }
            if (section == Section.NODES) {
                vertex(fields);
            } else {
                edge(fields, section == Section.ARCS ? Kind.ARC : Kind.EDGE);
            }
        }

        private void vertex(List<String> fields) throws IOException {
            int label = names.indexOf("label");
            int v = draft.declare(fields.get(label), lines.number());
            for (int c = 0; c < fields.size(); c++) {
                if (c != label) {
                    put(draft.vertexColumns(), names.get(c), v, fields.get(c));
                }
            }
        }

        private void edge(List<String> fields, Kind kind) throws IOException {
            int u = draft.mention(fields.get(0), lines.number());
            int v = draft.mention(fields.get(1), lines.number());
            int e = draft.edge(u, v, kind);
            for (int c = 0; c < names.size(); c++) {
                String value = fields.get(c + 2);
                if (!names.get(c).equals("weight")) {
                    put(draft.edgeColumns(), names.get(c), e, value);
                } else if (input.weights()) {
                    draft.weight(e, lines.weight(value));
                }
            }
        }

        private static void put(Columns columns, String name, int row, String value) {
            if (!value.isEmpty()) {
                columns.put(name, row, value, Attributes.Type.TEXT);
            }
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        Spelling.warnOfStructures(graph, output);
        Attributes vertexColumns = graph.vertexAttributes();
        output.line("@nodes");
        StringBuilder line = new StringBuilder("label");
        vertexColumns.names().forEach(name -> line.append('\t').append(Fields.quote(renamed(name, "label", output))));
        output.line(line.toString());
        for (int v = 0; v < graph.vertexCount(); v++) {
            output.text(Fields.quote(graph.ids().id(v)));
            values(vertexColumns, v, output);
        }
        writeEdges(graph, output);
        Attributes own = graph.attributes();
        output.text(own.names().isEmpty() ? "" : "@attributes\n");
        for (String name : own.names()) {
            output.line(
                    Fields.quote(name) + " " + Fields.quote(own.value(name, 0).orElse("")));
        }
    }

    private static void writeEdges(Graph graph, Output output) throws IOException {
        StringBuilder line = new StringBuilder();
        Attributes edgeColumns = graph.edgeAttributes();
        output.line(graph.directed() ? "@arcs" : "@edges");
        line.append(graph.weighted() ? "\tweight" : "");
        edgeColumns.names().forEach(name -> line.append('\t').append(Fields.quote(renamed(name, "weight", output))));
        output.line(line.isEmpty() ? "-" : "\t" + line);
        for (int e = 0; e < graph.edgeCount(); e++) {
            output.text(Fields.quote(graph.ids().id(graph.source(e)))).text("\t");
            output.text(Fields.quote(graph.ids().id(graph.target(e))));
            output.text(graph.weighted() ? "\t" + Output.number(graph.weight(e)) : "");
            values(edgeColumns, e, output);
        }
    }

    private static String renamed(String name, String taken, Output output) {
        if (!name.equals(taken)) {
            return name;
        }
        output.warn("the attribute '" + name + "' is written as '" + name + "_'");
        return name + "_";
    }

    /** A missing value is an empty one, for a line has a field for every column. */
    private static void values(Attributes columns, int row, Output output) throws IOException {
        for (String name : columns.names()) {
            output.text("\t").text(Fields.quote(columns.value(name, row).orElse("")));
        }
        output.line("");
    }
}
