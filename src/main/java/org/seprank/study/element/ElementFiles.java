package org.seprank.study.element;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seprank.file.AtomicFile;
import org.seprank.graph.Graph;
import org.seprank.measure.MeasureOptions;
import org.seprank.measure.element.EdgeColumns;
import org.seprank.measure.element.ElementColumn;
import org.seprank.measure.element.VertexColumns;
import org.seprank.report.Block;
import org.seprank.report.CsvRenderer;
import org.seprank.report.Value;
import org.seprank.study.input.GraphInput;
import org.seprank.work.Progress;

/**
 * CSV files with a row for every edge and for every vertex, and a column for every quantity. The first line is {@code #
 * question: ..}; a quantity that a graph does not have is an empty column, and a line says why.
 *
 * @param edges the file of the edges
 * @param vertices the file of the vertices
 */
public record ElementFiles(Optional<Path> edges, Optional<Path> vertices) {
    private static final String WEIGHTS =
            "# weights of edges: used by the spectral gap, effective resistance and commute time; for all else every edge"
                    + " counts as 1\n";

    /** No file. */
    public static ElementFiles none() {
        return new ElementFiles(Optional.empty(), Optional.empty());
    }

    /** Whether there is a file. */
    public boolean asked() {
        return edges.isPresent() || vertices.isPresent();
    }

    /** Says before the work what would go wrong after it. */
    void check() throws IOException {
        if (edges.isPresent() && vertices.isPresent() && absolute(edges.get()).equals(absolute(vertices.get()))) {
            throw new IllegalArgumentException(
                    "the edges and the vertices would both be written to " + edges.get() + "; name two files");
        }
        for (Path file :
                List.of(edges, vertices).stream().flatMap(Optional::stream).toList()) {
            AtomicFile.checkFile(file);
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /**
     * The quantities of a graph that the files are to hold.
     *
     * @param ofEdges groups, depths and partitions of those of the edges
     * @param ofVertices the same of the vertices
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public ElementTables tables(
            GraphInput input, MeasureOptions ofEdges, MeasureOptions ofVertices, Progress progress) {
        Graph graph = input.graph();
        return new ElementTables(
                graph,
                edges.isPresent() ? EdgeColumns.of(graph, input.labels(), ofEdges, progress) : List.of(),
                vertices.isPresent() ? VertexColumns.of(graph, input.labels(), ofVertices, progress) : List.of());
    }

    /**
     * Writes the files, each as a whole or not at all.
     *
     * @param question what was asked
     * @param graphs by their numbers, from 1; a single one of number 0 has no column that says so
     */
    void write(Block.Question question, Map<Integer, ElementTables> graphs) throws IOException {
        boolean weighted = graphs.values().stream().anyMatch(one -> one.graph().weighted());
        if (edges.isPresent()) {
            List<String> heads = new ArrayList<>(List.of("edge", "source", "target"));
            heads.addAll(weighted ? List.of("weight") : List.of());
            Map<Integer, Rows> rows = new LinkedHashMap<>();
            graphs.forEach((number, one) -> rows.put(number, Rows.ofEdges(one, weighted)));
            write(edges.get(), question, weighted, heads, rows);
        }
        if (vertices.isPresent()) {
            Map<Integer, Rows> rows = new LinkedHashMap<>();
            graphs.forEach((number, one) -> rows.put(number, Rows.ofVertices(one)));
            write(vertices.get(), question, weighted, List.of("vertex", "id"), rows);
        }
    }

    /**
     * The rows of a graph.
     *
     * @param count how many
     * @param names what names a row
     * @param columns by name
     */
    private record Rows(int count, Naming names, Map<String, ElementColumn> columns) {
        /** The cells that name a row. */
        private interface Naming {
            List<Value> of(int row);
        }

        static Rows ofEdges(ElementTables one, boolean weighted) {
            Graph graph = one.graph();
            return new Rows(
                    graph.edgeCount(),
                    e -> {
                        List<Value> cells = new ArrayList<>();
                        cells.add(Value.of(e));
                        cells.add(Value.of(graph.ids().id(graph.source(e))));
                        cells.add(Value.of(graph.ids().id(graph.target(e))));
                        cells.addAll(weighted ? List.of(Value.of(graph.weight(e))) : List.of());
                        return cells;
                    },
                    byName(one.edges()));
        }

        static Rows ofVertices(ElementTables one) {
            Graph graph = one.graph();
            return new Rows(
                    graph.vertexCount(),
                    v -> List.of(Value.of(v), Value.of(graph.ids().id(v))),
                    byName(one.vertices()));
        }

        private static Map<String, ElementColumn> byName(List<ElementColumn> columns) {
            Map<String, ElementColumn> named = new LinkedHashMap<>();
            columns.forEach(column -> named.put(column.name(), column));
            return named;
        }
    }

    private static void write(
            Path file, Block.Question question, boolean weighted, List<String> heads, Map<Integer, Rows> graphs)
            throws IOException {
        Set<String> names = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>(weighted ? List.of(WEIGHTS) : List.of());
        graphs.values()
                .forEach(rows -> rows.columns().values().forEach(column -> {
                    names.add(column.name());
                    if (!column.known()) {
                        missing.add("# " + column.name() + ": " + column.missing() + "\n");
                    }
                }));
        AtomicFile.write(file, bytes -> {
            OutputStream out = new BufferedOutputStream(bytes);
            text(out, "# question: " + question.text() + "\n" + String.join("", missing));
            List<Value> head = new ArrayList<>();
            head.addAll(graphs.containsKey(0) ? List.of() : List.of(Value.of("graph")));
            heads.forEach(name -> head.add(Value.of(name)));
            names.forEach(name -> head.add(Value.of(name)));
            text(out, CsvRenderer.line(head));
            for (Map.Entry<Integer, Rows> one : graphs.entrySet()) {
                rows(out, one.getKey(), one.getValue(), names);
            }
            out.flush();
        });
    }

    private static void rows(OutputStream out, int number, Rows rows, Set<String> names) throws IOException {
        for (int row = 0; row < rows.count(); row++) {
            List<Value> cells = new ArrayList<>(number == 0 ? List.of() : List.of(Value.of(number)));
            cells.addAll(rows.names().of(row));
            for (String name : names) {
                ElementColumn column = rows.columns().get(name);
                cells.add(
                        column == null
                                ? Value.missing()
                                : Value.of(column.values().apply(row)));
            }
            text(out, CsvRenderer.line(cells));
        }
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
