package org.seprank.graph.io.markup;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Columns;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Input;

/** Reads one GraphML document. */
final class GraphMlDocument {
    private static final String WEIGHT = "weight";
    private static final String LABEL = "label";

    private record Key(
            String name,
            Attributes.Type type,
            String domain,
            @Nullable String value,
            boolean drawing) {
        boolean of(String element) {
            return domain.equals(element) || domain.equals("all");
        }
    }

    /** What data belong to. */
    private enum Owner {
        GRAPH,
        NESTED_GRAPH,
        VERTEX,
        EDGE,
        PORT
    }

    private final Input input;
    private final Xml xml;
    private final Draft draft;
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Deque<Kind> kinds = new ArrayDeque<>(); // of the graphs around
    private final Deque<Integer> vertices = new ArrayDeque<>(); // around
    private final Deque<Owner> owners = new ArrayDeque<>();
    private final BitSet weighed = new BitSet();
    private final Deque<Integer> edges = new ArrayDeque<>(); // around
    private boolean graphSeen;

    GraphMlDocument(Input input, Xml xml) {
        this.input = input;
        this.xml = xml;
        this.draft = new Draft(input);
    }

    Graph read() throws IOException {
        while (xml.next()) {
            if (xml.starts()) {
                start();
            } else {
                end();
            }
        }
        if (!graphSeen) {
            throw input.error("no element <graph>", "a GraphML file has a <graph> inside <graphml>");
        }
        draft.checkDeclared();
        fillDefaults();
        return draft.build();
    }

    private void start() throws IOException {
        switch (xml.name()) {
            case "key" -> key();
            case "graph" -> graph();
            case "node" -> {
                vertices.push(draft.declare(xml.required("id"), xml.line()));
                owners.push(Owner.VERTEX);
            }
            case "edge" -> edge();
            case "port" -> {
                owners.push(Owner.PORT);
                input.warn("the ports of vertices are left out");
            }
            case "data" -> data();
            case "hyperedge" -> throw xml.error("a hyperedge", "only edges with two ends make a graph");
            default -> {}
        }
    }

    private void end() {
        switch (xml.name()) {
            case "graph" -> {
                kinds.pop();
                owners.pop();
            }
            case "node" -> {
                vertices.pop();
                owners.pop();
            }
            case "edge" -> {
                edges.pop();
                owners.pop();
            }
            case "port" -> owners.pop();
            default -> {}
        }
    }

    private void key() throws IOException {
        String id = xml.required("id");
        String name = xml.attribute("attr.name").orElse(id);
        String domain = xml.attribute("for").orElse("all");
        boolean drawing = xml.attribute("yfiles.type").isPresent();
        Attributes.Type type = XmlTypes.type(xml.attribute("attr.type").orElse("string"));
        String value = null;
        while (xml.next() && !xml.ends("key")) {
            if (xml.starts("default")) {
                value = xml.content();
            }
        }
        Key key = new Key(name, type, domain, value, drawing);
        keys.put(id, key);
        if (!drawing) {
            declare(key);
        }
    }

    private void declare(Key key) {
        if (key.domain().equals("node")) {
            draft.vertexColumns().declare(key.name(), key.type());
        }
        if (key.domain().equals("edge") && !key.name().equals(WEIGHT)) {
            draft.edgeColumns().declare(key.name(), key.type());
        }
    }

    private void graph() throws IOException {
        if (graphSeen && kinds.isEmpty()) {
            throw xml.error("a second graph begins here", "split the file");
        }
        Kind kind = kind(xml.attribute("edgedefault").orElse(""));
        draft.directed(kind == Kind.ARC);
        owners.push(kinds.isEmpty() ? Owner.GRAPH : Owner.NESTED_GRAPH);
        kinds.push(kind);
        graphSeen = true;
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "directed", "true" -> Kind.ARC;
            case "undirected", "false" -> Kind.EDGE;
            default -> Kind.UNSAID;
        };
    }

    private void edge() throws IOException {
        if (kinds.isEmpty()) {
            throw xml.error("an edge outside of a graph", "put it inside <graph>");
        }
        int u = draft.mention(xml.required("source"), xml.line());
        int v = draft.mention(xml.required("target"), xml.line());
        Kind own = kind(xml.attribute("directed").orElse(""));
        int edge = draft.edge(u, v, own == Kind.UNSAID ? kinds.getFirst() : own);
        edges.push(edge);
        owners.push(Owner.EDGE);
        xml.attribute("id").ifPresent(id -> draft.edgeColumns().put("id", edge, id, Attributes.Type.TEXT));
    }

    private void data() throws IOException {
        String id = xml.required("key");
        Key key = keys.get(id);
        Owner owner = owners.peek();
        if (key == null || owner == null) {
            xml.content();
            input.warn(
                    key == null
                            ? "data of the key '" + TextLines.shortened(id) + "', which is not declared, are left out"
                            : "data outside of the graph are left out");
        } else if (key.drawing()) {
            drawing(owner);
        } else {
            long line = xml.line();
            value(key, owner, xml.content(), line);
        }
    }

    private void value(Key key, Owner owner, String value, long line) throws IOException {
        switch (owner) {
            case GRAPH -> draft.graphColumns().put(key.name(), 0, value, key.type());
            case VERTEX -> draft.vertexColumns().put(key.name(), vertices.getFirst(), value, key.type());
            case EDGE -> edgeValue(key, edges.getFirst(), value, line);
            case NESTED_GRAPH -> input.warn("the data of nested graphs are left out");
            case PORT -> {}
        }
    }

    private void edgeValue(Key key, int e, String value, long line) throws IOException {
        if (!key.name().equals(WEIGHT)) {
            draft.edgeColumns().put(key.name(), e, value, key.type());
        } else if (input.weights()) {
            draft.weight(e, TextLines.weight(input.path(), line, value.strip()));
            weighed.set(e);
        }
    }

    /** What yEd draws a vertex or an edge with, up to the end of the data. */
    private void drawing(Owner owner) throws IOException {
        boolean vertex = owner == Owner.VERTEX;
        boolean edge = owner == Owner.EDGE;
        Columns columns = vertex ? draft.vertexColumns() : draft.edgeColumns();
        int row = vertex ? vertices.getFirst() : edge ? edges.getFirst() : -1;
        while (xml.next() && !xml.ends("data")) {
            if ((vertex && xml.starts("NodeLabel")) || (edge && xml.starts("EdgeLabel"))) {
                label(columns, row, xml.content().strip());
            } else if (vertex && xml.starts("Geometry")) {
                place(columns, row, "x");
                place(columns, row, "y");
            } else if (xml.starts()) {
                input.warn("the drawings of yEd are left out, but for labels and places");
            }
        }
    }

    /** A vertex may have several labels, the first of which is its name. */
    private static void label(Columns columns, int row, String label) {
        if (!label.isEmpty() && columns.value(LABEL, row).isEmpty()) {
            columns.put(LABEL, row, label, Attributes.Type.TEXT);
        }
    }

    private void place(Columns columns, int row, String name) {
        xml.attribute(name).ifPresent(value -> columns.put(name, row, value, Attributes.Type.REAL));
    }

    private void fillDefaults() throws IOException {
        for (Key key : keys.values()) {
            String value = key.value();
            if (value == null || key.drawing()) {
                continue;
            }
            fill(draft.graphColumns(), key.of("graph") ? 1 : 0, key, value);
            fill(draft.vertexColumns(), key.of("node") ? draft.vertexCount() : 0, key, value);
            if (key.name().equals(WEIGHT)) {
                int edges = key.of("edge") ? draft.edgeCount() : 0;
                for (int e = weighed.nextClearBit(0); e < edges; e = weighed.nextClearBit(e + 1)) {
                    edgeValue(key, e, value, 1);
                }
            } else {
                fill(draft.edgeColumns(), key.of("edge") ? draft.edgeCount() : 0, key, value);
            }
        }
    }

    private static void fill(Columns columns, int rows, Key key, String value) {
        for (int i = 0; i < rows; i++) {
            if (columns.value(key.name(), i).isEmpty()) {
                columns.put(key.name(), i, value, key.type());
            }
        }
    }
}
