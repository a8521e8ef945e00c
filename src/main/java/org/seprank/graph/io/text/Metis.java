package org.seprank.graph.io.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Mirrored;
import org.seprank.graph.io.codec.Output;

/**
 * METIS graphs: a line {@code n m [fmt [ncon]]}, then for each vertex the line of its neighbours, numbered from 1. The
 * digits of fmt say whether a line has the vertex's size (100), its ncon weights (10) and a weight after each neighbour
 * (1); sizes and weights of vertices become attributes {@code size}, {@code weight} or {@code weight1}, {@code weight2}
 * and so on. Undirected; every edge is listed at both ends with the same weight, which is checked. Weights are positive
 * whole numbers: others are read, too, but not written.
 */
public final class Metis implements Codec {
    @Override
    public boolean recognises(Head head) {
        return false; // lines of numbers; only the name tells
    }

    @Override
    public double memoryPerByte(Head head) {
        return MEMORY_OF_NUMBERS;
    }

    @Override
    public Set<Feature> holds() {
        return Set.of(Feature.UNDIRECTED, Feature.WEIGHTS, Feature.ISOLATED_VERTICES);
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (TextLines lines = input.lines()) {
            return new Lists(input, lines).read();
        }
    }

    /** Reads one file. */
    private static final class Lists {
        private final Input input;
        private final TextLines lines;
        private final Draft draft;
        private final Mirrored mirrored = new Mirrored();
        private int n;
        private long declared;
        private boolean sizes;
        private int vertexWeights;
        private boolean edgeWeights;
        private int[] lineOf = new int[16];
        private long[] mirrors = new long[16]; // (lister, smaller neighbour) of the second listing of an edge
        private double[] mirrorWeights = new double[16];
        private int mirrorCount;

        Lists(Input input, TextLines lines) {
            this.input = input;
            this.lines = lines;
            this.draft = new Draft(input).inferTypes();
        }

        Graph read() throws IOException {
            header();
            draft.numbered(n, 1);
            for (int v = 0; v < n; v++) {
                String line = nextLine();
                if (line == null) {
                    throw lines.endOfFile("the neighbours of vertex " + (v + 1) + " of " + n);
                }
                if (v == lineOf.length) {
                    lineOf = Arrays.copyOf(lineOf, 2 * v);
                }
                lineOf[v] = (int) lines.number();
                vertex(v, TextLines.words(line, false));
            }
            for (String line = nextLine(); line != null; line = nextLine()) {
                if (!line.isBlank()) {
                    throw lines.error("a line after those of the " + n + " vertices", "correct the first line");
                }
            }
            checkListedTwice();
            Graph graph = draft.build();
            checkWeights(graph);
            return graph;
        }

        private @Nullable String nextLine() throws IOException {
            String line = lines.next();
            while (line != null && line.startsWith("%")) {
                line = lines.next();
            }
            return line;
        }

        private void header() throws IOException {
            String line = lines.next("%");
            List<String> fields = TextLines.words(line == null ? "" : line, false);
            if (fields.size() < 2 || fields.size() > 4) {
                throw lines.error(
                        "expected 'n m [fmt [ncon]]', found '" + TextLines.shortened(String.join(" ", fields)) + "'",
                        "the first line has the numbers of vertices and edges");
            }
            n = input.vertices(lines, fields.get(0));
            declared = lines.integer(fields.get(1), "the number of edges", 0, Long.MAX_VALUE);
            input.requireMemory(n, declared);
            String fmt = fields.size() > 2 ? "00" + fields.get(2) : "000";
            if (!fmt.matches("0*[01]{3}")) {
                throw lines.error(
                        "fmt is '" + TextLines.shortened(fields.get(2)) + "'", "it has up to three digits 0 or 1");
            }
            fmt = fmt.substring(fmt.length() - 3);
            sizes = fmt.charAt(0) == '1';
            edgeWeights = fmt.charAt(2) == '1';
            int ncon = fields.size() > 3 ? (int) lines.integer(fields.get(3), "ncon", 1, 1000) : 1;
            vertexWeights = fmt.charAt(1) == '1' ? ncon : 0;
        }

        private void vertex(int v, List<String> fields) throws IOException {
            int values = (sizes ? 1 : 0) + vertexWeights;
            if (fields.size() < values || (edgeWeights && (fields.size() - values) % 2 != 0)) {
                throw lines.error(
                        "vertex " + (v + 1) + " has " + fields.size() + " numbers, which does not fit fmt",
                        "a line is [size] [weights] neighbour [weight] neighbour [weight] ..");
            }
            for (int i = 0; i < values; i++) {
                lines.weight(fields.get(i));
                draft.vertexColumns().put(columnName(i), v, fields.get(i), Attributes.Type.TEXT);
            }
            for (int i = values; i < fields.size(); i += edgeWeights ? 2 : 1) {
                int w = (int) lines.integer(fields.get(i), "a neighbour", 1, n) - 1;
                mirrored.add(v, w);
                if (v <= w) {
                    int e = draft.edge(v, w, Kind.EDGE);
                    if (edgeWeights) {
                        draft.weight(e, lines.weight(fields.get(i + 1)));
                    }
                } else if (edgeWeights) {
                    mirror(v, w, lines.weight(fields.get(i + 1)));
                }
            }
        }

        private void mirror(int v, int w, double weight) {
            if (mirrorCount == mirrors.length) {
                mirrors = Arrays.copyOf(mirrors, Math.addExact(mirrorCount, mirrorCount));
                mirrorWeights = Arrays.copyOf(mirrorWeights, mirrors.length);
            }
            mirrors[mirrorCount] = (long) v << 32 | w;
            mirrorWeights[mirrorCount++] = weight;
        }

        /** Both ends give an edge the same weight; of parallel edges nothing says which is which. */
        private void checkWeights(Graph graph) throws IOException {
            boolean told = graph.weighted() && graph.dropped().duplicates() == 0;
            for (int i = 0; told && i < mirrorCount; i++) {
                int v = (int) (mirrors[i] >>> 32);
                int w = (int) mirrors[i];
                double weight = graph.weight(graph.edgeBetween(w, v));
                if (weight != mirrorWeights[i]) {
                    throw lines.errorAt(
                            lineOf[v],
                            "vertex " + (v + 1) + " gives its edge to " + (w + 1) + " the weight "
                                    + Output.number(mirrorWeights[i]) + ", vertex " + (w + 1) + " the weight "
                                    + Output.number(weight),
                            "both ends list an edge with the same weight");
                }
            }
        }

        private String columnName(int i) {
            int weight = sizes ? i : i + 1;
            if (weight == 0) {
                return "size";
            }
            return vertexWeights == 1 ? "weight" : "weight" + weight;
        }

        private void checkListedTwice() throws IOException {
            Optional<Edge> unmatched = mirrored.unmatched();
            if (unmatched.isPresent()) {
                Edge entry = unmatched.get();
                int u = entry.u() + 1;
                int v = entry.v() + 1;
                throw lines.errorAt(
                        lineOf[entry.u()],
                        "vertex " + u + " lists " + v + ", but vertex " + v + " does not list " + u,
                        "every edge is listed at both ends");
            }
            if (mirrored.size() != 2 * declared && draft.edgeCount() != declared) {
                throw lines.errorAt(
                        1,
                        "declares " + declared + " edges, but the lists have " + draft.edgeCount(),
                        "the second number counts each edge once");
            }
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        boolean weighted = graph.weighted() && hasWholeWeights(graph, output);
        output.line(graph.vertexCount() + " " + graph.edgeCount() + (weighted ? " 1" : ""));
        int[] offsets = graph.out().offsets();
        for (int v = 0; v < graph.vertexCount(); v++) {
            StringBuilder line = new StringBuilder();
            for (int i = offsets[v]; i < offsets[v + 1]; i++) {
                line.append(line.isEmpty() ? "" : " ").append(graph.out().neighbours()[i] + 1);
                if (weighted) {
                    line.append(' ')
                            .append(Output.number(graph.weight(graph.out().edges()[i])));
                }
            }
            output.line(line.toString());
        }
    }

    private static boolean hasWholeWeights(Graph graph, Output output) {
        for (int e = 0; e < graph.edgeCount(); e++) {
            double weight = graph.weight(e);
            if (weight < 1 || weight != Math.rint(weight) || weight > Integer.MAX_VALUE) {
                output.warn("the weights are left out, for METIS has positive whole numbers only, and an edge weighs "
                        + Output.number(weight));
                return false;
            }
        }
        return true;
    }
}
