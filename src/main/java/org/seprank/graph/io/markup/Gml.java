package org.seprank.graph.io.markup;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import java.util.regex.Pattern;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.IntegerIds;
import org.seprank.graph.io.codec.Output;

/**
 * GML. The ids are the labels if every vertex has one of its own, as NetworkX has it, otherwise the integers
 * {@code id}, with the labels as an attribute. The key {@code weight} of edges is their weight; other keys become
 * attributes, also those of the graph: those of a block have its name and a dot before theirs, and repeated keys are a
 * list. So they are written, in blocks; a list of one begins with {@value #LIST_START}, and an empty one is
 * {@value #EMPTY_LIST}, as NetworkX has it. Truth values, which GML lacks, are the strings {@code true} and
 * {@code false}.
 */
public final class Gml implements Codec {
    static final String LIST_START = "_networkx_list_start";
    static final String EMPTY_LIST = "[]";

    private static final Pattern START = Pattern.compile(
            "(?:(?i:creator|version|comment|label|date)\\s++(?:\"[^\"]*+\"|[-+.\\w]++)\\s*+){0,20}+graph\\s*\\[");

    @Override
    public boolean recognises(Head head) {
        return START.matcher(head.afterComments(line -> line.startsWith("#"))).lookingAt();
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (Reader text = input.text()) {
            return new GmlDocument(input, new GmlTokens(input, text)).read();
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        output.line("graph [").line("  directed " + (graph.directed() ? 1 : 0));
        GmlEntries ofGraph =
                GmlEntries.of(graph.attributes(), Set.of("directed", "multigraph", "node", "edge"), output);
        ofGraph.write(0, "  ");
        boolean numbers = hasIntegerIds(graph);
        GmlEntries ofVertices = GmlEntries.of(graph.vertexAttributes(), Set.of("id", "label"), output);
        for (int v = 0; v < graph.vertexCount(); v++) {
            String id = graph.ids().id(v);
            output.line("  node [").line("    id " + (numbers ? id : v));
            output.line("    label \"" + Entities.escaped(id) + "\"");
            ofVertices.write(v, "    ");
            output.line("  ]");
        }
        GmlEntries ofEdges = GmlEntries.of(graph.edgeAttributes(), Set.of("source", "target", "weight"), output);
        for (int e = 0; e < graph.edgeCount(); e++) {
            String source = numbers ? graph.ids().id(graph.source(e)) : Integer.toString(graph.source(e));
            String target = numbers ? graph.ids().id(graph.target(e)) : Integer.toString(graph.target(e));
            output.line("  edge [").line("    source " + source).line("    target " + target);
            output.text(graph.weighted() ? "    weight " + Output.number(graph.weight(e)) + "\n" : "");
            ofEdges.write(e, "    ");
            output.line("  ]");
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
}
