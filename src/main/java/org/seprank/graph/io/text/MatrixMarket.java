package org.seprank.graph.io.text;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;

/**
 * Adjacency matrices in the MatrixMarket coordinate format: square; pattern, integer or real; {@code symmetric} is an
 * undirected graph, {@code general} a directed one. An entry in row u and column v is the edge from u to v, its value
 * the weight, zeros included. Vertices are numbered from 1.
 */
public final class MatrixMarket implements Codec {
    private static final String BANNER = "%%MatrixMarket";

    @Override
    public boolean recognises(Head head) {
        return head.text().regionMatches(true, 0, BANNER, 0, BANNER.length());
    }

    @Override
    public double memoryPerByte(Head head) {
        return MEMORY_OF_NUMBERS;
    }

    @Override
    public Set<Feature> holds() {
        return Set.of(Feature.DIRECTED, Feature.UNDIRECTED, Feature.WEIGHTS, Feature.ISOLATED_VERTICES);
    }

    private record Banner(boolean pattern, boolean symmetric) {}

    @Override
    public Graph read(Input input) throws IOException {
        try (TextLines lines = input.lines()) {
            Banner banner = banner(lines);
            List<String> sizes = nextFields(lines, "the size line");
            if (sizes.size() != 3) {
                throw lines.error(
                        "expected rows, columns and entries, found '" + TextLines.shortened(String.join(" ", sizes))
                                + "'",
                        "three numbers follow the comments");
            }
            if (!sizes.get(0).equals(sizes.get(1))) {
                throw lines.error(
                        "a matrix of " + sizes.get(0) + " rows and " + sizes.get(1) + " columns",
                        "an adjacency matrix is square");
            }
            int n = input.vertices(lines, sizes.get(0));
            long entries = lines.integer(sizes.get(2), "the number of entries", 0, Long.MAX_VALUE);
            input.requireMemory(n, entries);
            Draft draft = new Draft(input).numbered(n, 1).directed(!banner.symmetric());
            for (long i = 0; i < entries; i++) {
                entry(draft, nextFields(lines, entries + " entries, of which " + i + " came"), banner, lines);
            }
            if (lines.next("%") != null) {
                throw lines.error("more than the " + entries + " entries declared", "correct the size line");
            }
            return draft.build();
        }
    }

    private static Banner banner(TextLines lines) throws IOException {
        String line = lines.next();
        List<String> words = TextLines.words(line == null ? "" : line.toLowerCase(Locale.ROOT), false);
        if (words.size() != 5
                || !words.get(0).equals("%%matrixmarket")
                || !words.get(1).equals("matrix")) {
            throw lines.error(
                    "expected '%%MatrixMarket matrix coordinate FIELD SYMMETRY', found '"
                            + TextLines.shortened(String.join(" ", words)) + "'",
                    "the first line says what the matrix is");
        }
        check(lines, "the format", words.get(2), Set.of("coordinate"));
        check(lines, "the field", words.get(3), Set.of("pattern", "real", "double", "integer"));
        check(lines, "the symmetry", words.get(4), Set.of("general", "symmetric"));
        return new Banner(words.get(3).equals("pattern"), words.get(4).equals("symmetric"));
    }

    private static void check(TextLines lines, String name, String word, Set<String> allowed) throws IOException {
        if (!allowed.contains(word)) {
            throw lines.error(
                    name + " is '" + TextLines.shortened(word) + "'",
                    word.equals("array")
                            ? "write it as coordinates, as scipy.io.mmwrite does for sparse matrices"
                            : "a graph is read from "
                                    + String.join(
                                            " or ", allowed.stream().sorted().toList()));
        }
    }

    private static List<String> nextFields(TextLines lines, String expected) throws IOException {
        String line = lines.next("%");
        if (line == null) {
            throw lines.endOfFile(expected);
        }
        return TextLines.words(line, false);
    }

    private static void entry(Draft draft, List<String> fields, Banner banner, TextLines lines) throws IOException {
        int expected = banner.pattern() ? 2 : 3;
        if (fields.size() != expected) {
            throw lines.error(
                    "expected " + expected + " numbers, found '" + TextLines.shortened(String.join(" ", fields)) + "'",
                    banner.pattern() ? "a pattern has no values" : "an entry is row, column, value");
        }
        int u = (int) lines.integer(fields.get(0), "a row", 1, draft.vertexCount()) - 1;
        int v = (int) lines.integer(fields.get(1), "a column", 1, draft.vertexCount()) - 1;
        int e = draft.edge(u, v, banner.symmetric() ? Kind.EDGE : Kind.ARC);
        if (!banner.pattern()) {
            draft.weight(e, lines.weight(fields.get(2)));
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        boolean integers = graph.weighted();
        for (int e = 0; integers && e < graph.edgeCount(); e++) {
            integers = Output.number(graph.weight(e)).matches("-?\\d+");
        }
        String field = graph.weighted() ? (integers ? "integer" : "real") : "pattern";
        output.line(BANNER + " matrix coordinate " + field + (graph.directed() ? " general" : " symmetric"));
        output.line(graph.vertexCount() + " " + graph.vertexCount() + " " + graph.edgeCount());
        for (int e = 0; e < graph.edgeCount(); e++) {
            // of a symmetric matrix the lower triangle is stored
            int row = 1 + (graph.directed() ? graph.source(e) : graph.target(e));
            int column = 1 + (graph.directed() ? graph.target(e) : graph.source(e));
            output.line(row + " " + column + (graph.weighted() ? " " + Output.number(graph.weight(e)) : ""));
        }
    }
}
