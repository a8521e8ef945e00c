package org.seprank.dataset.io;

import java.io.IOException;
import java.util.Arrays;
import org.seprank.dataset.GraphRanges;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.file.Npz;
import org.seprank.file.NpzOutput;
import org.seprank.file.NpzOutput.Item;

/** Arrays that the npz layouts share. */
final class NpzParts {
    private static final String GRAPHS = "graph_offsets";

    private NpzParts() {}

    static void labels(NpzOutput out, String name, Labels labels) throws IOException {
        out.begin(name, Item.LONG, labels.size());
        for (int i = 0; i < labels.size(); i++) {
            out.put((long) labels.label(i));
        }
        out.end();
    }

    /** Where there are several graphs, {@value #GRAPHS} [graphs + 1]: where each starts, and n. */
    static void graphs(NpzOutput out, NodeDataset dataset) throws IOException {
        if (dataset.graphs().several()) {
            int[] starts = dataset.graphs().toArray();
            out.begin(GRAPHS, Item.LONG, starts.length);
            for (int start : starts) {
                out.put((long) start);
            }
            out.end();
        }
    }

    /** The dataset as the graphs that the file says it is. */
    static NodeDataset withGraphs(NodeDataset dataset, Npz npz) throws IOException {
        if (!npz.has(GRAPHS)) {
            return dataset;
        }
        long[] starts = npz.integers(GRAPHS);
        int n = dataset.graph().vertexCount();
        for (long start : starts) {
            if (start < 0 || start > n) {
                throw npz.error(GRAPHS, "start " + start + " is not in 0.." + n);
            }
        }
        try {
            return dataset.withGraphs(GraphRanges.of(
                    Arrays.stream(starts).mapToInt(start -> (int) start).toArray()));
        } catch (IllegalArgumentException e) {
            throw npz.error(GRAPHS, String.valueOf(e.getMessage()));
        }
    }

    /** {@code train_masks}, {@code val_masks} and {@code test_masks}, [splits, n] each. */
    static void masks(NpzOutput out, NodeDataset dataset) throws IOException {
        int n = dataset.labels().size();
        for (Part part : Part.values()) {
            String name = switch (part) {
                case TRAIN -> "train_masks";
                case VALIDATION -> "val_masks";
                case TEST -> "test_masks";
            };
            out.begin(name, Item.BOOLEAN, dataset.splits().size(), n);
            for (Split split : dataset.splits()) {
                for (int i = 0; i < n; i++) {
                    out.put(split.contains(part, i));
                }
            }
            out.end();
        }
    }
}
