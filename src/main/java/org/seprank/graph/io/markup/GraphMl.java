package org.seprank.graph.io.markup;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;
import org.seprank.graph.io.codec.Spelling;

/**
 * GraphML. Data of vertices, edges and the graph become attributes, with their defaults filled in, the edges'
 * {@code weight} their weights, ids of edges the attribute {@code id}. Of yEd's drawings the labels and places become
 * the attributes {@code label}, {@code x} and {@code y}. Graphs nested in vertices are read as parts of the one around
 * them, without data of their own; ports are left out; hyperedges are refused.
 */
public final class GraphMl implements Codec {
    private static final Pattern ROOT = Pattern.compile("<(\\w+:)?graphml\\b");

    @Override
    public boolean recognises(Head head) {
        return head.has(ROOT);
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (Xml xml = Xml.open(input)) {
            return new GraphMlDocument(input, xml).read();
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        output.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        output.line("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
                + " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">");
        Spelling.warnOfStructures(graph, output);
        Keys graphKeys = new Keys('g', graph.attributes());
        Keys vertexKeys = new Keys('n', graph.vertexAttributes());
        Keys edgeKeys = new Keys('e', graph.edgeAttributes().without(EdgeIds.NAME));
        writeKeys("graph", graphKeys, output);
        writeKeys("node", vertexKeys, output);
        writeKeys("edge", edgeKeys, output);
        if (graph.weighted()) {
            output.line("  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>");
        }
        output.line("  <graph edgedefault=\"" + (graph.directed() ? "directed" : "undirected") + "\">");
        String data = data(graphKeys, 0, output);
        output.text(data.isEmpty() ? "" : "    " + data + "\n");
        writeContent(graph, vertexKeys, edgeKeys, output);
        output.line("  </graph>").line("</graphml>");
    }

    /** Columns whose keys are a letter and their position. */
    private record Keys(char letter, Attributes columns) {}

    private static void writeKeys(String domain, Keys keys, Output output) throws IOException {
        List<String> names = keys.columns().names();
        for (int i = 0; i < names.size(); i++) {
            String type = XmlTypes.name(keys.columns().type(names.get(i)));
            output.line("  <key id=\"" + keys.letter() + i + "\" for=\"" + domain + "\""
                    + Xml.attribute("attr.name", names.get(i), output) + " attr.type=\"" + type + "\"/>");
        }
    }

    private static void writeContent(Graph graph, Keys vertexKeys, Keys edgeKeys, Output output) throws IOException {
        var ids = Spelling.ids(graph, Xml::holds, output);
        for (int v = 0; v < graph.vertexCount(); v++) {
            String data = data(vertexKeys, v, output);
            element("node", Xml.attribute("id", ids.apply(v), output), data, output);
        }
        EdgeIds edgeIds = new EdgeIds(graph, output);
        for (int e = 0; e < graph.edgeCount(); e++) {
            String id = edgeIds.given(e)
                    .map(text -> Xml.attribute("id", text, output))
                    .orElse("");
            String ends = Xml.attribute("source", ids.apply(graph.source(e)), output)
                    + Xml.attribute("target", ids.apply(graph.target(e)), output);
            String data = data(edgeKeys, e, output)
                    + (graph.weighted() ? "<data key=\"weight\">" + Output.number(graph.weight(e)) + "</data>" : "");
            element("edge", id + ends, data, output);
        }
    }

    /** The data elements of a vertex, an edge or the graph. */
    private static String data(Keys keys, int row, Output output) {
        List<String> names = keys.columns().names();
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            String key = "<data key=\"" + keys.letter() + i + "\">";
            keys.columns()
                    .value(names.get(i), row)
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
