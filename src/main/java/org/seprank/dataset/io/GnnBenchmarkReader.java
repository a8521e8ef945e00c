package org.seprank.dataset.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Provenance;
import org.seprank.dataset.file.EntryCollector;
import org.seprank.dataset.file.MirroredEdges;
import org.seprank.dataset.file.NpzFeatures;
import org.seprank.dataset.file.Source;
import org.seprank.file.Npz;

/**
 * The npz layout of Shchur et al. (arXiv 1811.05868): the adjacency in compressed rows {@code adj_data},
 * {@code adj_indices}, {@code adj_indptr}, {@code adj_shape} (or {@code adj_matrix.data} ..), the features likewise as
 * {@code attr_..} or dense as {@code attr_matrix}, and {@code labels}; also our {@code train_masks}, {@code val_masks}
 * and {@code test_masks}, [splits, n] each, and {@code graph_offsets} of several graphs. Edges are read as undirected
 * and without weights, which are steps of the provenance where the file had others; stored zeros are no edges; arrays
 * of names are Python objects and not read.
 */
final class GnnBenchmarkReader implements DatasetReader {
    @Override
    public boolean recognises(Source source) throws IOException {
        return source.hasArray("adj_indptr") || source.hasArray("adj_matrix.indptr");
    }

    /** A matrix in compressed rows. */
    private static final class Rows {
        private final Npz npz;
        private final String prefix;
        private final long[] offsets;
        private final long[] indices;
        private final double[] values;
        private final long columns;

        Rows(Npz npz, String prefix) throws IOException {
            this.npz = npz;
            this.prefix = prefix;
            offsets = npz.integers(prefix + "indptr");
            indices = npz.integers(prefix + "indices");
            values = npz.reals(prefix + "data");
            long[] shape = npz.integers(prefix + "shape");
            if (offsets.length == 0
                    || shape.length != 2
                    || shape[0] != offsets.length - 1
                    || shape[1] < 0
                    || shape[1] > Integer.MAX_VALUE - 8) {
                throw npz.error(prefix + "shape", "it does not fit " + offsets.length + " row offsets");
            }
            columns = shape[1];
            check();
        }

        private void check() throws IOException {
            if (indices.length != values.length || offsets[0] != 0 || offsets[rows()] != indices.length) {
                throw npz.error(
                        prefix + "indptr",
                        "it does not end at the " + indices.length + " entries and " + values.length + " values");
            }
            for (int i = 0; i < rows(); i++) {
                if (offsets[i] > offsets[i + 1] || offsets[i] < 0) {
                    throw npz.error(prefix + "indptr", "row " + i + " has a negative length");
                }
            }
        }

        int rows() {
            return offsets.length - 1;
        }
    }

    @Override
    public Dataset read(Source source) throws IOException {
        try (Npz npz = source.npz(source.path())) {
            Rows rows = new Rows(npz, npz.has("adj_indptr") ? "adj_" : "adj_matrix.");
            int n = rows.rows();
            if (rows.columns != n) {
                throw npz.error("adj_shape", "the adjacency is not square: " + List.of((long) n, rows.columns));
            }
            Labels labels = npz.has("labels") ? HeterophilousReader.labels(npz.integers("labels")) : Labels.missing(n);
            String name = source.name().replaceFirst("\\.npz$", "");
            MirroredEdges edges = edges(source, rows);
            NodeDataset read = NodeDataset.of(name, edges.build(), features(npz, n), labels);
            NodeDataset dataset =
                    NpzParts.withGraphs(read.withProvenance(leftOut(read.provenance(), rows, edges)), npz);
            return npz.has("train_masks") ? dataset.withSplits(HeterophilousReader.splits(npz, n)) : dataset;
        }
    }

    private static Provenance leftOut(Provenance read, Rows rows, MirroredEdges edges) {
        Provenance directed = edges.isSymmetric() ? read : read.then("made undirected");
        boolean weighted = Arrays.stream(rows.values).anyMatch(value -> value != 0 && value != 1);
        return weighted ? directed.then("weights left out") : directed;
    }

    private static MirroredEdges edges(Source source, Rows rows) {
        MirroredEdges edges = source.edges(rows.rows());
        for (int i = 0; i < rows.rows(); i++) {
            for (int k = (int) rows.offsets[i]; k < rows.offsets[i + 1]; k++) {
                if (rows.values[k] != 0) {
                    edges.add(i, rows.indices[k]);
                }
            }
        }
        return edges;
    }

    private static Features features(Npz npz, int n) throws IOException {
        if (npz.has("attr_matrix")) {
            return NpzFeatures.read(npz, "attr_matrix");
        }
        boolean underscore = npz.has("attr_indptr");
        if (!underscore && !npz.has("attr_matrix.indptr")) {
            return Features.none(n);
        }
        Rows rows = new Rows(npz, underscore ? "attr_" : "attr_matrix.");
        EntryCollector entries = new EntryCollector();
        for (int i = 0; i < rows.rows(); i++) {
            for (int k = (int) rows.offsets[i]; k < rows.offsets[i + 1]; k++) {
                long column = rows.indices[k];
                if (column < 0 || column >= rows.columns) {
                    throw npz.error(
                            rows.prefix + "indices", "column " + column + " is not in 0.." + (rows.columns - 1));
                }
                entries.add(i, (int) column, (float) rows.values[k]);
            }
        }
        return entries.build(rows.rows(), (int) rows.columns);
    }
}
