package org.seprank.graph.io.markup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.seprank.file.FormatException;
import org.seprank.file.ReadLimits;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Columns;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;
import org.seprank.graph.io.markup.GmlTokens.Token;

/** Reads one GML document. */
final class GmlDocument {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");

    private static final Set<String> TRUTH = Set.of("true", "false", "True", "False", "TRUE", "FALSE");

    /** What a key has: a number or text, or entries in brackets. */
    private sealed interface Value {}

    private record Scalar(Token token) implements Value {}

    private record Block(List<Entry> entries) implements Value {}

    private record Entry(String key, Value value) {
        Optional<Token> scalar() {
            return value instanceof Scalar scalar ? Optional.of(scalar.token()) : Optional.empty();
        }
    }

    private record Vertex(long line, String id, List<Entry> entries) {}

    private record Link(long line, String source, String target, List<Entry> entries) {}

    private final Input input;
    private final GmlTokens tokens;
    private final List<Vertex> vertices = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Entry> ofGraph = new ArrayList<>();
    private boolean graphSeen;
    private Kind kind = Kind.UNSAID;

    GmlDocument(Input input, GmlTokens tokens) {
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
                block(1);
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
            boolean block = value.kind() == GmlTokens.Kind.OPEN;
            if (block && key.text().equals("node")) {
                List<Entry> entries = block(1);
                vertices.add(new Vertex(key.line(), take("id", entries, key), entries));
            } else if (block && key.text().equals("edge")) {
                List<Entry> entries = block(1);
                String source = take("source", entries, key);
                links.add(new Link(key.line(), source, take("target", entries, key), entries));
            } else if (block) {
                ofGraph.add(new Entry(key.text(), new Block(block(1))));
            } else if (key.text().equals("directed")) {
                kind = value.text().equals("1") ? Kind.ARC : Kind.EDGE;
            } else if (!key.text().equals("multigraph")) {
                ofGraph.add(new Entry(key.text(), new Scalar(value)));
            }
        }
    }

    /** The entries up to the closing bracket. */
    private List<Entry> block(int depth) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Token key = tokens.next(); key.kind() != GmlTokens.Kind.CLOSE; key = tokens.next()) {
            Token value = valueOf(key);
            if (value.kind() != GmlTokens.Kind.OPEN) {
                entries.add(new Entry(key.text(), new Scalar(value)));
            } else if (depth == ReadLimits.DEEPEST) {
                throw tokens.error(key.line(), "lists inside lists, " + ReadLimits.DEEPEST + " deep", "flatten them");
            } else {
                entries.add(new Entry(key.text(), new Block(block(depth + 1))));
            }
        }
        return entries;
    }

    private String take(String name, List<Entry> entries, Token of) throws IOException {
        List<Entry> found =
                entries.stream().filter(entry -> entry.key().equals(name)).toList();
        if (found.size() != 1 || found.get(0).scalar().isEmpty()) {
            String what = found.isEmpty() ? " without " + name : " with more than one " + name;
            throw tokens.error(of.line(), of.text() + what, "a vertex and an edge have one: " + name + " 1");
        }
        entries.remove(found.get(0));
        return found.get(0).scalar().orElseThrow().text();
    }

    private Graph build() throws IOException {
        boolean named = labelsAreIds();
        Draft draft = new Draft(input).directed(kind == Kind.ARC);
        flatten("", ofGraph, draft.graphColumns(), 0);
        for (Vertex vertex : vertices) {
            int v = draft.declare(vertex.id(), vertex.line());
            if (named) {
                vertex.entries().removeIf(entry -> entry.key().equals("label"));
            }
            flatten("", vertex.entries(), draft.vertexColumns(), v);
        }
        for (Link link : links) {
            int u = draft.mention(link.source(), link.line());
            int v = draft.mention(link.target(), link.line());
            int e = draft.edge(u, v, kind);
            weigh(draft, e, link.entries());
            flatten("", link.entries(), draft.edgeColumns(), e);
        }
        draft.checkDeclared();
        if (named) {
            draft.rename(labels::get);
        }
        return draft.build();
    }

    private boolean labelsAreIds() {
        for (Vertex vertex : vertices) {
            List<Entry> found = vertex.entries().stream()
                    .filter(entry -> entry.key().equals("label"))
                    .toList();
            if (found.size() != 1 || found.get(0).scalar().isEmpty()) {
                return false;
            }
            labels.add(found.get(0).scalar().orElseThrow().text());
        }
        return new HashSet<>(labels).size() == vertices.size();
    }

    private void weigh(Draft draft, int e, List<Entry> entries) throws IOException {
        for (Entry entry : entries) {
            if (entry.key().equals("weight") && input.weights()) {
                Token value = entry.scalar()
                        .orElse(new Token(GmlTokens.Kind.OPEN, "[", links.get(e).line()));
                draft.weight(e, TextLines.weight(input.path(), value.line(), value.text()));
            }
        }
        entries.removeIf(entry -> entry.key().equals("weight"));
    }

    /** Entries as attributes; those of a block have its name and a dot before theirs, repeated ones are a list. */
    private static void flatten(String prefix, List<Entry> entries, Columns columns, int row) throws IOException {
        for (Map.Entry<String, List<Value>> group : grouped(entries).entrySet()) {
            String name = prefix + group.getKey();
            List<Value> values = group.getValue();
            if (values.size() > 1 || isEmptyList(values.get(0))) {
                columns.put(name, row, json(values), Attributes.Type.STRUCTURE);
            } else if (values.get(0) instanceof Block block) {
                flatten(name + ".", block.entries(), columns, row);
            } else if (values.get(0) instanceof Scalar scalar) {
                columns.put(name, row, scalar.token().text(), type(scalar.token()));
            }
        }
    }

    private static Map<String, List<Value>> grouped(List<Entry> entries) {
        Map<String, List<Value>> groups = new LinkedHashMap<>();
        for (Entry entry : entries) {
            groups.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.value());
        }
        return groups;
    }

    private static boolean isEmptyList(Value value) {
        return isText(value, Gml.EMPTY_LIST);
    }

    private static boolean isText(Value value, String text) {
        return value instanceof Scalar scalar
                && scalar.token().kind() == GmlTokens.Kind.STRING
                && scalar.token().text().equals(text);
    }

    private static String json(List<Value> values) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, values);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, List<Value> values) throws IOException {
        if (values.size() > 1 || isEmptyList(values.get(0))) {
            json.writeStartArray();
            for (Value value : values) {
                if (!isText(value, Gml.LIST_START) && !isEmptyList(value)) {
                    write(json, List.of(value));
                }
            }
            json.writeEndArray();
        } else if (values.get(0) instanceof Block block) {
            json.writeStartObject();
            for (Map.Entry<String, List<Value>> group : grouped(block.entries()).entrySet()) {
                json.writeFieldName(group.getKey());
                write(json, group.getValue());
            }
            json.writeEndObject();
        } else if (values.get(0) instanceof Scalar scalar) {
            write(json, scalar.token());
        }
    }

    private static void write(JsonGenerator json, Token token) throws IOException {
        boolean number = token.kind() == GmlTokens.Kind.INTEGER || token.kind() == GmlTokens.Kind.REAL;
        if (number && JSON_NUMBER.matcher(token.text()).matches()) {
            json.writeNumber(token.text());
        } else if (number && Double.isFinite(number(token.text()))) {
            json.writeNumber(Output.number(number(token.text())));
        } else {
            json.writeString(token.text());
        }
    }

    private static double number(String text) {
        char last = text.charAt(text.length() - 1);
        return Character.isDigit(last) || last == '.' ? Double.parseDouble(text) : Double.NaN;
    }

    private static Attributes.Type type(Token value) {
        return switch (value.kind()) {
            case INTEGER -> Attributes.Type.INTEGER;
            case REAL -> Attributes.Type.REAL;
            default -> TRUTH.contains(value.text()) ? Attributes.Type.BOOLEAN : Attributes.Type.TEXT;
        };
    }
}
