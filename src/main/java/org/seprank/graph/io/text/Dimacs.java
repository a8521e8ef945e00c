package org.seprank.graph.io.text;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;

/**
 * The formats of the DIMACS challenges: colouring and cliques ({@code p edge n m} or {@code p col n m}, lines {@code e
 * u v}, undirected) and shortest paths ({@code p sp n m}, lines {@code a u v length}, directed). Vertices are numbered
 * from 1. A weight after {@code e u v} is read and written too; {@code n v x} gives vertex v the attribute
 * {@code value}.
 */
public final class Dimacs implements Codec {
    private static final Pattern PROBLEM = Pattern.compile("p[ \\t]+[a-z]+[ \\t]+\\d");

    @Override
    public boolean recognises(Head head) {
        return PROBLEM.matcher(head.afterComments(Dimacs::isComment)).lookingAt();
    }

    private static boolean isComment(String line) {
        return line.equals("c") || line.startsWith("c ") || line.startsWith("c\t");
    }

    @Override
    public double memoryPerByte(Head head) {
        return MEMORY_OF_NUMBERS;
    }

    @Override
    public Set<Feature> holds() {
        return Set.of(Feature.DIRECTED, Feature.UNDIRECTED, Feature.WEIGHTS, Feature.ISOLATED_VERTICES);
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (TextLines lines = input.lines()) {
            return new Problem(input, lines).read();
        }
    }

    /** Reads one problem. */
    private static final class Problem {
        private final Input input;
        private final TextLines lines;
        private @Nullable Draft draft;
        private boolean arcs;
        private long declared;

        Problem(Input input, TextLines lines) {
            this.input = input;
            this.lines = lines;
        }

        Graph read() throws IOException {
            for (String line = lines.next(""); line != null; line = lines.next("")) {
                List<String> fields = TextLines.words(line, false);
                switch (fields.get(0)) {
                    case "c" -> {}
                    case "p" -> problem(fields);
                    case "n" -> value(draft(), fields);
                    case "e" -> edge(draft(), fields, Kind.EDGE);
                    case "a" -> edge(draft(), fields, Kind.ARC);
                    case "d", "v", "x" -> input.warn("the dimension and places of a geometric graph are left out");
                    default ->
                        throw lines.error(
                                "expected a line c, p, n, e or a, found '" + TextLines.shortened(line.strip()) + "'",
                                "comments begin with c");
                }
            }
            Draft complete = draft();
            long found = complete.edgeCount();
            if (found != declared && (arcs || (2 * found != declared && found != 2 * declared))) {
                throw lines.endOfFile(declared + " edges as declared, found " + found);
            }
            return complete.build();
        }

        private Draft draft() throws IOException {
            if (draft == null) {
                throw lines.error("no problem line so far", "begin with 'p edge VERTICES EDGES' or 'p sp ..'");
            }
            return draft;
        }

        private void problem(List<String> fields) throws IOException {
            if (draft != null) {
                throw lines.error("a second problem line", "one file holds one problem");
            }
            String kind = fields.size() == 4 ? fields.get(1).toLowerCase(Locale.ROOT) : "";
            if (!Set.of("edge", "edges", "col", "sp").contains(kind)) {
                throw lines.error(
                        "expected 'p edge n m', 'p col n m' or 'p sp n m', found '" + String.join(" ", fields) + "'",
                        "other problems, such as flows, are not graphs alone");
            }
            arcs = kind.equals("sp");
            declared = lines.integer(fields.get(3), "the number of edges", 0, Integer.MAX_VALUE);
            int n = input.vertices(lines, fields.get(2));
            input.requireMemory(n, declared);
            draft = new Draft(input).numbered(n, 1).directed(arcs);
        }

        private void edge(Draft graph, List<String> fields, Kind kind) throws IOException {
            if (arcs != (kind == Kind.ARC)) {
                throw lines.error(
                        "a line '" + fields.get(0) + "' in a problem of the other kind",
                        "edges are lines e after 'p edge', and lines a after 'p sp'");
            }
            if (fields.size() < (arcs ? 4 : 3) || fields.size() > 4) {
                throw lines.error(
                        "expected two vertices" + (arcs ? " and a length" : "") + ", found '"
                                + TextLines.shortened(String.join(" ", fields)) + "'",
                        arcs ? "a line is 'a u v length'" : "a line is 'e u v'");
            }
            int u = vertex(graph, fields.get(1));
            int v = vertex(graph, fields.get(2));
            int e = graph.edge(u, v, kind);
            if (fields.size() == 4 && input.weights()) {
                graph.weight(e, lines.weight(fields.get(3)));
            }
        }

        private int vertex(Draft graph, String text) throws IOException {
            return (int) lines.integer(text, "a vertex", 1, graph.vertexCount()) - 1;
        }

        private void value(Draft graph, List<String> fields) throws IOException {
            if (fields.size() != 3) {
                throw lines.error("expected a vertex and its value", "a line is 'n v value'");
            }
            graph.vertexColumns().put("value", vertex(graph, fields.get(1)), fields.get(2), Attributes.Type.TEXT);
            graph.inferTypes();
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        if (graph.directed() && !graph.weighted()) {
            output.warn("an arc of a shortest path problem has a length, so every arc gets length 1");
        }
        output.line((graph.directed() ? "p sp " : "p edge ") + graph.vertexCount() + " " + graph.edgeCount());
        for (int e = 0; e < graph.edgeCount(); e++) {
            boolean length = graph.weighted() || graph.directed();
            output.line((graph.directed() ? "a " : "e ") + (graph.source(e) + 1) + " " + (graph.target(e) + 1)
                    + (length ? " " + Output.number(graph.weight(e)) : ""));
        }
    }
}
