package org.seprank.graph.io.markup;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;
import org.seprank.graph.io.codec.Spelling;

/**
 * GEXF 1.1 to 1.3, static. Attribute values become attributes, with their defaults filled in; so do labels, where they
 * differ from the id, kinds and ids of edges, where these are not 0, 1, 2, .. in the order of the graph's edges, and
 * places, colours, sizes, shapes and thicknesses, see {@link GexfViz}. Attributes of the graph are its {@code name} and
 * what the file says of itself: {@code creator}, {@code title}, {@code description}, {@code keywords}. Nested vertices
 * are read as if they were not nested; times are left out. An edge of type {@code mutual} is one each way.
 */
public final class Gexf implements Codec {
    static final String NAME = "name";
    static final String LABEL = "label";
    static final String KIND = "kind";
    static final String WEIGHT = "weight";

    /** What a file says of itself. */
    static final List<String> META = List.of("creator", "title", "description", "keywords");

    private static final Pattern ROOT = Pattern.compile("<(\\w+:)?gexf\\b");
    private static final Set<String> OWN_OF_VERTICES = with(Set.of(LABEL));
    private static final Set<String> OWN_OF_EDGES = with(Set.of(LABEL, KIND, EdgeIds.NAME));

    private static Set<String> with(Set<String> names) {
        Set<String> all = new HashSet<>(names);
        all.addAll(GexfViz.COLUMNS);
        return Set.copyOf(all);
    }

    @Override
    public boolean recognises(Head head) {
        return head.has(ROOT);
    }

    @Override
    public boolean holdsOfGraph(String name) {
        return name.equals(NAME) || META.contains(name);
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (Xml xml = Xml.open(input)) {
            return new GexfDocument(input, xml).read();
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        Attributes own = graph.attributes();
        boolean drawn = GexfViz.has(graph.vertexAttributes()) || GexfViz.has(graph.edgeAttributes());
        Spelling.warnOfStructures(graph, output);
        output.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        output.line("<gexf xmlns=\"http://gexf.net/1.3\"" + (drawn ? " xmlns:viz=\"http://gexf.net/1.3/viz\"" : "")
                + " version=\"1.3\">");
        StringBuilder meta = new StringBuilder();
        for (String key : META) {
            value(own, key, 0)
                    .ifPresent(text -> meta.append("<" + key + ">")
                            .append(Xml.escape(text, output))
                            .append("</" + key + ">"));
        }
        output.text(meta.isEmpty() ? "" : "  <meta>" + meta + "</meta>\n");
        output.line("  <graph defaultedgetype=\"" + (graph.directed() ? "directed" : "undirected") + "\""
                + value(own, NAME, 0)
                        .map(text -> Xml.attribute(NAME, text, output))
                        .orElse("")
                + ">");
        writeColumns("node", graph.vertexAttributes(), OWN_OF_VERTICES, output);
        writeColumns("edge", graph.edgeAttributes(), OWN_OF_EDGES, output);
        writeContent(graph, output);
        output.line("  </graph>").line("</gexf>");
    }

    private static void writeContent(Graph graph, Output output) throws IOException {
        Attributes columns = graph.vertexAttributes();
        IntFunction<String> ids = Spelling.ids(graph, Xml::holds, output);
        output.line("    <nodes>");
        for (int v = 0; v < graph.vertexCount(); v++) {
            String label = value(columns, LABEL, v).orElse(ids.apply(v));
            String attributes = Xml.attribute("id", ids.apply(v), output) + Xml.attribute(LABEL, label, output);
            String content = values(columns, OWN_OF_VERTICES, v, output) + GexfViz.elements(columns, v, output);
            element("node", attributes, content, output);
        }
        output.line("    </nodes>").line("    <edges>");
        EdgeIds edgeIds = new EdgeIds(graph, output);
        for (int e = 0; e < graph.edgeCount(); e++) {
            String ends = Xml.attribute("id", edgeIds.any(e), output)
                    + Xml.attribute("source", ids.apply(graph.source(e)), output)
                    + Xml.attribute("target", ids.apply(graph.target(e)), output);
            writeEdge(graph, e, ends, output);
        }
        output.line("    </edges>");
    }

    private static void writeEdge(Graph graph, int e, String ends, Output output) throws IOException {
        Attributes columns = graph.edgeAttributes();
        StringBuilder attributes = new StringBuilder(ends);
        for (String name : List.of(LABEL, KIND)) {
            value(columns, name, e).ifPresent(text -> attributes.append(Xml.attribute(name, text, output)));
        }
        if (graph.weighted()) {
            attributes.append(Xml.attribute(WEIGHT, Output.number(graph.weight(e)), output));
        }
        String content = values(columns, OWN_OF_EDGES, e, output) + GexfViz.elements(columns, e, output);
        element("edge", attributes.toString(), content, output);
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
