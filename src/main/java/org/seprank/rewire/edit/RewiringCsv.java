package org.seprank.rewire.edit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.seprank.file.FormatException;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexIds;

/**
 * Edits with the weights and relations of additions, and new vertices, as comma-separated lines. A line of action
 * {@code vertex} makes the vertex in {@code source}; its {@code target} lists the shares of its features as
 * {@code weight|id|weight|id..}. It stands before the edits that touch the vertex and counts as no step.
 */
final class RewiringCsv {
    static final String HEADER = EditCsv.HEADER + ",weight,relation";

    private final Path path;
    private final Graph graph;
    private final Map<String, Integer> added = new HashMap<>();
    private final Rewiring.Builder builder = Rewiring.builder();

    private RewiringCsv(Path path, Graph graph) {
        this.path = path;
        this.graph = graph;
    }

    /** Whether the four plain columns say everything. */
    static boolean isPlain(Rewiring rewiring) {
        return rewiring.equals(Rewiring.of(rewiring.edits()));
    }

    static void write(Writer out, Graph graph, Rewiring rewiring) throws IOException {
        out.write(HEADER + "\n");
        int n = graph.vertexCount();
        VertexIds ids = graph.ids().extendedBy(rewiring.vertices().size());
        int known = n;
        for (int i = 0; i < rewiring.edits().size(); i++) {
            Edit edit = rewiring.edits().get(i);
            for (; known <= Math.max(edit.u(), edit.v()); known++) {
                out.write(",vertex," + EditCsv.field(ids.id(known)) + ","
                        + EditCsv.field(parts(rewiring.vertices().get(known - n), ids)) + ",,\n");
            }
            out.write((i + 1) + "," + edit.kind().name().toLowerCase(java.util.Locale.ROOT) + ","
                    + EditCsv.field(ids.id(edit.u())) + "," + EditCsv.field(ids.id(edit.v())));
            out.write(edit.kind() == Edit.Kind.ADD ? "," + rewiring.weight(i) + "," + rewiring.relation(i) : ",,");
            out.write("\n");
        }
    }

    private static String parts(AddedVertex vertex, VertexIds ids) {
        List<String> words = new ArrayList<>();
        for (AddedVertex.Part part : vertex.parts()) {
            String id = ids.id(part.vertex());
            if (id.indexOf('|') >= 0) {
                throw new IllegalArgumentException(
                        "the id '" + id + "' has a |, which separates shares of features in an edit list");
            }
            words.add(Double.toString(part.weight()));
            words.add(id);
        }
        return String.join("|", words);
    }

    /** Reads what {@link #write} wrote; that each edit can be made is seen when it is. */
    static Rewiring read(Path path, Graph graph) throws IOException {
        RewiringCsv reading = new RewiringCsv(path, graph);
        try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            in.readLine();
            long number = 2;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    reading.line(number, EditCsv.split(line));
                }
                number++;
            }
        }
        return reading.builder.build();
    }

    private void line(long number, List<String> fields) throws FormatException {
        if (fields.size() != 6) {
            throw FormatException.atLine(
                    path, number, "expected 6 fields, found " + fields.size(), "fields: " + HEADER);
        }
        switch (fields.get(1)) {
            case "vertex" -> addVertex(number, fields.get(2), fields.get(3));
            case "add", "remove" -> edit(number, fields);
            default ->
                throw FormatException.atLine(
                        path,
                        number,
                        "unknown action '" + fields.get(1) + "'",
                        "an action is 'remove', 'add' or 'vertex'");
        }
    }

    private void addVertex(long number, String id, String parts) throws FormatException {
        if (graph.ids().vertex(id).isPresent() || added.put(id, graph.vertexCount() + added.size()) != null) {
            throw FormatException.atLine(path, number, "there is a vertex '" + id + "' already", "name a new one");
        }
        String[] words = parts.isEmpty() ? new String[0] : parts.split("\\|", -1);
        List<AddedVertex.Part> shares = new ArrayList<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            shares.add(new AddedVertex.Part(vertex(number, words[i + 1]), number(number, words[i])));
        }
        builder.addVertex(new AddedVertex(shares));
    }

    private void edit(long number, List<String> fields) throws FormatException {
        if (!fields.get(0).equals(Integer.toString(builder.size() + 1))) {
            throw FormatException.atLine(
                    path,
                    number,
                    "expected step " + (builder.size() + 1) + ", found '" + fields.get(0) + "'",
                    "steps count from 1 without gaps");
        }
        int u = vertex(number, fields.get(2));
        int v = vertex(number, fields.get(3));
        if (u == v) {
            throw FormatException.atLine(
                    path, number, "an edge from '" + fields.get(2) + "' to itself", "self-loops are no edges here");
        }
        boolean swap = !graph.directed() && u > v;
        int from = swap ? v : u;
        int to = swap ? u : v;
        if (fields.get(1).equals("remove")) {
            builder.add(Edit.remove(from, to));
        } else {
            double relation = number(number, fields.get(5));
            if (!(relation >= 0 && relation == Math.rint(relation) && relation < Integer.MAX_VALUE)) {
                throw FormatException.atLine(
                        path, number, "relation '" + fields.get(5) + "'", "a relation is a whole number from 0 on");
            }
            builder.add(Edit.add(from, to), number(number, fields.get(4)), (int) relation);
        }
    }

    private double number(long line, String text) throws FormatException {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw FormatException.atLine(path, line, "'" + text + "' is not a finite number", "write one");
    }

    private int vertex(long line, String id) throws FormatException {
        OptionalInt old = graph.ids().vertex(id);
        Integer known = old.isPresent() ? Integer.valueOf(old.getAsInt()) : added.get(id);
        if (known == null) {
            throw FormatException.atLine(
                    path,
                    line,
                    "the graph has no vertex '" + id + "'",
                    "read the edits with the graph they were made for");
        }
        return known;
    }
}
