package org.seprank.dataset.io;

import java.io.IOException;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.file.NpzOutput;
import org.seprank.file.NpzOutput.Item;

/** Arrays that the npz layouts share. */
final class NpzParts {
    private NpzParts() {}

    static void labels(NpzOutput out, String name, Labels labels) throws IOException {
        out.begin(name, Item.LONG, labels.size());
        for (int i = 0; i < labels.size(); i++) {
            out.put((long) labels.label(i));
        }
        out.end();
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
