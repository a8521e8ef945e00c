package org.seprank.graph.io.binary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.GraphSink;
import org.seprank.graph.io.codec.Input;

/** Files of graph6 and sparse6 lines, one graph each, as the programs of nauty read and write them. */
final class NautyLines {
    static final String GRAPH6 = ">>graph6<<";
    static final String SPARSE6 = ">>sparse6<<";

    private final Input input;
    private final TextLines lines;

    private NautyLines(Input input, TextLines lines) {
        this.input = input;
        this.lines = lines;
    }

    static void forEach(Input input, GraphSink sink) throws IOException {
        try (TextLines lines = input.lines()) {
            NautyLines file = new NautyLines(input, lines);
            for (String line = lines.next(""); line != null; line = lines.next("")) {
                String code = withoutHeader(line.strip());
                if (!code.isEmpty()) {
                    sink.accept(file.decode(code));
                }
            }
        }
    }

    /** The graph of a file that has only one. */
    static Graph only(Input input) throws IOException {
        List<Graph> graphs = new ArrayList<>();
        forEach(input, graph -> {
            graphs.add(graph);
            if (graphs.size() == 2) {
                throw input.error("holds more than one graph", "take one of them, from 1: --graph K");
            }
        });
        if (graphs.isEmpty()) {
            throw input.error("holds no graph", "a line is a graph in graph6 or sparse6");
        }
        return graphs.get(0);
    }

    private static String withoutHeader(String line) {
        if (line.startsWith(GRAPH6)) {
            return line.substring(GRAPH6.length());
        }
        return line.startsWith(SPARSE6) ? line.substring(SPARSE6.length()) : line;
    }

    private Graph decode(String code) throws IOException {
        char first = code.charAt(0);
        if (first == ';' || first == '&') {
            throw lines.error(
                    first == ';' ? "an incremental sparse6 graph" : "a digraph6 graph",
                    "convert it to graph6 or sparse6 with nauty's copyg or listg");
        }
        int from = first == ':' ? 1 : 0;
        for (int i = from; i < code.length(); i++) {
            if (!SixBits.isCode(code.substring(i, i + 1), 0)) {
                throw lines.error(
                        "character " + (i + 1) + " is '" + code.charAt(i) + "', which does not belong to the code",
                        "graph6 and sparse6 use the characters ? to ~; the file may be of another format");
            }
        }
        int start = from + SixBits.lengthOfNumber(code, from);
        if (start > code.length()) {
            throw tooShort();
        }
        int n = input.vertices(SixBits.number(code, from), lines.number());
        Draft draft = new Draft(input).numbered(n, 0);
        if (first == ':') {
            sparse(draft, code, start);
        } else {
            dense(draft, code, start);
        }
        return draft.build();
    }

    private IOException tooShort() {
        return lines.error("the line is too short for its number of vertices", "it may be truncated");
    }

    private void dense(Draft draft, String code, int start) throws IOException {
        long n = draft.vertexCount();
        long length = (n * (n - 1) / 2 + 5) / 6;
        if (code.length() - start < length) {
            throw tooShort();
        }
        if (code.length() - start > length) {
            throw lines.error("the line is too long for its " + n + " vertices", "one line is one graph");
        }
        long bit = 0;
        for (int v = 1; v < n; v++) {
            for (int u = 0; u < v; u++) {
                if (SixBits.bit(code, start, bit++) == 1) {
                    draft.edge(u, v, Kind.EDGE);
                }
            }
        }
    }

    /** Pairs of a bit b and a number x: b adds 1 to v; then x > v sets v to x, and otherwise {x, v} is an edge. */
    private void sparse(Draft draft, String code, int start) throws IOException {
        int n = draft.vertexCount();
        int length = bitsOf(n);
        long bits = 6L * (code.length() - start);
        int v = 0;
        long end = 0; // of the last edge
        for (long i = 0; i + 1 + length <= bits; i += 1 + length) {
            v += SixBits.bit(code, start, i);
            int x = SixBits.bits(code, start, i + 1, length);
            if (x >= n || v >= n) {
                break; // padding
            }
            if (x > v) {
                v = x;
            } else {
                draft.edge(x, v, Kind.EDGE);
                end = i + 1 + length;
            }
        }
        if (bits - end >= 6) {
            throw lines.error((bits - end) / 6 + " characters too many after the last edge", "one line is one graph");
        }
    }

    /** The bits that n-1 needs. */
    static int bitsOf(int n) {
        return n < 2 ? 1 : 32 - Integer.numberOfLeadingZeros(n - 1);
    }
}
