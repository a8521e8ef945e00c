package org.seprank.dataset.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.file.MirroredEdges;
import org.seprank.dataset.file.NpzFeatures;
import org.seprank.dataset.file.Source;
import org.seprank.file.Npz;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/**
 * The npz layout of Platonov et al. (arXiv 2302.11640): {@code node_features} [n, d], {@code node_labels} [n] (-1: not
 * known), {@code edges} [m, 2], {@code train_masks}, {@code val_masks}, {@code test_masks} [splits, n]; also our
 * {@code node_targets} [n, k], numbers to predict, or {@code node_events} [n, k] of 0 and 1, both with NaN for what is
 * not known, {@code target_names} (UTF-8, one a line), {@code edge_features} [m, e], {@code graph_offsets} [graphs +
 * 1], where each of several graphs starts, and {@code edge_weights} [m] and {@code edge_relations} [m], which become
 * the edge attribute {@code relation}. As with the authors' code, the graph is directed if the file's name says so.
 */
final class HeterophilousReader implements DatasetReader {
    static final String WEIGHTS = "edge_weights";
    static final String RELATIONS = "edge_relations";
    static final String EDGE_FEATURES = "edge_features";
    static final String TARGETS = "node_targets";
    static final String EVENTS = "node_events";
    static final String NAMES = "target_names";

    private static final int MOST_NAMES = 1 << 20; // bytes

    @Override
    public boolean recognises(Source source) throws IOException {
        return source.hasArray("node_labels") && source.hasArray("edges");
    }

    @Override
    public Dataset read(Source source) throws IOException {
        try (Npz npz = source.npz(source.path())) {
            long[] classes = npz.integers("node_labels");
            Features features =
                    npz.has("node_features") ? NpzFeatures.read(npz, "node_features") : Features.none(classes.length);
            String name = source.name().replaceFirst("\\.npz$", "");
            boolean directed = name.toLowerCase(Locale.ROOT).contains("directed");
            Graph graph = graph(source, npz, classes.length, directed);
            NodeDataset dataset = NodeDataset.of(name, graph, features, labels(classes))
                    .withTargetValues(targets(npz, classes.length));
            NodeDataset described = NpzParts.withGraphs(dataset.withEdgeFeatures(edgeFeatures(npz, graph)), npz);
            return npz.has("train_masks") ? described.withSplits(splits(npz, classes.length)) : described;
        }
    }

    /** @throws IllegalArgumentException if one is no class */
    static Labels labels(long[] classes) {
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] < Labels.MISSING || classes[i] >= Labels.MAX_CLASSES) {
                throw new IllegalArgumentException("label " + classes[i] + " of item " + i + " is not in "
                        + Labels.MISSING + ".." + (Labels.MAX_CLASSES - 1));
            }
        }
        return Labels.of(Arrays.stream(classes).mapToInt(label -> (int) label).toArray());
    }

    private static Features edgeFeatures(Npz npz, Graph graph) throws IOException {
        if (!npz.has(EDGE_FEATURES)) {
            return Features.none(0);
        }
        Features rows = NpzFeatures.read(npz, EDGE_FEATURES);
        long[] ends = npz.integers("edges");
        if (rows.rows() != ends.length / 2) {
            throw npz.error(EDGE_FEATURES, rows.rows() + " rows do not fit " + ends.length / 2 + " edges");
        }
        int[] first = new int[graph.edgeCount()];
        for (int k = ends.length / 2 - 1; k >= 0; k--) {
            int edge = graph.edgeBetween((int) ends[2 * k], (int) ends[2 * k + 1]);
            if (edge >= 0) {
                first[edge] = k;
            }
        }
        return rows.select(first);
    }

    private static TargetValues targets(Npz npz, int n) throws IOException {
        String name = npz.has(EVENTS) ? EVENTS : TARGETS;
        if (!npz.has(name)) {
            return TargetValues.none(n);
        }
        List<Long> shape = npz.shape(name);
        boolean fits = shape.size() == 2 && shape.get(0) == n && shape.get(1) > 0;
        if (!fits && !shape.equals(List.of((long) n))) {
            throw npz.error(name, "its shape " + shape + " is not [" + n + ", k]");
        }
        TargetValues.Kind kind = name.equals(EVENTS) ? TargetValues.Kind.EVENTS : TargetValues.Kind.NUMBERS;
        int columns = shape.size() == 1 ? 1 : Math.toIntExact(shape.get(1));
        List<String> names =
                npz.has(NAMES) ? List.of(npz.text(NAMES, MOST_NAMES).split("\n", -1)) : TargetValues.names(columns);
        if (names.size() != columns) {
            throw npz.error(NAMES, names.size() + " names do not fit " + columns + " columns");
        }
        return TargetValues.of(kind, names, npz.reals(name));
    }

    private static Graph graph(Source source, Npz npz, int n, boolean directed) throws IOException {
        List<Long> shape = npz.shape("edges");
        if (shape.size() != 2 || shape.get(1) != 2) {
            throw npz.error("edges", "its shape " + shape + " is not [m, 2]");
        }
        long[] ends = npz.integers("edges");
        if (directed || npz.has(WEIGHTS) || npz.has(RELATIONS)) {
            return attributed(npz, GraphBuilder.over(n, directed).withParallelEdges(source.parallelEdges()), ends);
        }
        MirroredEdges edges = source.edges(n);
        edges.expect(ends.length / 2);
        for (int k = 0; k < ends.length; k += 2) {
            edges.add(ends[k], ends[k + 1]);
        }
        return edges.build();
    }

    private static int end(Npz npz, int n, long vertex) throws IOException {
        if (vertex < 0 || vertex >= n) {
            throw npz.error("edges", "vertex " + vertex + " is not in 0.." + (n - 1));
        }
        return (int) vertex;
    }

    private static Graph attributed(Npz npz, GraphBuilder builder, long[] ends) throws IOException {
        int n = builder.vertexCount();
        int m = ends.length / 2;
        double[] weights = npz.has(WEIGHTS) ? npz.reals(WEIGHTS) : new double[0];
        long[] relations = npz.has(RELATIONS) ? npz.integers(RELATIONS) : new long[0];
        if (npz.has(WEIGHTS) && weights.length != m) {
            throw npz.error(WEIGHTS, weights.length + " weights do not fit " + m + " edges");
        }
        if (npz.has(RELATIONS)) {
            if (relations.length != m) {
                throw npz.error(RELATIONS, relations.length + " relations do not fit " + m + " edges");
            }
            builder.edgeAttributes().column(Relations.ATTRIBUTE, Attributes.Type.INTEGER);
        }
        for (int k = 0; k < m; k++) {
            int u = end(npz, n, ends[2 * k]);
            int v = end(npz, n, ends[2 * k + 1]);
            int e = weights.length == 0 ? builder.edge(u, v) : builder.edge(u, v, weights[k]);
            if (relations.length > 0) {
                Relations.set(builder, e, relations[k]);
            }
        }
        return builder.build();
    }

    static List<Split> splits(Npz npz, int n) throws IOException {
        long[] train = masks(npz, "train_masks", n);
        long[] validation = masks(npz, "val_masks", n);
        long[] test = masks(npz, "test_masks", n);
        if (train.length != validation.length || train.length != test.length) {
            throw npz.error("train_masks", "it is not of the same shape as val_masks and test_masks");
        }
        int count = n == 0 ? 0 : train.length / n;
        List<Split> splits = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            splits.add(Split.over("given " + k, n)
                    .put(Part.TRAIN, set(train, k, n))
                    .put(Part.VALIDATION, set(validation, k, n))
                    .put(Part.TEST, set(test, k, n))
                    .build());
        }
        return splits;
    }

    private static long[] masks(Npz npz, String name, int n) throws IOException {
        List<Long> shape = npz.shape(name);
        if (shape.isEmpty() || shape.size() > 2 || shape.get(shape.size() - 1) != n) {
            throw npz.error(name, "its shape " + shape + " is not [splits, " + n + "]");
        }
        return npz.integers(name);
    }

    static int[] set(long[] masks, int k, int n) {
        return IntStream.range(0, n).filter(i -> masks[k * n + i] != 0).toArray();
    }
}
