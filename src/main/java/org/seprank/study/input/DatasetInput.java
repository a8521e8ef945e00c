package org.seprank.study.input;

import java.util.ArrayList;
import java.util.List;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.report.Block;

/** What answers say of datasets. */
public final class DatasetInput {
    private DatasetInput() {}

    /** A dataset, and its graph where it has one. */
    public static List<Block.Input> inputs(Dataset dataset, String location) {
        List<Block.Input> inputs = new ArrayList<>();
        inputs.add(new Block.Input("dataset", location, dataset.contentHash()));
        if (dataset instanceof NodeDataset nodes) {
            inputs.add(GraphInput.input(nodes.graph(), location));
        }
        return inputs;
    }
}
