package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.file.EntryCollector;
import org.seprank.dataset.file.MirroredEdges;
import org.seprank.dataset.file.Source;
import org.seprank.file.FormatException;
import org.seprank.file.Npz;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;

/**
 * The folders of Geom-GCN (arXiv 2002.05287): {@code out1_graph_edges.txt} (a heading, then two vertices per line) and
 * {@code out1_node_feature_label.txt} (a heading, then vertex, features, label between tabs). Features are all d of
 * them between commas or, where rows differ in length, the indices of those that are 1 (the film dataset). Splits
 * {@code NAME_split_0.6_0.2_I.npz} are taken from the folder, its {@code splits}, or {@code splits} beside or above it.
 */
final class GeomGcnReader implements DatasetReader {
    private static final String EDGES = "out1_graph_edges.txt";
    private static final String VERTICES = "out1_node_feature_label.txt";
    private static final int FILM_COLUMNS = 932;

    @Override
    public boolean recognises(Source source) {
        boolean file = source.name().equals(EDGES) || source.name().equals(VERTICES);
        return (source.isFolder() || file)
                && Files.isRegularFile(source.folder().resolve(EDGES))
                && Files.isRegularFile(source.folder().resolve(VERTICES));
    }

    /** The rows of the vertex file: features in both readings until it is clear which. */
    private static final class Table {
        private final TreeMap<Integer, Integer> labels = new TreeMap<>();
        private final EntryCollector dense = new EntryCollector();
        private final EntryCollector listed = new EntryCollector();
        private int width = -1;
        private boolean lists;

        void add(TextLines lines, String text) throws IOException {
            String[] fields = text.split("\t", -1);
            if (fields.length != 3) {
                throw lines.error(
                        "expected vertex, features and label between tabs, found " + fields.length + " fields",
                        "check the file");
            }
            int vertex = (int) lines.integer(fields[0], 0, Integer.MAX_VALUE - 8);
            if (labels.put(vertex, (int) lines.integer(fields[2], Labels.MISSING, Labels.MAX_CLASSES - 1)) != null) {
                throw lines.error("vertex " + vertex + " occurs twice", "remove one of the lines");
            }
            List<String> features = TextLines.words(fields[1], true);
            lists |= width >= 0 && width != features.size();
            width = Math.max(width, features.size());
            addFeatures(lines, vertex, features);
        }

        private void addFeatures(TextLines lines, int vertex, List<String> features) throws IOException {
            for (int j = 0; j < features.size(); j++) {
                float value = lines.real(features.get(j));
                if (!lists) {
                    dense.add(vertex, j, value);
                }
                if (value == (int) value && value >= 0 && value < Features.MAX_COLUMNS) {
                    listed.add(vertex, (int) value, 1);
                } else if (lists) {
                    throw lines.error(
                            "feature " + features.get(j) + " is not an index",
                            "rows of equal length hold the features");
                }
            }
        }

        Features features(String name) {
            int n = labels.size();
            if (!lists) {
                return dense.build(n, Math.max(0, width));
            }
            return listed.build(n, name.equals("film") ? Math.max(FILM_COLUMNS, listed.width()) : listed.width());
        }
    }

    @Override
    public Dataset read(Source source) throws IOException {
        Table table = new Table();
        Path vertices = source.folder().resolve(VERTICES);
        try (TextLines lines = source.lines(vertices)) {
            heading(lines, "node_id", "feature", "label");
            for (String text = lines.nextFull(); text != null; text = lines.nextFull()) {
                table.add(lines, text);
            }
        }
        int n = table.labels.size();
        if (n > 0 && table.labels.lastKey() != n - 1) {
            throw FormatException.inFile(
                    vertices, "it has " + n + " vertices up to " + table.labels.lastKey(), "vertices must be 0..n-1");
        }
        String name = String.valueOf(source.folder().toAbsolutePath().getFileName());
        int[] classes =
                table.labels.values().stream().mapToInt(Integer::intValue).toArray();
        Features features = Source.within(vertices, () -> table.features(name));
        return NodeDataset.of(name, graph(source, n), features, Labels.of(classes))
                .withSplits(splits(source, name, n));
    }

    /** Takes a heading of as many words; whether it is of these. */
    private static boolean heading(TextLines lines, String... names) throws IOException {
        List<String> found = TextLines.words(lines.require("a heading"), false);
        boolean words = found.size() == names.length && found.stream().noneMatch(word -> word.matches("[-+.\\d].*"));
        if (!words) {
            throw lines.error(
                    "expected the heading '" + String.join(" ", names) + "', found '" + String.join(" ", found) + "'",
                    "get the file again");
        }
        return found.equals(List.of(names));
    }

    private static Graph graph(Source source, int n) throws IOException {
        MirroredEdges edges = source.edges(n);
        try (TextLines lines = source.edgeLines(source.folder().resolve(EDGES))) {
            boolean cut = !heading(lines, "node_id", "node_id");
            for (String text = lines.nextFull(); text != null; text = lines.nextFull()) {
                edges.add(text, lines, "check the file");
            }
            if (cut && edges.count() == 0) {
                throw lines.endOfFile("the rest of the heading, and edges");
            }
        }
        return edges.build();
    }

    private static List<Split> splits(Source source, String name, int n) throws IOException {
        Pattern file = Pattern.compile(Pattern.quote(name) + "_split_0\\.6_0\\.2_\\d+\\.npz");
        Path folder = source.folder().toAbsolutePath().normalize();
        List<Path> places = new ArrayList<>(List.of(folder, folder.resolve("splits")));
        for (int up = 0; up < 2 && folder.getParent() != null; up++) {
            folder = folder.getParent();
            places.add(folder.resolve("splits"));
        }
        List<Split> splits = new ArrayList<>();
        for (Path place : places) {
            for (String split : Source.names(place)) {
                if (file.matcher(split).matches()) {
                    splits.add(split(source, place.resolve(split), n));
                }
            }
            if (!splits.isEmpty()) {
                return splits;
            }
        }
        return splits;
    }

    private static Split split(Source source, Path file, int n) throws IOException {
        try (Npz npz = source.npz(file)) {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.npz$", "");
            return Source.within(
                    file,
                    () -> Split.over(name, n)
                            .put(Part.TRAIN, mask(npz, "train_mask", n))
                            .put(Part.VALIDATION, mask(npz, "val_mask", n))
                            .put(Part.TEST, mask(npz, "test_mask", n))
                            .build());
        }
    }

    private static int[] mask(Npz npz, String name, int n) throws IOException {
        long[] mask = npz.integers(name);
        if (mask.length != n) {
            throw npz.error(name, "it is about " + mask.length + " vertices, not " + n);
        }
        return HeterophilousReader.set(mask, 0, n);
    }
}
