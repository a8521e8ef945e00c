package org.seprank.graph.io.text;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.IntegerIds;
import org.seprank.graph.io.codec.Output;
import org.seprank.graph.io.codec.Spelling;

/**
 * Edge lists as SNAP and KONECT distribute them: two vertices per line and perhaps a weight, between blanks or commas.
 * A fourth column, such as KONECT's time stamps, is left out. A dictionary of Python, which NetworkX puts after an
 * edge, has its attributes.
 *
 * <p>If all ids are integers, vertices are numbered in ascending order of them, otherwise in order of first appearance.
 *
 * <p>Lines beginning with {@code #} or {@code %} are comments. Some say something of the graph:
 *
 * <ul>
 *   <li>{@code # Nodes: N Edges: M}: if all ids are integers less than N, the vertices are 0..N-1, isolated ones
 *       included. M is not checked, for files disagree on what it counts.
 *   <li>{@code # Directed graph ..}, {@code # Undirected graph ..} (KONECT: {@code % asym}, {@code % sym}).
 *   <li>{@code % bip}: the columns name vertices of two sets. Ids that are in both begin with {@code left:} and
 *       {@code right:}; the attribute {@code bipartite} is 0 on the left and 1 on the right.
 *   <li>{@code # Isolated: 7 9 ..}: vertices without edges, in lists of integers other than 0..N-1. Our extension.
 *   <li>{@code # Vertices: b a ..}: all vertices in their order, in lists of strings. Our extension.
 * </ul>
 */
public final class EdgeList implements Codec {
    private static final int IDS_PER_LINE = 50;

    @Override
    public boolean recognises(Head head) {
        return tableOfNumbers(head)
                || head.startsWith("# Nodes:")
                || head.startsWith("# FromNodeId")
                || head.startsWith("# Directed graph")
                || head.startsWith("# Undirected graph");
    }

    /** A table without column names is a list. */
    private static boolean tableOfNumbers(Head head) {
        List<String> fields = TextLines.words(head.firstLine(), true);
        return head.name().endsWith(".csv")
                && fields.size() > 1
                && fields.stream().allMatch(IntegerIds::isInteger);
    }

    @Override
    public double memoryPerByte(Head head) {
        return Codec.memoryOfLines(head);
    }

    @Override
    public Set<Feature> holds() {
        return Set.of(Feature.DIRECTED, Feature.UNDIRECTED, Feature.WEIGHTS, Feature.IDS, Feature.ISOLATED_VERTICES);
    }

    @Override
    public Graph read(Input input) throws IOException {
        Optional<Graph> integers = IntegerEdgeList.read(input);
        return integers.isPresent() ? integers.get() : readGeneral(input);
    }

    /** Reads any list, slowly, and is the only one to report faults. */
    static Graph readGeneral(Input input) throws IOException {
        try (TextLines lines = input.lines()) {
            return new GeneralEdgeList(input, lines).read();
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        IntFunction<String> ids = Spelling.ids(graph, EdgeList::fits, output);
        writeHeader(graph, ids, output);
        for (int e = 0; e < graph.edgeCount(); e++) {
            output.text(ids.apply(graph.source(e))).text("\t").text(ids.apply(graph.target(e)));
            output.line(graph.weighted() ? "\t" + Output.number(graph.weight(e)) : "");
        }
    }

    private static boolean fits(String id) {
        return !id.isEmpty()
                && id.chars().noneMatch(c -> c <= ' ' || c == ',')
                && "#%{".indexOf(id.charAt(0)) < 0
                && id.charAt(0) != '\ufeff';
    }

    private static void writeHeader(Graph graph, IntFunction<String> ids, Output output) throws IOException {
        int n = graph.vertexCount();
        output.line(graph.directed() ? "# Directed graph" : "# Undirected graph");
        output.line("# Nodes: " + n + " Edges: " + graph.edgeCount());
        if (!ascending(n, ids)) {
            writeIds(EdgeListHeader.VERTICES, IntStream.range(0, n), ids, output);
        } else if (n > 0 && !(ids.apply(0).equals("0") && ids.apply(n - 1).equals(Integer.toString(n - 1)))) {
            writeIds(EdgeListHeader.ISOLATED, Spelling.isolated(graph), ids, output);
        }
        output.line("# FromNodeId\tToNodeId" + (graph.weighted() ? "\tWeight" : ""));
    }

    private static boolean ascending(int n, IntFunction<String> ids) {
        for (int v = 0; v < n; v++) {
            String id = ids.apply(v);
            if (!IntegerIds.isInteger(id) || (v > 0 && Long.parseLong(id) <= Long.parseLong(ids.apply(v - 1)))) {
                return false;
            }
        }
        return true;
    }

    private static void writeIds(String key, IntStream vertices, IntFunction<String> ids, Output output)
            throws IOException {
        int written = 0;
        for (int v : vertices.toArray()) {
            output.text(written % IDS_PER_LINE == 0 ? (written == 0 ? "# " : "\n# ") + key : "");
            output.text(" ").text(ids.apply(v));
            written++;
        }
        output.text(written == 0 ? "" : "\n");
    }
}
