package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.SparseFeatures;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.Truth;
import org.seprank.dataset.file.MirroredEdges;
import org.seprank.dataset.file.Source;
import org.seprank.file.FormatException;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;

/**
 * The folders of GraphLand (arXiv 2409.14500): {@code info.yaml}, {@code features.csv}, {@code targets.csv},
 * {@code edgelist.csv} and {@code split_masks_RL.csv}, {@code .._RH.csv}, {@code .._TH.csv}, each of which is a split.
 * Features are prepared as its authors do, edges are read as undirected. {@code FOLDER#RL} has that split alone;
 * {@code FOLDER#THI} is the inductive task: the graphs that the vertices for training, those and the ones for
 * validation, and all vertices induce, side by side, each with its own part of TH, and features fitted to the first.
 */
final class GraphLandReader implements DatasetReader {
    private static final List<String> SPLITS = List.of("RL", "RH", "TH");
    private static final String INDUCTIVE = "THI";

    @Override
    public boolean recognises(Source source) {
        return source.isFolder()
                && List.of("info.yaml", "features.csv", "targets.csv", "edgelist.csv").stream()
                        .allMatch(name -> Files.isRegularFile(source.path().resolve(name)));
    }

    @Override
    public boolean hasParts() {
        return true;
    }

    @Override
    public Dataset read(Source source) throws IOException {
        GraphLandInfo info = GraphLandInfo.read(source, source.path().resolve("info.yaml"));
        GraphLandColumns columns = GraphLandColumns.read(source, source.path().resolve("features.csv"));
        Truth truth = truth(source, info, columns.rows());
        List<Split> splits = splits(source, columns.rows());
        MirroredEdges edges = edges(source, columns.rows());
        boolean inductive = source.part().equals(INDUCTIVE);
        if (!inductive) {
            int[] all = IntStream.range(0, columns.rows()).toArray();
            NodeDataset dataset =
                    NodeDataset.of(source.name(), edges.build(), columns.features(info, all), truth.labels());
            return with(dataset, truth).withSplits(splits);
        }
        Graph graph = edges.build();
        Features features = columns.features(info, splits.get(0).indices(Part.TRAIN));
        return side(source, NodeDataset.of(source.name(), graph, features, truth.labels()), truth, splits.get(0));
    }

    private static NodeDataset with(NodeDataset dataset, Truth truth) {
        return truth.values().columns() == 0 ? dataset : dataset.withTargetValues(truth.values());
    }

    private static Truth truth(Source source, GraphLandInfo info, int n) throws IOException {
        Path file = source.path().resolve("targets.csv");
        GraphLandColumns columns = GraphLandColumns.read(source, file);
        if (columns.rows() != n || columns.names().isEmpty()) {
            throw FormatException.inFile(
                    file, "it has " + columns.rows() + " rows for " + n + " vertices", "unpack the archive again");
        }
        String name = columns.names().get(columns.names().size() - 1);
        double[] values = columns.column(name);
        return Source.within(
                file,
                () -> info.isRegression()
                        ? new Truth(
                                Labels.missing(n), TargetValues.of(TargetValues.Kind.NUMBERS, List.of(name), values))
                        : TargetRows.truth(n, 1, values));
    }

    private static MirroredEdges edges(Source source, int n) throws IOException {
        Path file = source.path().resolve("edgelist.csv");
        MirroredEdges edges = source.edges(n);
        try (TextLines lines = source.lines(file)) {
            int width = lines.fields(lines.require("a heading")).size();
            if (width > 2) {
                source.warn("columns of edgelist.csv behind the first two are left out");
            }
            for (String text = lines.nextFull(); text != null; text = lines.nextFull()) {
                List<String> fields = lines.fields(text);
                if (fields.size() < 2) {
                    throw lines.error("expected two vertices, found '" + text + "'", "unpack the archive again");
                }
                edges.add(lines.integer(fields.get(0), 0, n - 1L), lines.integer(fields.get(1), 0, n - 1L));
            }
        }
        return edges;
    }

    private static List<Split> splits(Source source, int n) throws IOException {
        String wanted = source.part().equals(INDUCTIVE) ? "TH" : source.part();
        List<Split> splits = new ArrayList<>();
        for (String name : SPLITS) {
            Path file = source.path().resolve("split_masks_" + name + ".csv");
            if (Files.isRegularFile(file) && (wanted.isEmpty() || wanted.equals(name))) {
                GraphLandColumns masks = GraphLandColumns.read(source, file);
                splits.add(Source.within(
                        file,
                        () -> Split.over(name, n)
                                .put(Part.TRAIN, masks.set("train"))
                                .put(Part.VALIDATION, masks.set("val"))
                                .put(Part.TEST, masks.set("test"))
                                .build()));
            }
        }
        if (splits.isEmpty() && !wanted.isEmpty()) {
            throw source.error(
                    "it has no split '" + source.part() + "'",
                    "one of RL, RH, TH and THI, as far as its files are there");
        }
        return splits;
    }

    /** The graphs that are seen in training, validation and test, side by side. */
    private static NodeDataset side(Source source, NodeDataset whole, Truth truth, Split split) {
        boolean[] seen = new boolean[truth.size()];
        List<int[]> snapshots = new ArrayList<>();
        int total = 0;
        for (Part part : Part.values()) {
            for (int v : split.indices(part)) {
                seen[v] = true;
            }
            boolean all = part == Part.TEST;
            snapshots.add(
                    IntStream.range(0, seen.length).filter(v -> all || seen[v]).toArray());
            total += snapshots.get(snapshots.size() - 1).length;
        }
        MirroredEdges edges = source.edges(total);
        List<SparseFeatures> rows = new ArrayList<>();
        Split.Builder parts = Split.over(INDUCTIVE, total);
        int first = 0;
        Iterator<int[]> next = snapshots.iterator();
        for (Part part : Part.values()) {
            int[] vertices = next.next();
            Graph induced = whole.graph().induced(vertices);
            for (int e = 0; e < induced.edgeCount(); e++) {
                edges.add(first + induced.source(e), first + induced.target(e));
            }
            int start = first;
            parts.put(
                    part,
                    IntStream.range(0, vertices.length)
                            .filter(i -> split.contains(part, vertices[i]))
                            .map(i -> start + i)
                            .toArray());
            rows.add(whole.features().select(vertices).toSparse());
            first += vertices.length;
        }
        Features features = SparseFeatures.stacked(whole.featureCount(), rows).compact();
        Truth known =
                truth.select(snapshots.stream().flatMapToInt(Arrays::stream).toArray());
        NodeDataset dataset = NodeDataset.of(whole.name() + " inductive", edges.build(), features, known.labels());
        return with(dataset, known)
                .withProvenance(
                        dataset.provenance().then("the graphs seen in training, validation and test side by side"))
                .withSplits(List.of(parts.build()));
    }
}
