package org.seprank.graph.io.markup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seprank.file.FormatException;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Columns;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.JsonText;

/** Reads one JSON object of vertices and links, in whatever order its entries come. */
final class NodeLinkDocument {
    private static final JsonFactory FACTORY = new JsonFactory();

    private record Value(String text, JsonToken token) {}

    private record Link(long line, Value source, Value target) {}

    private final Input input;
    private final JsonParser json;
    private final Draft draft;
    private final List<@Nullable String> ids = new ArrayList<>(); // null where a vertex has none
    private final List<Link> links = new ArrayList<>();
    private final Columns linkColumns;
    private final Map<Integer, Double> weights = new HashMap<>();
    private final Set<String> others = new HashSet<>();
    private boolean nodesSeen;
    private boolean linksSeen;
    private Kind kind = Kind.UNSAID;

    NodeLinkDocument(Input input, JsonParser json) {
        this.input = input;
        this.json = json;
        this.draft = new Draft(input);
        this.linkColumns = draft.edgeColumns();
    }

    FormatException error(String what, String hint) {
        return input.error(line(), what, hint);
    }

    private long line() {
        return Math.max(1, json.currentTokenLocation().getLineNr());
    }

    void read() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw error("expected an object", "a graph is an object with 'nodes' and 'links'");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "directed" -> kind = truth(name) ? Kind.ARC : Kind.EDGE;
                case "multigraph" -> truth(name);
                case "graph" -> ofGraph();
                case "nodes" -> {
                    nodesSeen = true;
                    array(name, this::vertex);
                }
                case "links", "edges" -> {
                    if (linksSeen) {
                        throw error("a second list of edges, '" + name + "'", "keep 'links' or 'edges'");
                    }
                    linksSeen = true;
                    array(name, this::link);
                }
                default -> further(name);
            }
        }
    }

    /** A truth value by any of its spellings. */
    private boolean truth(String name) throws IOException {
        Value value = value();
        if (!Attributes.Type.BOOLEAN.fits(value.text())) {
            throw error("'" + name + "' is '" + TextLines.shortened(value.text()) + "'", "it is true or false");
        }
        return Attributes.Type.BOOLEAN.spelling(value.text()).equals("true");
    }

    /** The attributes of the graph, of which NetworkX writes an object or a list of pairs. */
    private void ofGraph() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            ofPairs(value());
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            put(draft.graphColumns(), name, 0, value());
        }
    }

    private void ofPairs(Value list) {
        Map<String, JsonNode> pairs = JsonText.pairs(list.text());
        pairs.forEach((name, value) -> {
            String text = value.isValueNode() ? value.asText() : value.toString();
            put(draft.graphColumns(), name, 0, new Value(text, value.asToken()));
        });
        if (pairs.isEmpty() && !list.text().equals("[]")) {
            put(draft.graphColumns(), "graph", 0, list);
        }
    }

    private void further(String name) throws IOException {
        others.add(name);
        put(draft.graphColumns(), name, 0, value());
    }

    @FunctionalInterface
    private interface Item {
        void read() throws IOException;
    }

    private void array(String name, Item item) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw error("'" + name + "' is no array", "'" + name + "' is an array of objects");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw error("'" + name + "' has something that is no object", "'" + name + "' is an array of objects");
            }
            item.read();
        }
    }

    private void vertex() throws IOException {
        int v = ids.size();
        ids.add(null);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            Value value = value();
            if (name.equals("id") && value.token() != JsonToken.VALUE_NULL) {
                ids.set(v, value.text());
                if (value.token().isStructStart()) {
                    input.warn("ids that are lists or objects are read as text");
                }
            } else {
                put(draft.vertexColumns(), name, v, value);
            }
        }
    }

    private void link() throws IOException {
        int e = links.size();
        long line = line();
        Value source = null;
        Value target = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            Value value = value();
            switch (name) {
                case "source" -> source = value;
                case "target" -> target = value;
                case "weight" -> weight(e, value);
                default -> put(linkColumns, name, e, value);
            }
        }
        if (source == null || target == null) {
            throw input.error(line, "a link without " + (source == null ? "source" : "target"), "add it");
        }
        links.add(new Link(line, source, target));
    }

    private void weight(int e, Value value) throws IOException {
        if (input.weights() && value.token() != JsonToken.VALUE_NULL) {
            weights.put(e, TextLines.weight(input.path(), line(), value.text()));
        }
    }

    /** The value at the current token; of an object or array its JSON. */
    private Value value() throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT && json.getText().equals("NaN")) {
            return new Value(json.getText(), JsonToken.VALUE_NULL);
        }
        if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
            return new Value(json.getText(), token);
        }
        StringWriter copy = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(copy)) {
            copy(generator);
        }
        return new Value(copy.toString(), token);
    }

    /** Copies a list or object, its numbers as they are written. */
    private void copy(JsonGenerator generator) throws IOException {
        int depth = 0;
        do {
            JsonToken token = json.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (!token.isNumeric()) {
                generator.copyCurrentEvent(json);
            } else if (json.isNaN()) {
                generator.writeNull();
            } else {
                generator.writeNumber(json.getText());
            }
        } while (depth > 0 && json.nextToken() != null);
    }

    private void put(Columns columns, String name, int row, Value value) {
        if (value.token() == JsonToken.VALUE_NUMBER_FLOAT && value.text().endsWith("Infinity")) {
            input.warn("infinite values of '" + TextLines.shortened(name) + "' are left out");
            return;
        }
        switch (value.token()) {
            case VALUE_NULL -> {} // no value
            case VALUE_TRUE, VALUE_FALSE -> columns.put(name, row, value.text(), Attributes.Type.BOOLEAN);
            case VALUE_NUMBER_INT -> columns.put(name, row, value.text(), Attributes.Type.INTEGER);
            case VALUE_NUMBER_FLOAT -> columns.put(name, row, value.text(), Attributes.Type.REAL);
            case START_OBJECT, START_ARRAY -> columns.put(name, row, value.text(), Attributes.Type.STRUCTURE);
            default -> columns.put(name, row, value.text(), Attributes.Type.TEXT);
        }
    }

    Graph graph() throws IOException {
        if (!nodesSeen || !linksSeen) {
            checkOtherKinds();
            throw error("no '" + (nodesSeen ? "links" : "nodes") + "'", "a graph has 'nodes' and 'links'");
        }
        boolean named = !ids.contains(null);
        if (!named && ids.stream().anyMatch(id -> id != null)) {
            throw error("some vertices have an id, others have none", "give every vertex an id, or none");
        }
        for (int v = 0; v < ids.size(); v++) {
            String id = ids.get(v);
            draft.declare(id == null ? Integer.toString(v) : id, 1);
        }
        draft.directed(kind == Kind.ARC);
        boolean allIds = links.stream().allMatch(link -> isId(link.source()) && isId(link.target()));
        boolean counts = links.stream().allMatch(link -> counts(link.source()) && counts(link.target()));
        boolean byId = named && (allIds || !counts);
        for (int e = 0; e < links.size(); e++) {
            Link link = links.get(e);
            draft.edge(end(link, link.source(), byId), end(link, link.target(), byId), kind);
            if (weights.containsKey(e)) {
                draft.weight(e, weights.get(e));
            }
        }
        return draft.build();
    }

    /** Other graphs in JSON are named. */
    private void checkOtherKinds() throws IOException {
        String kind = others.contains("elements")
                ? "Cytoscape JSON"
                : others.contains("adjacency")
                        ? "NetworkX adjacency data"
                        : others.contains("graphs")
                                        || draft.graphColumns().names().contains("nodes")
                                ? "JSON Graph Format"
                                : "";
        if (!kind.isEmpty()) {
            throw input.error(
                    "it is " + kind + ", which is not read",
                    "write it with nx.node_link_data in Python, or as GraphML");
        }
    }

    private boolean isId(Value end) {
        return draft.has(end.text());
    }

    private static boolean counts(Value end) {
        return end.token() == JsonToken.VALUE_NUMBER_INT && end.text().matches("\\d{1,9}");
    }

    private int end(Link link, Value end, boolean byId) throws IOException {
        int v = counts(end) ? Integer.parseInt(end.text()) : -1;
        if (byId ? !isId(end) : v < 0 || v >= ids.size()) {
            throw input.error(
                    link.line(),
                    "a link to '" + TextLines.shortened(end.text()) + "', which is no vertex",
                    "links name the id of a vertex, or count vertices from 0");
        }
        return byId ? draft.mention(end.text(), link.line()) : v;
    }
}
