package org.seprank.graph.io.markup;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jgrapht.alg.util.Pair;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.ImportException;
import org.jgrapht.nio.dot.DOTEventDrivenImporter;
import org.jspecify.annotations.Nullable;
import org.seprank.file.FormatException;
import org.seprank.file.ReadLimits;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;
import org.seprank.graph.io.codec.Spelling;

/**
 * Graphviz DOT, read by JGraphT's importer: subgraphs, chains of edges and default attributes are resolved; ports are
 * skipped. The edge attribute {@code weight} is the weight; all others stay attributes.
 */
public final class Dot implements Codec {
    private static final Pattern PLACE = Pattern.compile("line (\\d+):\\d+ (.*)", Pattern.DOTALL);
    private static final Pattern UNEXPECTED =
            Pattern.compile("(?:mismatched|extraneous) input '(.*)' expecting (.*)", Pattern.DOTALL);

    @Override
    public boolean recognises(Head head) {
        return DotHeader.of(head.text()).isPresent();
    }

    @Override
    public Graph read(Input input) throws IOException {
        Kind kind = DotHeader.of(input.head().text())
                .orElseThrow(
                        () -> input.error(1, "expected 'graph {' or 'digraph {'", "name the right file or format"));
        Draft draft = new Draft(input).directed(kind == Kind.ARC).inferTypes();
        Weights weights = new Weights(input, draft);
        DOTEventDrivenImporter importer = new DOTEventDrivenImporter(true, false);
        importer.addVertexConsumer(id -> draft.mention(id, 1));
        importer.addVertexAttributeConsumer((place, value) -> draft.vertexColumns()
                .put(place.getSecond(), draft.mention(place.getFirst(), 1), text(value), Attributes.Type.TEXT));
        importer.addEdgeWithAttributesConsumer((ends, attributes) -> weights.edge(kind, ends, attributes));
        String text = text(input);
        try {
            importer.importInput(new StringReader(text));
        } catch (ImportException e) {
            throw fault(input, e);
        }
        weights.check();
        return draft.build();
    }

    /** All of the text, for the importer hides faults of reading in exceptions of its own, and nests without limit. */
    private static String text(Input input) throws IOException {
        StringWriter text = new StringWriter();
        try (Reader in = input.text()) {
            in.transferTo(text);
        }
        int depth = 0;
        int line = 1;
        StringBuffer characters = text.getBuffer();
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            line += c == '\n' ? 1 : 0;
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth > ReadLimits.DEEPEST) {
                throw input.error(
                        line,
                        "braces inside braces, more than " + ReadLimits.DEEPEST + " deep",
                        "flatten the subgraphs");
            }
        }
        return text.toString();
    }

    /** Takes edges, and keeps the first fault of a weight for after the import. */
    private static final class Weights {
        private final Input input;
        private final Draft draft;
        private Optional<FormatException> fault = Optional.empty();

        Weights(Input input, Draft draft) {
            this.input = input;
            this.draft = draft;
        }

        void edge(Kind kind, Pair<String, String> ends, Map<String, Attribute> attributes) {
            int u = draft.mention(ends.getFirst(), 1);
            int v = draft.mention(ends.getSecond(), 1);
            int e = draft.edge(u, v, kind);
            attributes.forEach((name, value) -> {
                if (!name.equals("weight")) {
                    draft.edgeColumns().put(name, e, text(value), Attributes.Type.TEXT);
                } else if (input.weights()) {
                    weight(e, text(value));
                }
            });
        }

        private void weight(int e, String text) {
            try {
                draft.weight(e, TextLines.weight(input.path(), 1, text));
            } catch (FormatException bad) {
                if (fault.isEmpty()) {
                    fault = Optional.of(bad);
                }
            }
        }

        void check() throws FormatException {
            if (fault.isPresent()) {
                throw input.error(fault.get().what(), fault.get().hint());
            }
        }
    }

    /** A value; an attribute without one is true. */
    private static String text(@Nullable Attribute value) {
        return value == null ? "true" : value.getValue();
    }

    private static FormatException fault(Input input, ImportException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FormatException known) {
                return known;
            }
        }
        String message = String.valueOf(e.getMessage());
        Matcher place = PLACE.matcher(message);
        String hint = "the file may be truncated, or a name may lack quotes";
        FormatException fault = place.find()
                ? input.error(Long.parseLong(place.group(1)), what(place.group(2)), hint)
                : input.error(message, hint);
        return fault.causedBy(e);
    }

    /** The parser's message in the words of the other formats. */
    private static String what(String message) {
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (!unexpected.matches()) {
            return message;
        }
        String found = unexpected.group(1);
        boolean end = found.isEmpty() || found.equals("<EOF>");
        return "expected " + unexpected.group(2) + ", found "
                + (end ? "the end of the file" : "'" + TextLines.shortened(found) + "'");
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        IntFunction<String> ids = Spelling.ids(graph, id -> id.indexOf('\\') < 0, output);
        output.line(graph.directed() ? "digraph {" : "graph {");
        for (int v = 0; v < graph.vertexCount(); v++) {
            output.line("  " + quoted(ids.apply(v)) + attributes(graph.vertexAttributes(), v, "") + ";");
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            String weight = graph.weighted() ? "weight=" + quoted(Output.number(graph.weight(e))) : "";
            output.line("  " + quoted(ids.apply(graph.source(e))) + (graph.directed() ? " -> " : " -- ")
                    + quoted(ids.apply(graph.target(e))) + attributes(graph.edgeAttributes(), e, weight) + ";");
        }
        output.line("}");
    }

    private static String attributes(Attributes columns, int row, String first) {
        StringBuilder list = new StringBuilder(first);
        List<String> names = columns.names();
        for (String name : names) {
            columns.value(name, row)
                    .ifPresent(value -> list.append(list.isEmpty() ? "" : ", ")
                            .append(quoted(name))
                            .append('=')
                            .append(quoted(value)));
        }
        return list.isEmpty() ? "" : " [" + list + "]";
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z_][A-Za-z_0-9]*|-?\\d+")
                        && !text.matches("(?i)graph|digraph|node|edge|subgraph|strict")
                ? text
                : "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
