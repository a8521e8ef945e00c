package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.file.EntryCollector;
import org.seprank.dataset.file.Source;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/**
 * A folder with {@code vertices.csv}, headed {@code id,label}, or {@code id} where there are no labels, then
 * {@code split:NAME} columns (train, validation, test or empty), {@code target:NAME} columns of numbers to predict or
 * {@code event:NAME} columns of 0 and 1 (empty or {@code nan}: not known), and feature columns, and {@code edges.csv},
 * headed {@code source,target[,weight][,relation]} or, for a directed graph, {@code tail,head[,weight][,relation]},
 * then columns of features of the edge; relations become the edge attribute of that name, and of parallel edges the
 * features of the first are taken. Labels that are all whole numbers are the classes themselves; others are ranked by
 * name. An empty label or -1 is missing.
 */
final class CsvReader implements DatasetReader {
    static final String VERTICES = "vertices.csv";
    static final String EDGES = "edges.csv";
    static final String SPLIT = "split:";

    @Override
    public boolean recognises(Source source) {
        boolean file = source.name().equals(VERTICES) || source.name().equals(EDGES);
        return (source.isFolder() || file)
                && Files.isRegularFile(source.folder().resolve(VERTICES))
                && Files.isRegularFile(source.folder().resolve(EDGES));
    }

    /** The vertices. */
    private static final class Table {
        private final List<String> labels = new ArrayList<>();
        private final List<List<String>> parts = new ArrayList<>();
        private final List<String> splitNames = new ArrayList<>();
        private TargetColumns targets = new TargetColumns();
        private final EntryCollector features = new EntryCollector();
        private final GraphBuilder builder = GraphBuilder.named(false);
        private final List<Integer> splitPlaces = new ArrayList<>();
        private int columns;
        private int firstFeature;
        private boolean labelled;

        void read(TextLines lines) throws IOException {
            List<String> heading = lines.fields(lines.require("a heading"));
            labelled = heading.size() > 1 && heading.get(1).equals("label");
            boolean named = labelled || (heading.size() > 1 && !isFeature(heading.get(1)));
            if (!heading.get(0).equals("id") || !named) {
                throw lines.error(
                        "expected a heading that begins with id,label",
                        "without labels begin with id and columns target:.., event:.. or split:..");
            }
            int first = labelled ? 2 : 1;
            columns = heading.size();
            heading.stream().skip(first).filter(name -> name.startsWith(SPLIT)).forEach(name -> {
                splitNames.add(name.substring(SPLIT.length()));
                parts.add(new ArrayList<>());
            });
            targets = TargetColumns.of(lines, heading);
            firstFeature = first + splitNames.size() + targets.count();
            if (heading.subList(first, firstFeature).stream().anyMatch(Table::isFeature)) {
                throw lines.error(
                        "a column " + SPLIT + ".., target:.. or event:.. follows a feature",
                        "move it behind the label");
            }
            for (int c = first; c < firstFeature; c++) {
                if (heading.get(c).startsWith(SPLIT)) {
                    splitPlaces.add(c);
                }
            }
            for (String text = lines.nextFull(); text != null; text = lines.nextFull()) {
                add(lines, lines.fields(text));
            }
        }

        private static boolean isFeature(String heading) {
            return !heading.startsWith(SPLIT) && !TargetColumns.isOne(heading);
        }

        private void add(TextLines lines, List<String> fields) throws IOException {
            if (fields.size() != columns) {
                throw lines.error("expected " + columns + " fields, found " + fields.size(), "fill the row");
            }
            if (builder.has(fields.get(0))) {
                throw lines.error("vertex '" + fields.get(0) + "' occurs twice", "remove one of the lines");
            }
            int vertex = builder.vertex(fields.get(0));
            labels.add(labelled ? fields.get(1).strip() : "");
            for (int s = 0; s < parts.size(); s++) {
                String part = fields.get(splitPlaces.get(s)).strip();
                if (!List.of("", "train", "validation", "test").contains(part)) {
                    throw lines.error("'" + part + "' is none of train, validation, test", "or leave it empty");
                }
                parts.get(s).add(part);
            }
            targets.add(lines, fields);
            for (int j = firstFeature; j < columns; j++) {
                features.add(vertex, j - firstFeature, lines.real(fields.get(j)));
            }
        }

        Split split(int s) {
            Split.Builder split = Split.over(splitNames.get(s), labels.size());
            for (int v = 0; v < labels.size(); v++) {
                switch (parts.get(s).get(v)) {
                    case "train" -> split.put(Part.TRAIN, v);
                    case "validation" -> split.put(Part.VALIDATION, v);
                    case "test" -> split.put(Part.TEST, v);
                    default -> {} // in none
                }
            }
            return split.build();
        }

        Labels classes() {
            boolean numbers = labels.stream().allMatch(label -> label.matches("|-1|\\d{1,5}"));
            TreeSet<String> names = new TreeSet<>(labels);
            names.remove("");
            List<String> ranked = List.copyOf(names);
            int[] classes = new int[labels.size()];
            for (int v = 0; v < classes.length; v++) {
                String label = labels.get(v);
                int named =
                        numbers && !label.isEmpty() ? Integer.parseInt(label) : Collections.binarySearch(ranked, label);
                classes[v] = label.isEmpty() ? Labels.MISSING : named;
            }
            return Labels.of(classes);
        }
    }

    @Override
    public Dataset read(Source source) throws IOException {
        Table table = new Table();
        Path vertices = source.folder().resolve(VERTICES);
        Path edges = source.folder().resolve(EDGES);
        try (TextLines lines = source.lines(vertices)) {
            table.read(lines);
        }
        Edges read = Source.within(edges, () -> {
            try (TextLines lines = source.edgeLines(edges)) {
                return edges(lines, table.builder.withParallelEdges(source.parallelEdges()));
            }
        });
        return Source.within(
                vertices, () -> dataset(source, table, read.graph()).withEdgeFeatures(read.features()));
    }

    /** The graph, and the features of its edges. */
    private record Edges(Graph graph, Features features) {}

    private static NodeDataset dataset(Source source, Table table, Graph graph) {
        int n = table.labels.size();
        List<Split> splits = new ArrayList<>();
        for (int s = 0; s < table.splitNames.size(); s++) {
            splits.add(table.split(s));
        }
        int d = table.columns - table.firstFeature;
        String name =
                String.valueOf(source.folder().toAbsolutePath().normalize().getFileName());
        return NodeDataset.of(name, graph, table.features.build(n, d), table.classes())
                .withTargetValues(table.targets.build())
                .withSplits(splits);
    }

    private static Edges edges(TextLines lines, GraphBuilder builder) throws IOException {
        List<String> heading = lines.fields(lines.require("a heading"));
        boolean directed = heading.size() >= 2 && heading.subList(0, 2).equals(List.of("tail", "head"));
        boolean undirected = heading.size() >= 2 && heading.subList(0, 2).equals(List.of("source", "target"));
        List<String> further = heading.subList(Math.min(2, heading.size()), heading.size());
        boolean weighted = !further.isEmpty() && further.get(0).equals("weight");
        int next = weighted ? 1 : 0;
        boolean related = further.size() > next && further.get(next).equals(Relations.ATTRIBUTE);
        int first = 2 + next + (related ? 1 : 0);
        boolean twice = heading.lastIndexOf("weight") >= first || heading.lastIndexOf(Relations.ATTRIBUTE) >= first;
        if (!(directed || undirected) || twice) {
            throw lines.error(
                    "expected the heading source,target[,weight][,relation] or tail,head[,weight][,relation],"
                            + " then features of edges",
                    "see the README of the format");
        }
        builder.withDirection(directed);
        if (related) {
            builder.edgeAttributes().column(Relations.ATTRIBUTE, Attributes.Type.INTEGER);
        }
        EntryCollector features = new EntryCollector();
        IntStream.Builder tails = IntStream.builder();
        IntStream.Builder heads = IntStream.builder();
        int row = 0;
        for (String text = lines.nextFull(); text != null; text = lines.nextFull(), row++) {
            List<String> fields = lines.fields(text);
            if (fields.size() != heading.size()) {
                throw lines.error("expected " + heading.size() + " fields, found " + fields.size(), "fill the row");
            }
            for (int c = first; c < fields.size(); c++) {
                features.add(row, c - first, lines.real(fields.get(c)));
            }
            int u = vertex(lines, builder, fields.get(0));
            int v = vertex(lines, builder, fields.get(1));
            int e = weighted ? builder.edge(u, v, lines.number(fields.get(2))) : builder.edge(u, v);
            if (related) {
                Relations.set(builder, e, lines.integer(fields.get(first - 1), 0, Integer.MAX_VALUE));
            }
            if (first < heading.size()) {
                tails.add(u);
                heads.add(v);
            }
        }
        Graph graph = builder.build();
        return first == heading.size()
                ? new Edges(graph, Features.none(0))
                : new Edges(
                        graph,
                        features.build(row, heading.size() - first)
                                .select(firstOf(
                                        graph,
                                        tails.build().toArray(),
                                        heads.build().toArray())));
    }

    /** For every edge the first row that names it. */
    private static int[] firstOf(Graph graph, int[] tails, int[] heads) {
        int[] rows = new int[graph.edgeCount()];
        for (int k = tails.length - 1; k >= 0; k--) {
            int edge = graph.edgeBetween(tails[k], heads[k]);
            if (edge >= 0) {
                rows[edge] = k;
            }
        }
        return rows;
    }

    private static int vertex(TextLines lines, GraphBuilder builder, String id) throws IOException {
        if (!builder.has(id)) {
            throw lines.error("there is no vertex '" + id + "'", "add it to " + VERTICES);
        }
        return builder.vertex(id);
    }
}
