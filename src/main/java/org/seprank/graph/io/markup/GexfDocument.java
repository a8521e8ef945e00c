package org.seprank.graph.io.markup;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Columns;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Input;

/** Reads one GEXF document. */
final class GexfDocument {
    private static final List<String> TIMES =
            List.of("start", "end", "startopen", "endopen", "timestamp", "timestamps");

    private record Column(
            String title, Attributes.Type type, @Nullable String value) {}

    private final Input input;
    private final Xml xml;
    private final Draft draft;
    private final Map<String, Column> vertexTitles = new LinkedHashMap<>();
    private final Map<String, Column> edgeTitles = new LinkedHashMap<>();
    private final Deque<Integer> vertices = new ArrayDeque<>(); // around
    private final BitSet weighed = new BitSet();
    private int edge = -1;
    private Kind defaultKind = Kind.UNSAID;
    private boolean graphSeen;

    GexfDocument(Input input, Xml xml) {
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
        return EdgeIds.withoutCounting(draft.build());
    }

    private void start() throws IOException {
        String name = xml.name();
        switch (name) {
            case "graph" -> graph();
            case "attributes" -> columns();
            case "node" -> vertex();
            case "edge" -> edge();
            case "attvalue" -> value();
            case "spell", "slice" -> warnOfTimes();
            case "parent" -> warnOfNesting();
            default -> {
                if (GexfViz.ELEMENTS.contains(name)) {
                    drawing();
                } else if (!graphSeen && Gexf.META.contains(name)) {
                    ofGraph(name, xml.content());
                }
            }
        }
    }

    private void drawing() {
        if (edge >= 0) {
            GexfViz.read(xml, draft.edgeColumns(), edge);
        } else if (!vertices.isEmpty()) {
            GexfViz.read(xml, draft.vertexColumns(), vertices.getFirst());
        }
    }

    private void ofGraph(String name, String value) {
        if (!value.isBlank()) {
            draft.graphColumns().put(name, 0, value, Attributes.Type.TEXT);
        }
    }

    private void warnOfTimes() {
        input.warn("the times of vertices, edges and values are left out");
    }

    private void warnOfNesting() {
        input.warn("what vertices are nested in is left out");
    }

    private void checkTimes() {
        if (TIMES.stream().anyMatch(name -> xml.attribute(name).isPresent())) {
            warnOfTimes();
        }
    }

    private void graph() throws IOException {
        if (graphSeen) {
            throw xml.error("a second graph begins here", "split the file");
        }
        graphSeen = true;
        xml.attribute(Gexf.NAME).ifPresent(name -> ofGraph(Gexf.NAME, name));
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
        String id = xml.required("id");
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
        } else if (!title.equals(Gexf.WEIGHT)) {
            draft.edgeColumns().declare(title, type);
        }
    }

    private void vertex() throws IOException {
        String id = xml.required("id");
        int v = draft.declare(id, xml.line());
        if (!vertices.isEmpty() || xml.attribute("pid").isPresent()) {
            warnOfNesting();
        }
        checkTimes();
        vertices.push(v);
        Optional<String> label = xml.attribute(Gexf.LABEL).filter(text -> !text.equals(id));
        label.ifPresent(text -> draft.vertexColumns().put(Gexf.LABEL, v, text, Attributes.Type.TEXT));
    }

    private void edge() throws IOException {
        int u = draft.mention(xml.required("source"), xml.line());
        int v = draft.mention(xml.required("target"), xml.line());
        edge = draft.edge(u, v, kind(xml.attribute("type").orElse(""), defaultKind));
        checkTimes();
        for (String name : List.of(EdgeIds.NAME, Gexf.LABEL, Gexf.KIND)) {
            xml.attribute(name).ifPresent(text -> draft.edgeColumns().put(name, edge, text, Attributes.Type.TEXT));
        }
        Optional<String> weight = xml.attribute(Gexf.WEIGHT);
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
        Optional<String> id = xml.attribute("for").or(() -> xml.attribute("id"));
        Column column = (edge >= 0 ? edgeTitles : vertexTitles).get(id.orElse(""));
        String value = xml.required("value");
        checkTimes();
        if (column == null) {
            throw xml.error(
                    "a value for attribute '" + TextLines.shortened(id.orElse("")) + "', which is not declared",
                    "declare it in <attributes>");
        }
        if (edge >= 0 && column.title().equals(Gexf.WEIGHT)) {
            weigh(value);
        } else if (edge >= 0) {
            put(draft.edgeColumns(), column, edge, value);
        } else if (!vertices.isEmpty()) {
            put(draft.vertexColumns(), column, vertices.getFirst(), value);
        }
    }

    private void put(Columns columns, Column column, int row, String value) {
        Optional<String> before = columns.value(column.title(), row);
        if (before.isPresent() && !before.get().equals(value)) {
            input.warn("of several values of '" + TextLines.shortened(column.title()) + "' the last is kept");
        }
        columns.put(column.title(), row, value, column.type());
    }

    private void fill(Map<String, Column> titles, Columns columns, int rows) throws IOException {
        for (Column column : titles.values()) {
            String value = column.value();
            boolean weight = titles == edgeTitles && column.title().equals(Gexf.WEIGHT);
            for (int i = 0; value != null && i < rows; i++) {
                if (weight && !weighed.get(i)) {
                    edge = i;
                    weigh(value);
                } else if (!weight && columns.value(column.title(), i).isEmpty()) {
                    columns.put(column.title(), i, value, column.type());
                }
            }
        }
    }
}
