package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.seprank.dataset.Features;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.TargetValues;
import org.seprank.file.AtomicFile;
import org.seprank.file.NpzOutput;
import org.seprank.file.NpzOutput.Item;
import org.seprank.graph.Graph;

/** Writes the layout that {@link HeterophilousReader} reads. Equal datasets make equal bytes. */
final class NpzWriter implements DatasetWriter {
    @Override
    public void write(NodeDataset dataset, Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (dataset.graph().directed() != name.contains("directed")) {
            throw new IllegalArgumentException("file name '" + name + "' must contain 'directed' if and only if the "
                    + "graph is directed: readers of the layout go by it");
        }
        int[] relations = Relations.of(dataset.graph()); // may refuse, so before anything is written
        AtomicFile.makeFolder(file);
        AtomicFile.write(file, out -> {
            try (NpzOutput arrays = NpzOutput.to(out)) {
                features(arrays, "node_features", dataset.features());
                NpzParts.labels(arrays, "node_labels", dataset.labels());
                targets(arrays, dataset.truth().values());
                edges(arrays, dataset.graph(), relations);
                if (dataset.edgeFeatures().columns() > 0) {
                    features(arrays, HeterophilousReader.EDGE_FEATURES, dataset.edgeFeatures());
                }
                NpzParts.graphs(arrays, dataset);
                NpzParts.masks(arrays, dataset);
            }
        });
    }

    private static void features(NpzOutput out, String name, Features features) throws IOException {
        out.begin(name, Item.FLOAT, features.rows(), features.columns());
        float[] row = new float[features.columns()];
        for (int i = 0; i < features.rows(); i++) {
            features.copyRow(i, row, 0);
            for (float value : row) {
                out.put(value);
            }
        }
        out.end();
    }

    private static void targets(NpzOutput out, TargetValues values) throws IOException {
        if (values.columns() > 0) {
            boolean events = values.kind() == TargetValues.Kind.EVENTS;
            String name = events ? HeterophilousReader.EVENTS : HeterophilousReader.TARGETS;
            out.begin(name, Item.DOUBLE, values.rows(), values.columns());
            for (double value : values.toArray()) {
                out.put(value);
            }
            out.end();
            out.text(HeterophilousReader.NAMES, String.join("\n", values.names()));
        }
    }

    private static void edges(NpzOutput out, Graph graph, int[] relations) throws IOException {
        int m = graph.edgeCount();
        out.begin("edges", Item.LONG, m, 2);
        for (int e = 0; e < m; e++) {
            out.put((long) graph.source(e)).put((long) graph.target(e));
        }
        out.end();
        if (graph.weighted()) {
            out.begin(HeterophilousReader.WEIGHTS, Item.DOUBLE, m);
            for (int e = 0; e < m; e++) {
                out.put(graph.weight(e));
            }
            out.end();
        }
        if (graph.edgeAttributes().has(Relations.ATTRIBUTE)) {
            out.begin(HeterophilousReader.RELATIONS, Item.LONG, m);
            for (int relation : relations) {
                out.put((long) relation);
            }
            out.end();
        }
    }
}
