package org.seprank.graph.io.text;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.IntegerIds;
import org.seprank.graph.io.codec.Output;
import org.seprank.graph.io.codec.Spelling;

/**
 * Edge lists as SNAP and KONECT distribute them: two vertices per line and perhaps a weight, between blanks or commas.
 * A fourth column, such as KONECT's time stamps, is skipped, and so is the {@code {}} that NetworkX puts after an edge
 * without attributes.
 *
 * <p>If all ids are integers, vertices are numbered in ascending order of them, otherwise in order of first appearance.
 *
 * <p>Lines beginning with {@code #} or {@code %} are comments. Four of them say something of the graph:
 *
 * <ul>
 *   <li>{@code # Nodes: N Edges: M}: if all ids are integers less than N, the vertices are 0..N-1, isolated ones
 *       included. M is not checked, for files disagree on what it counts.
 *   <li>{@code # Directed graph ..}, {@code # Undirected graph ..} (KONECT: {@code % asym}, {@code % sym}).
 *   <li>{@code # Isolated: 7 9 ..}: vertices without edges, in lists of integers other than 0..N-1. Our extension.
 *   <li>{@code # Vertices: b a ..}: all vertices in their order, in lists of strings. Our extension.
 * </ul>
 */
public final class EdgeList implements Codec {
    private static final int IDS_PER_LINE = 50;
    private static final Pattern NETWORKX_DATA = Pattern.compile("\\s\\{(?:'weight': ([^,{}]+))?}\\s*$");

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
            return new General(input, lines).read();
        }
    }

    /** The reader for any list. */
    private static final class General {
        private final Input input;
        private final TextLines lines;
        private final Draft draft;
        private final EdgeListHeader header = new EdgeListHeader();
        private int mentioned;
        private int columns;
        private long firstLine;

        General(Input input, TextLines lines) {
            this.input = input;
            this.lines = lines;
            this.draft = new Draft(input);
        }

        Graph read() throws IOException {
            for (String line = lines.next(""); line != null; line = lines.next("")) {
                char c = line.stripLeading().charAt(0);
                if (c == '#' || c == '%') {
                    header.accept(line, lines.number());
                    mentionDeclared();
                } else {
                    edge(line);
                }
            }
            checkNotColumnNames();
            header.isolated().forEach(id -> draft.mention(id, lines.number()));
            addUnnamedVertices();
            draft.directed(header.kind() == Draft.Kind.ARC);
            return (header.vertices().isEmpty() ? draft.sortedIfIntegers() : draft).build();
        }

        private void mentionDeclared() {
            List<String> declared = header.vertices();
            for (; mentioned < declared.size(); mentioned++) {
                draft.mention(declared.get(mentioned), lines.number());
            }
        }

        private void edge(String line) throws IOException {
            Matcher data = NETWORKX_DATA.matcher(line);
            boolean networkx = data.find();
            List<String> fields = TextLines.words(networkx ? line.substring(0, data.start()) : line, true);
            if (networkx && data.group(1) != null) {
                fields.add(data.group(1).strip());
            }
            checkColumns(fields);
            int e = draft.edge(vertex(fields.get(0)), vertex(fields.get(1)), header.kind());
            if (columns > 2 && input.weights()) {
                draft.weight(e, lines.weight(fields.get(2)));
            }
        }

        private void checkColumns(List<String> fields) throws IOException {
            int found = fields.size();
            if (found < 2) {
                String what = found == 0 ? "none" : "'" + TextLines.shortened(fields.get(0)) + "'";
                throw lines.error("expected two vertices, found " + what, "put both ends of an edge on its line");
            }
            if (columns == 0) {
                columns = found;
                firstLine = lines.number();
            }
            if (found != columns) {
                throw lines.error(
                        "expected " + columns + " columns as in line " + firstLine + ", found " + found,
                        "give every edge a weight, or none; the file may also be truncated");
            }
            if (found > 4) {
                throw lines.error(
                        "expected two vertices and perhaps a weight, found " + found + " columns",
                        "a table of edges with column names is read as csv");
            }
        }

        private int vertex(String id) throws IOException {
            if (input.vertexCount() > 0) {
                lines.integer(id, "a vertex", 0, input.vertexCount() - 1L);
            }
            return draft.mention(id, lines.number());
        }

        /** A first line of two words before lines of numbers is no edge. */
        private void checkNotColumnNames() throws IOException {
            List<String> ids = draft.names();
            boolean names = ids.size() > 2
                    && header.vertices().isEmpty()
                    && !IntegerIds.isInteger(ids.get(0))
                    && !IntegerIds.isInteger(ids.get(1))
                    && ids.subList(2, ids.size()).stream().allMatch(IntegerIds::isInteger);
            if (names) {
                throw input.error(
                        firstLine,
                        "expected two vertices, found column names '" + TextLines.shortened(ids.get(0)) + "', '"
                                + TextLines.shortened(ids.get(1)) + "'",
                        "begin the line with #, or read the file as csv");
            }
        }

        private void addUnnamedVertices() throws IOException {
            long n = input.vertexCount() > 0 ? input.vertexCount() : header.vertexCount();
            boolean numbers = header.vertices().isEmpty()
                    && draft.names().stream()
                            .allMatch(id ->
                                    IntegerIds.isInteger(id) && Long.parseLong(id) >= 0 && Long.parseLong(id) < n);
            if (numbers) {
                int count = input.vertexCount() > 0
                        ? input.vertexCount()
                        : input.vertices(Math.max(0, n), header.vertexCountLine());
                for (int v = 0; v < count; v++) {
                    draft.mention(Integer.toString(v), lines.number());
                }
            }
            if (draft.vertexCount() == 0 && n < 0) {
                throw input.error("has no edges", "an edge list has two vertices per line, or says '# Nodes: N'");
            }
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
