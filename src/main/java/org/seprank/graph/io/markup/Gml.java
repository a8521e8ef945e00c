package org.seprank.graph.io.markup;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.seprank.graph.io.codec.IntegerIds;
import org.seprank.graph.io.codec.Output;
import org.seprank.graph.io.markup.GmlTokens.Token;

/**
 * GML. The ids are the labels if every vertex has one of its own, as NetworkX has it, otherwise the integers
 * {@code id}, with the labels as an attribute. The key {@code weight} of edges is their weight; other keys become
 * attributes, those of a list inside with the list's name and a dot before theirs. Truth values, which GML lacks, are
 * the strings {@code true} and {@code false}.
 */
public final class Gml implements Codec {
    private static final Pattern START = Pattern.compile(
            "(?:(?i:creator|version|comment|label|date)\\s++(?:\"[^\"]*+\"|[-+.\\w]++)\\s*+){0,20}+graph\\s*\\[");

    @Override
    public boolean recognises(Head head) {
        return START.matcher(head.afterComments(line -> line.startsWith("#"))).lookingAt();
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (Reader text = input.text()) {
            return new Document(input, new GmlTokens(input, text)).read();
        }
    }

    private record Entry(String key, Token value) {}

    private record Vertex(long line, String id, List<Entry> entries) {}

    private record Link(long line, String source, String target, List<Entry> entries) {}

    /** Reads one document. */
    private static final class Document {
        private final Input input;
        private final GmlTokens tokens;
        private final List<Vertex> vertices = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private boolean graphSeen;
        private Kind kind = Kind.UNSAID;

        Document(Input input, GmlTokens tokens) {
            this.input = input;
            this.tokens = tokens;
        }

        Graph read() throws IOException {
            for (Token token = tokens.next(); token.kind() != GmlTokens.Kind.END; token = tokens.next()) {
                Token value = valueOf(token);
                if (token.text().equals("graph") && value.kind() == GmlTokens.Kind.OPEN) {
                    if (graphSeen) {
                        throw tokens.error(token.line(), "a second graph begins here", "split the file");
                    }
                    graphSeen = true;
                    graph();
                } else if (value.kind() == GmlTokens.Kind.OPEN) {
                    list("", new ArrayList<>(), 1);
                }
            }
            if (!graphSeen) {
                throw input.error(1, "no list 'graph ['", "a GML file has a list of that name");
            }
            return build();
        }

        /** The value after a key. */
        private Token valueOf(Token key) throws IOException {
            if (key.kind() != GmlTokens.Kind.KEY) {
                throw expected("a key", key);
            }
            Token value = tokens.next();
            boolean isValue = value.kind() != GmlTokens.Kind.KEY
                    && value.kind() != GmlTokens.Kind.CLOSE
                    && value.kind() != GmlTokens.Kind.END;
            if (!isValue) {
                throw expected("a value for '" + TextLines.shortened(key.text()) + "'", value);
            }
            return value;
        }

        private FormatException expected(String what, Token found) {
            return tokens.error(
                    found.line(),
                    "expected " + what + ", found " + TextLines.shortened(found.text()),
                    "GML is made of keys, each with a value; the file may be truncated");
        }

        private void graph() throws IOException {
            for (Token key = tokens.next(); key.kind() != GmlTokens.Kind.CLOSE; key = tokens.next()) {
                Token value = valueOf(key);
                if (value.kind() == GmlTokens.Kind.OPEN) {
                    List<Entry> entries = new ArrayList<>();
                    list("", entries, 1);
                    if (key.text().equals("node")) {
                        vertices.add(new Vertex(key.line(), take("id", entries, key), entries));
                    } else if (key.text().equals("edge")) {
                        String source = take("source", entries, key);
                        links.add(new Link(key.line(), source, take("target", entries, key), entries));
                    }
                } else if (key.text().equals("directed")) {
                    kind = value.text().equals("1") ? Kind.ARC : Kind.EDGE;
                }
            }
        }

        /** Reads the entries up to the closing bracket; those of inner lists get the prefix. */
        private void list(String prefix, List<Entry> entries, int depth) throws IOException {
            for (Token key = tokens.next(); key.kind() != GmlTokens.Kind.CLOSE; key = tokens.next()) {
                Token value = valueOf(key);
                if (value.kind() != GmlTokens.Kind.OPEN) {
                    entries.add(new Entry(prefix + key.text(), value));
                } else if (depth == ReadLimits.DEEPEST) {
                    throw tokens.error(
                            key.line(), "lists inside lists, " + ReadLimits.DEEPEST + " deep", "flatten them");
                } else {
                    list(prefix + key.text() + ".", entries, depth + 1);
                }
            }
        }

        private String take(String name, List<Entry> entries, Token of) throws IOException {
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).key().equals(name)) {
                    return entries.remove(i).value().text();
                }
            }
            throw tokens.error(of.line(), of.text() + " without " + name, "add it: " + name + " 1");
        }

        private Graph build() throws IOException {
            boolean named = labelsAreIds();
            Draft draft = new Draft(input).directed(kind == Kind.ARC);
            for (Vertex vertex : vertices) {
                int v = draft.declare(vertex.id(), vertex.line());
                for (Entry entry : vertex.entries()) {
                    if (!named || !entry.key().equals("label")) {
                        draft.vertexColumns().put(entry.key(), v, entry.value().text(), type(entry.value()));
                    }
                }
            }
            for (Link link : links) {
                int u = draft.mention(link.source(), link.line());
                int v = draft.mention(link.target(), link.line());
                int e = draft.edge(u, v, kind);
                for (Entry entry : link.entries()) {
                    edgeEntry(draft, e, entry);
                }
            }
            draft.checkDeclared();
            if (named) {
                draft.rename(v -> label(vertices.get(v)).orElseThrow());
            }
            return draft.build();
        }

        private boolean labelsAreIds() {
            Set<String> labels = new HashSet<>();
            vertices.forEach(vertex -> label(vertex).ifPresent(labels::add));
            return labels.size() == vertices.size();
        }

        private static Optional<String> label(Vertex vertex) {
            return vertex.entries().stream()
                    .filter(entry -> entry.key().equals("label"))
                    .map(entry -> entry.value().text())
                    .findFirst();
        }

        private void edgeEntry(Draft draft, int e, Entry entry) throws IOException {
            if (!entry.key().equals("weight")) {
                draft.edgeColumns().put(entry.key(), e, entry.value().text(), type(entry.value()));
            } else if (input.weights()) {
                Token value = entry.value();
                draft.weight(e, TextLines.weight(input.path(), value.line(), value.text()));
            }
        }

        private static Attributes.Type type(Token value) {
            return switch (value.kind()) {
                case INTEGER -> Attributes.Type.INTEGER;
                case REAL -> Attributes.Type.REAL;
                default ->
                    value.text().equals("true") || value.text().equals("false")
                            ? Attributes.Type.BOOLEAN
                            : Attributes.Type.TEXT;
            };
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        output.line("graph [").line("  directed " + (graph.directed() ? 1 : 0));
        boolean numbers = hasIntegerIds(graph);
        List<String> vertexKeys = keys(graph.vertexAttributes(), Set.of("id", "label"), output);
        for (int v = 0; v < graph.vertexCount(); v++) {
            String id = graph.ids().id(v);
            output.line("  node [").line("    id " + (numbers ? id : v));
            output.line("    label \"" + Entities.escaped(id) + "\"");
            entries(graph.vertexAttributes(), vertexKeys, v, output);
        }
        List<String> edgeKeys = keys(graph.edgeAttributes(), Set.of("source", "target", "weight"), output);
        for (int e = 0; e < graph.edgeCount(); e++) {
            String source = numbers ? graph.ids().id(graph.source(e)) : Integer.toString(graph.source(e));
            String target = numbers ? graph.ids().id(graph.target(e)) : Integer.toString(graph.target(e));
            output.line("  edge [").line("    source " + source).line("    target " + target);
            output.text(graph.weighted() ? "    weight " + Output.number(graph.weight(e)) + "\n" : "");
            entries(graph.edgeAttributes(), edgeKeys, e, output);
        }
        output.line("]");
    }

    /** Whether the ids can be GML's own, which are integers. */
    private static boolean hasIntegerIds(Graph graph) {
        for (int v = 0; v < graph.vertexCount(); v++) {
            if (!IntegerIds.isInteger(graph.ids().id(v))) {
                return false;
            }
        }
        return true;
    }

    /** The keys of the columns; what GML does not allow in a key becomes a letter x. */
    private static List<String> keys(Attributes columns, Set<String> taken, Output output) {
        List<String> keys = new ArrayList<>();
        for (String name : columns.names()) {
            String key = name.replaceAll("[^0-9A-Za-z_.]", "x");
            key = key.matches("[A-Za-z].*") ? key : "x" + key;
            while (taken.contains(key) || keys.contains(key)) {
                key += "x";
            }
            if (!key.equals(name)) {
                output.warn("the attribute '" + TextLines.shortened(name) + "' is written as '" + key + "'");
            }
            keys.add(key);
        }
        return keys;
    }

    private static void entries(Attributes columns, List<String> keys, int row, Output output) throws IOException {
        for (int i = 0; i < keys.size(); i++) {
            String name = columns.names().get(i);
            Optional<String> value = columns.value(name, row);
            if (value.isPresent()) {
                boolean number = columns.type(name) != Attributes.Type.TEXT && GmlTokens.isNumber(value.get());
                String text = number ? value.get() : "\"" + Entities.escaped(value.get()) + "\"";
                output.line("    " + keys.get(i) + " " + text);
            }
        }
        output.line("  ]");
    }
}
