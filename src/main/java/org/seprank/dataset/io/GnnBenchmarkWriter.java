package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Path;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.SparseFeatures;
import org.seprank.file.AtomicFile;
import org.seprank.file.NpzOutput;
import org.seprank.file.NpzOutput.Item;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * Writes the layout that {@link GnnBenchmarkReader} reads, with masks of splits as further arrays. The layout says
 * nothing of directions, weights and relations: its readers take every entry as an edge of both directions.
 */
final class GnnBenchmarkWriter implements DatasetWriter {
    private static final String INSTEAD = "; write format heterophilous-npz or csv instead";

    @Override
    public void write(NodeDataset dataset, Path file) throws IOException {
        Graph graph = dataset.graph();
        refuse(graph.directed(), "directed graphs");
        refuse(graph.weighted(), "edge weights");
        refuse(graph.edgeAttributes().has(Relations.ATTRIBUTE), "relations of edges");
        AtomicFile.makeFolder(file);
        AtomicFile.write(file, out -> {
            try (NpzOutput arrays = NpzOutput.to(out)) {
                adjacency(arrays, graph);
                features(arrays, dataset.features().toSparse());
                NpzParts.labels(arrays, "labels", dataset.labels());
                NpzParts.graphs(arrays, dataset);
                NpzParts.masks(arrays, dataset);
            }
        });
    }

    private static void refuse(boolean present, String what) {
        if (present) {
            throw new IllegalArgumentException("format gnn-benchmark-npz has no place for " + what + INSTEAD);
        }
    }

    private static void adjacency(NpzOutput out, Graph graph) throws IOException {
        Adjacency rows = graph.out();
        ones(out, "adj_data", rows.neighbours().length);
        integers(out, "adj_indices", rows.neighbours());
        integers(out, "adj_indptr", rows.offsets());
        shape(out, "adj_shape", graph.vertexCount(), graph.vertexCount());
    }

    private static void features(NpzOutput out, SparseFeatures features) throws IOException {
        out.begin("attr_data", Item.FLOAT, features.values().length);
        for (float value : features.values()) {
            out.put(value);
        }
        out.end();
        integers(out, "attr_indices", features.indices());
        integers(out, "attr_indptr", features.offsets());
        shape(out, "attr_shape", features.rows(), features.columns());
    }

    private static void ones(NpzOutput out, String name, int count) throws IOException {
        out.begin(name, Item.FLOAT, count);
        for (int k = 0; k < count; k++) {
            out.put(1f);
        }
        out.end();
    }

    private static void integers(NpzOutput out, String name, int[] values) throws IOException {
        out.begin(name, Item.INT, values.length);
        for (int value : values) {
            out.put(value);
        }
        out.end();
    }

    private static void shape(NpzOutput out, String name, long rows, long columns) throws IOException {
        out.begin(name, Item.LONG, 2).put(rows).put(columns).end();
    }
}
