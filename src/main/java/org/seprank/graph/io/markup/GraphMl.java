package org.seprank.graph.io.markup;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
 * GraphML. Data of vertices and edges become attributes, with their defaults filled in, the edges' {@code weight} their
 * weights, ids of edges the attribute {@code id}. Graphs nested in vertices are read as parts of the one around them;
 * ports and drawings are skipped; hyperedges are refused.
 */
public final class GraphMl implements Codec {
    private static final Pattern ROOT = Pattern.compile("<(\\w+:)?graphml\\b");
    private static final String WEIGHT = "weight";

    @Override
    public boolean recognises(Head head) {
        return head.has(ROOT);
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (Xml xml = Xml.open(input)) {
            return new Document(input, xml).read();
        }
    }

    private record Key(
            String name,
            Attributes.Type type,
            String domain,
            @Nullable String value) {
        boolean of(String element) {
            return domain.equals(element) || domain.equals("all");
        }
    }

    /** Reads one document. */
    private static final class Document {
        private final Input input;
        private final Xml xml;
        private final Draft draft;
        private final Map<String, Key> keys = new LinkedHashMap<>();
        private final Deque<Kind> kinds = new ArrayDeque<>(); // of the graphs around
        private final Deque<Integer> vertices = new ArrayDeque<>(); // around
        private final BitSet weighed = new BitSet();
        private int edge = -1;
        private boolean graphSeen;

        Document(Input input, Xml xml) {
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
                case "node" -> vertices.push(draft.declare(xml.required("id"), xml.line()));
                case "edge" -> edge();
                case "data" -> data();
                case "hyperedge" -> throw xml.error("a hyperedge", "only edges with two ends make a graph");
                default -> {}
            }
        }

        private void end() {
            switch (xml.name()) {
                case "graph" -> kinds.pop();
                case "node" -> vertices.pop();
                case "edge" -> edge = -1;
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
            if (!drawing) {
                keys.put(id, new Key(name, type, domain, value));
                declare(keys.get(id));
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
            edge = draft.edge(u, v, own == Kind.UNSAID ? kinds.getFirst() : own);
            xml.attribute("id").ifPresent(id -> draft.edgeColumns().put("id", edge, id, Attributes.Type.TEXT));
        }

        private void data() throws IOException {
            String id = xml.required("key");
            Key key = keys.get(id);
            long line = xml.line();
            String value = xml.content();
            if (key != null && edge >= 0) {
                edgeValue(key, edge, value, line);
            } else if (key != null && !vertices.isEmpty()) {
                draft.vertexColumns().put(key.name(), vertices.getFirst(), value, key.type());
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

        private void fillDefaults() throws IOException {
            for (Key key : keys.values()) {
                String value = key.value();
                if (value == null) {
                    continue;
                }
                for (int v = 0; key.of("node") && v < draft.vertexCount(); v++) {
                    if (draft.vertexColumns().value(key.name(), v).isEmpty()) {
                        draft.vertexColumns().put(key.name(), v, value, key.type());
                    }
                }
                for (int e = 0; key.of("edge") && e < draft.edgeCount(); e++) {
                    if (!weighed.get(e)
                            && draft.edgeColumns().value(key.name(), e).isEmpty()) {
                        edgeValue(key, e, value, 1);
                    }
                }
            }
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        output.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        output.line("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
                + " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">");
        List<String> edgeColumns = graph.edgeAttributes().names().stream()
                .filter(name -> !name.equals("id"))
                .toList();
        writeKeys("node", graph.vertexAttributes().names(), graph.vertexAttributes(), output);
        writeKeys("edge", edgeColumns, graph.edgeAttributes(), output);
        if (graph.weighted()) {
            output.line("  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>");
        }
        output.line("  <graph edgedefault=\"" + (graph.directed() ? "directed" : "undirected") + "\">");
        writeContent(graph, edgeColumns, output);
        output.line("  </graph>").line("</graphml>");
    }

    private static void writeKeys(String domain, List<String> names, Attributes columns, Output output)
            throws IOException {
        for (int i = 0; i < names.size(); i++) {
            String type = XmlTypes.name(columns.type(names.get(i)));
            output.line("  <key id=\"" + domain.charAt(0) + i + "\" for=\"" + domain + "\""
                    + Xml.attribute("attr.name", names.get(i), output) + " attr.type=\"" + type + "\"/>");
        }
    }

    private static void writeContent(Graph graph, List<String> edgeColumns, Output output) throws IOException {
        var ids = Spelling.ids(graph, Xml::holds, output);
        Keys vertexKeys = new Keys('n', graph.vertexAttributes().names(), graph.vertexAttributes());
        Keys edgeKeys = new Keys('e', edgeColumns, graph.edgeAttributes());
        for (int v = 0; v < graph.vertexCount(); v++) {
            String data = data(vertexKeys, v, output);
            element("node", Xml.attribute("id", ids.apply(v), output), data, output);
        }
        boolean edgeIds = graph.edgeAttributes().has("id");
        for (int e = 0; e < graph.edgeCount(); e++) {
            String id = edgeIds ? graph.edgeAttributes().value("id", e).orElse("") : "";
            String ends = Xml.attribute("source", ids.apply(graph.source(e)), output)
                    + Xml.attribute("target", ids.apply(graph.target(e)), output);
            String data = data(edgeKeys, e, output)
                    + (graph.weighted() ? "<data key=\"weight\">" + Output.number(graph.weight(e)) + "</data>" : "");
            element("edge", (id.isEmpty() ? "" : Xml.attribute("id", id, output)) + ends, data, output);
        }
    }

    /** Columns whose keys are a letter and their position. */
    private record Keys(char letter, List<String> names, Attributes columns) {}

    /** The data elements of a vertex or an edge. */
    private static String data(Keys keys, int row, Output output) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < keys.names().size(); i++) {
            String key = "<data key=\"" + keys.letter() + i + "\">";
            keys.columns()
                    .value(keys.names().get(i), row)
                    .ifPresent(value ->
                            data.append(key).append(Xml.escape(value, output)).append("</data>"));
        }
        return data.toString();
    }

    private static void element(String name, String attributes, String content, Output output) throws IOException {
        String end = content.isEmpty() ? "/>" : ">" + content + "</" + name + ">";
        output.line("    <" + name + attributes + end);
    }
}
