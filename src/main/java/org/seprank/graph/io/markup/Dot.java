package org.seprank.graph.io.markup;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;

/**
 * Graphviz DOT: subgraphs, chains of edges and default attributes are resolved, ports are left out. The name of the
 * graph is its attribute {@code name}, the edge attribute {@code weight} the weight; all others stay attributes, HTML
 * texts with their brackets. In a string a backslash hides a quote, a backslash and a line end; escapes of labels such
 * as {@code \n} stay as they are.
 */
public final class Dot implements Codec {
    static final String NAME = "name";
    static final String WEIGHT = "weight";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*|-?\\d+");
    private static final Pattern KEYWORD = Pattern.compile("(?i)graph|digraph|node|edge|subgraph|strict");

    /** A backslash that does not begin an escape of a label. */
    private static final Pattern BACKSLASH = Pattern.compile("\\\\(?![nlrNGETHL])");

    @Override
    public boolean recognises(Head head) {
        return DotHeader.recognises(head.text());
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (Reader text = input.text()) {
            return new DotDocument(input, new DotTokens(input, text)).read().build();
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        IntFunction<String> ids = graph.ids()::id;
        Attributes own = graph.attributes();
        String name =
                own.has(NAME) ? own.value(NAME, 0).map(id -> quoted(id) + " ").orElse("") : "";
        output.line((graph.directed() ? "digraph " : "graph ") + name + "{");
        for (String key : own.without(NAME).names()) {
            output.line("  " + quoted(key) + "=" + quoted(own.value(key, 0).orElse("")) + ";");
        }
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
        if (PLAIN.matcher(text).matches() && !KEYWORD.matcher(text).matches()) {
            return text;
        }
        return '"' + BACKSLASH.matcher(text).replaceAll("\\\\\\\\").replace("\"", "\\\"") + '"';
    }
}
