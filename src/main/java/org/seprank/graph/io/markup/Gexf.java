package org.seprank.graph.io.markup;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Columns;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;
import org.seprank.graph.io.codec.Spelling;

/**
 * GEXF 1.1 to 1.3, static. Attribute values become attributes, with their defaults filled in; so do labels, where they
 * differ from the id, and ids of edges, where they are not 0, 1, 2, ... Nested vertices are read as if they were not
 * nested; times and drawings are skipped. An edge of type {@code mutual} is one each way.
 */
public final class Gexf implements Codec {
    private static final Pattern ROOT = Pattern.compile("<(\\w+:)?gexf\\b");
    private static final String LABEL = "label";
    private static final String ID = "id";
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

    private record Column(
            String title, Attributes.Type type, @Nullable String value) {}

    /** Reads one document. */
    private static final class Document {
        private final Input input;
        private final Xml xml;
        private final Draft draft;
        private final Map<String, Column> vertexTitles = new LinkedHashMap<>();
        private final Map<String, Column> edgeTitles = new LinkedHashMap<>();
        private final Deque<Integer> vertices = new ArrayDeque<>(); // around
        private final BitSet weighed = new BitSet();
        private boolean edgeIdsCount = true;
        private int edge = -1;
        private Kind defaultKind = Kind.UNSAID;
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
                } else if (xml.ends("node")) {
                    vertices.pop();
                } else if (xml.ends("edge")) {
                    edge = -1;
                }
            }
            if (!graphSeen) {
                throw input.error("no element <graph>", "a GEXF file has a <graph> inside <gexf>");
            }
            draft.checkDeclared();
            fill(vertexTitles, draft.vertexColumns(), draft.vertexCount());
            fill(edgeTitles, draft.edgeColumns(), draft.edgeCount());
            if (edgeIdsCount) {
                draft.edgeColumns().remove(ID);
            }
            return draft.build();
        }

        private void start() throws IOException {
            switch (xml.name()) {
                case "graph" -> graph();
                case "attributes" -> columns();
                case "node" -> vertex();
                case "edge" -> edge();
                case "attvalue" -> value();
                default -> {}
            }
        }

        private void graph() throws IOException {
            if (graphSeen) {
                throw xml.error("a second graph begins here", "split the file");
            }
            graphSeen = true;
            // undirected is the default that the format names
            defaultKind = kind(xml.attribute("defaultedgetype").orElse("undirected"), Kind.UNSAID);
            draft.directed(defaultKind == Kind.ARC);
        }

        private static Kind kind(String word, Kind otherwise) {
            return switch (word) {
                case "directed" -> Kind.ARC;
                case "undirected", "mutual" -> Kind.EDGE;
                default -> otherwise;
            };
        }

        private void columns() throws IOException {
            boolean ofVertices = xml.required("class").equals("node");
            while (xml.next() && !xml.ends("attributes")) {
                if (xml.starts("attribute")) {
                    column(ofVertices);
                }
            }
        }

        private void column(boolean ofVertices) throws IOException {
            String id = xml.required(ID);
            String title = xml.attribute("title").orElse(id);
            Attributes.Type type = XmlTypes.type(xml.attribute("type").orElse("string"));
            String value = null;
            while (xml.next() && !xml.ends("attribute")) {
                if (xml.starts("default")) {
                    value = xml.content();
                }
            }
            (ofVertices ? vertexTitles : edgeTitles).put(id, new Column(title, type, value));
            if (ofVertices) {
                draft.vertexColumns().declare(title, type);
            } else if (!title.equals(WEIGHT)) {
                draft.edgeColumns().declare(title, type);
            }
        }

        private void vertex() throws IOException {
            String id = xml.required(ID);
            int v = draft.declare(id, xml.line());
            vertices.push(v);
            Optional<String> label = xml.attribute(LABEL).filter(text -> !text.equals(id));
            label.ifPresent(text -> draft.vertexColumns().put(LABEL, v, text, Attributes.Type.TEXT));
        }

        private void edge() throws IOException {
            int u = draft.mention(xml.required("source"), xml.line());
            int v = draft.mention(xml.required("target"), xml.line());
            edge = draft.edge(u, v, kind(xml.attribute("type").orElse(""), defaultKind));
            String id = xml.attribute(ID).orElse(Integer.toString(edge));
            edgeIdsCount &= id.equals(Integer.toString(edge));
            draft.edgeColumns().put(ID, edge, id, Attributes.Type.TEXT);
            xml.attribute(LABEL).ifPresent(text -> draft.edgeColumns().put(LABEL, edge, text, Attributes.Type.TEXT));
            Optional<String> weight = xml.attribute(WEIGHT);
            if (weight.isPresent()) {
                weigh(weight.get());
            }
        }

        private void weigh(String text) throws IOException {
            if (input.weights()) {
                draft.weight(edge, TextLines.weight(input.path(), xml.line(), text.strip()));
                weighed.set(edge);
            }
        }

        private void value() throws IOException {
            Optional<String> id = xml.attribute("for").or(() -> xml.attribute(ID));
            Column column = (edge >= 0 ? edgeTitles : vertexTitles).get(id.orElse(""));
            String value = xml.required("value");
            if (column == null) {
                throw xml.error(
                        "a value for attribute '" + TextLines.shortened(id.orElse("")) + "', which is not declared",
                        "declare it in <attributes>");
            }
            if (edge >= 0 && column.title().equals(WEIGHT)) {
                weigh(value);
            } else if (edge >= 0) {
                draft.edgeColumns().put(column.title(), edge, value, column.type());
            } else if (!vertices.isEmpty()) {
                draft.vertexColumns().put(column.title(), vertices.getFirst(), value, column.type());
            }
        }

        private static void fill(Map<String, Column> titles, Columns columns, int rows) {
            for (Column column : titles.values()) {
                String value = column.value();
                for (int i = 0; value != null && i < rows; i++) {
                    if (columns.value(column.title(), i).isEmpty()) {
                        columns.put(column.title(), i, value, column.type());
                    }
                }
            }
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        output.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        output.line("<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">");
        output.line("  <graph defaultedgetype=\"" + (graph.directed() ? "directed" : "undirected") + "\">");
        writeColumns("node", graph.vertexAttributes(), Set.of(LABEL), output);
        writeColumns("edge", graph.edgeAttributes(), Set.of(LABEL, ID), output);
        IntFunction<String> ids = Spelling.ids(graph, Xml::holds, output);
        output.line("    <nodes>");
        for (int v = 0; v < graph.vertexCount(); v++) {
            String label = value(graph.vertexAttributes(), LABEL, v).orElse(ids.apply(v));
            String attributes = Xml.attribute(ID, ids.apply(v), output) + Xml.attribute(LABEL, label, output);
            element("node", attributes, values(graph.vertexAttributes(), Set.of(LABEL), v, output), output);
        }
        output.line("    </nodes>").line("    <edges>");
        for (int e = 0; e < graph.edgeCount(); e++) {
            writeEdge(graph, e, ids, output);
        }
        output.line("    </edges>").line("  </graph>").line("</gexf>");
    }

    private static void writeEdge(Graph graph, int e, IntFunction<String> ids, Output output) throws IOException {
        Attributes columns = graph.edgeAttributes();
        String attributes = Xml.attribute(ID, value(columns, ID, e).orElse(Integer.toString(e)), output)
                + Xml.attribute("source", ids.apply(graph.source(e)), output)
                + Xml.attribute("target", ids.apply(graph.target(e)), output)
                + value(columns, LABEL, e)
                        .map(text -> Xml.attribute(LABEL, text, output))
                        .orElse("")
                + (graph.weighted() ? Xml.attribute(WEIGHT, Output.number(graph.weight(e)), output) : "");
        element("edge", attributes, values(columns, Set.of(LABEL, ID), e, output), output);
    }

    private static Optional<String> value(Attributes columns, String name, int row) {
        return columns.has(name) ? columns.value(name, row) : Optional.empty();
    }

    private static void writeColumns(String domain, Attributes columns, Set<String> besides, Output output)
            throws IOException {
        List<String> names = columns.names();
        if (besides.containsAll(names)) {
            return;
        }
        output.line("    <attributes class=\"" + domain + "\">");
        for (int i = 0; i < names.size(); i++) {
            String type = XmlTypes.name(columns.type(names.get(i)));
            if (!besides.contains(names.get(i))) {
                output.line("      <attribute id=\"" + i + "\"" + Xml.attribute("title", names.get(i), output)
                        + " type=\"" + type + "\"/>");
            }
        }
        output.line("    </attributes>");
    }

    private static String values(Attributes columns, Set<String> besides, int row, Output output) {
        List<String> names = columns.names();
        StringBuilder values = new StringBuilder();
        IntStream.range(0, names.size())
                .filter(i -> !besides.contains(names.get(i)))
                .forEach(i -> columns.value(names.get(i), row)
                        .ifPresent(text -> values.append("<attvalue for=\"")
                                .append(i)
                                .append('"')
                                .append(Xml.attribute("value", text, output))
                                .append("/>")));
        return values.isEmpty() ? "" : "<attvalues>" + values + "</attvalues>";
    }

    private static void element(String name, String attributes, String content, Output output) throws IOException {
        output.line("      <" + name + attributes + (content.isEmpty() ? "/>" : ">" + content + "</" + name + ">"));
    }
}
