package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Coding;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.file.ListedEdges;
import org.seprank.dataset.file.MirroredEdges;
import org.seprank.dataset.file.Source;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;

/**
 * The folders of TUDataset (arXiv 2007.08663): {@code DS_A.txt} (an entry {@code u, v} of the adjacency per line, from
 * 1), {@code DS_graph_indicator.txt} (the graph of each vertex, from 1, ascending), {@code DS_graph_labels.txt}; or
 * {@code DS_graph_attributes.txt}, which then are what is to be predicted (numbers, or events where several columns are
 * all 0 and 1); optional {@code DS_node_labels.txt} and {@code DS_edge_labels.txt}, which become one-hot features, and
 * {@code DS_node_attributes.txt} and {@code DS_edge_attributes.txt}, which follow them. Labels of graphs are ranked.
 */
final class TuReader implements DatasetReader {
    private static final String INDICATOR = "_graph_indicator.txt";

    @Override
    public boolean recognises(Source source) throws IOException {
        return source.isFolder() && !candidates(source).isEmpty();
    }

    private static List<String> candidates(Source source) throws IOException {
        List<String> files = source.names();
        return files.stream()
                .filter(file -> file.endsWith(INDICATOR))
                .map(file -> file.substring(0, file.length() - INDICATOR.length()))
                .filter(name -> files.contains(name + "_A.txt"))
                .toList();
    }

    @Override
    public Dataset read(Source source) throws IOException {
        List<String> names = candidates(source);
        if (names.size() != 1) {
            throw source.error("it holds several datasets: " + names, "keep one per folder");
        }
        String name = names.get(0);
        Path base = source.path().resolve(name);
        Path classes = part(base, "_graph_labels.txt");
        Optional<TargetValues> values = values(source, part(base, "_graph_attributes.txt"));
        boolean unlabelled = values.isPresent() && !Files.exists(classes);
        long[] numbers = unlabelled
                ? new long[0]
                : source.numbers(classes, (text, lines) -> lines.integer(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
        Labels labels =
                unlabelled ? Labels.missing(values.get().rows()) : Source.within(classes, () -> Labels.ranked(numbers));
        int[] offsets = offsets(source, part(base, INDICATOR), labels.size());
        ListedEdges entries = ListedEdges.over(entries(source, part(base, "_A.txt"), offsets[labels.size()]), offsets);
        List<Graph> graphs = Source.within(part(base, "_A.txt"), () -> graphs(source, entries, offsets));
        Described vertices = described(source, base, "node", offsets[labels.size()]);
        Described perEntry = described(source, base, "edge", entries.size());
        GraphDataset dataset = GraphDataset.of(name, graphs, vertices.features(), labels)
                .withCoding(new Coding(
                        Arrays.stream(numbers).sorted().distinct().boxed().toList(),
                        vertices.categories(),
                        perEntry.categories()));
        GraphDataset described =
                perEntry.features().columns() == 0 ? dataset : entries.withFeatures(dataset, perEntry.features());
        return values.isEmpty()
                ? described
                : Source.within(part(base, "_graph_attributes.txt"), () -> described.withTargetValues(values.get()));
    }

    /** What is to be predicted of the graphs, if the file is there. */
    private static Optional<TargetValues> values(Source source, Path file) throws IOException {
        return Files.exists(file) ? Optional.of(TargetRows.read(source, file).values()) : Optional.empty();
    }

    /** Features, and the numbers of the categories that the first of them stand for. */
    private record Described(Features features, List<List<Long>> categories) {}

    private static Path part(Path base, String suffix) {
        return base.resolveSibling(base.getFileName() + suffix);
    }

    /** The first vertex of each graph, and the number of vertices at the end. */
    private static int[] offsets(Source source, Path file, int graphs) throws IOException {
        int[] offsets = new int[graphs + 1];
        int vertices = 0;
        int graph = 0;
        try (TextLines lines = source.lines(file)) {
            for (String text = lines.nextFull(); text != null; text = lines.nextFull()) {
                int next = (int) lines.integer(text, 1, graphs) - 1;
                if (next < graph) {
                    throw lines.error(
                            "graph " + (next + 1) + " follows graph " + (graph + 1), "sort the vertices by graph");
                }
                while (graph < next) {
                    offsets[++graph] = vertices;
                }
                vertices++;
            }
        }
        Arrays.fill(offsets, graph + 1, graphs + 1, vertices);
        return offsets;
    }

    /** The entries of the adjacency. */
    private static long[] entries(Source source, Path file, int vertices) throws IOException {
        return source.numbers(file, (text, lines) -> {
            List<String> ends = TextLines.words(text, true);
            if (ends.size() != 2) {
                throw lines.error("expected two vertices, found '" + text + "'", "check the file");
            }
            long tail = lines.integer(ends.get(0), 1, vertices) - 1;
            return ListedEdges.entry(tail, lines.integer(ends.get(1), 1, vertices) - 1);
        });
    }

    private static List<Graph> graphs(Source source, ListedEdges entries, int[] offsets) {
        List<MirroredEdges> edges = new ArrayList<>();
        for (int g = 0; g + 1 < offsets.length; g++) {
            edges.add(source.edges(offsets[g + 1] - offsets[g]));
        }
        for (int k = 0; k < entries.size(); k++) {
            int g = entries.graph(k);
            int head = entries.head(k);
            if (head < offsets[g] || head >= offsets[g + 1]) {
                throw new IllegalArgumentException("the vertices " + (entries.tail(k) + 1) + " and " + (head + 1)
                        + " of an edge are of two graphs");
            }
            edges.get(g).add(entries.tail(k) - offsets[g], head - offsets[g]);
        }
        return edges.stream().map(MirroredEdges::build).toList();
    }

    /** One-hot labels and attributes of the vertices ("node") or of the entries of the adjacency ("edge"). */
    private static Described described(Source source, Path base, String what, int rows) throws IOException {
        Path labels = part(base, "_" + what + "_labels.txt");
        Path attributes = part(base, "_" + what + "_attributes.txt");
        try (TextLines first = Files.exists(labels) ? source.lines(labels) : null;
                TextLines second = Files.exists(attributes) ? source.lines(attributes) : null) {
            OneHot table = new OneHot();
            int[] widths = {-1, -1};
            for (int row = 0; row < rows && (first != null || second != null); row++) {
                List<String> categories = row(first, widths, 0);
                List<String> numbers = row(second, widths, 1);
                long[] category = new long[categories.size()];
                for (int c = 0; first != null && c < category.length; c++) {
                    category[c] = first.integer(categories.get(c), Integer.MIN_VALUE, Integer.MAX_VALUE);
                }
                float[] values = new float[numbers.size()];
                for (int j = 0; second != null && j < values.length; j++) {
                    values[j] = second.real(numbers.get(j));
                }
                table.add(category, values);
            }
            checkEnd(first);
            checkEnd(second);
            return first == null && second == null
                    ? new Described(Features.none(rows), List.of())
                    : new Described(table.build(), table.distinct());
        }
    }

    private static List<String> row(@Nullable TextLines lines, int[] widths, int which) throws IOException {
        if (lines == null) {
            return List.of();
        }
        List<String> fields = TextLines.words(lines.require("a further row"), true);
        if (widths[which] >= 0 && widths[which] != fields.size()) {
            throw lines.error("expected " + widths[which] + " values, found " + fields.size(), "check the file");
        }
        widths[which] = fields.size();
        return fields;
    }

    private static void checkEnd(@Nullable TextLines lines) throws IOException {
        if (lines != null && lines.nextFull() != null) {
            throw lines.error("more rows than vertices or entries", "check the file");
        }
    }
}
