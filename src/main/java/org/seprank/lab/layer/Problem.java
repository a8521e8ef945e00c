package org.seprank.lab.layer;

import java.io.IOException;
import java.nio.file.Path;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.SplitSpec;
import org.seprank.dataset.io.Datasets;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.file.FormatException;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.layer.Readout;
import org.seprank.gnn.training.Task;

/**
 * What the networks learn.
 *
 * @param task the first split of a dataset
 * @param prediction a class per vertex, or one per graph, by a linear layer
 */
record Problem(Task task, GnnSpec.Prediction prediction) {
    /**
     * Reads or generates it.
     *
     * @param location a path or {@code synthetic:NAME,key=value,..}
     * @param split as in {@link SplitSpec}
     * @param seed of generated data and random splits
     * @throws IllegalArgumentException if there is no such dataset or split
     */
    static Problem of(String location, String split, long seed) {
        Dataset dataset = SplitSpec.parse(split).appliedTo(FeatureScaling.AUTO.applyTo(read(location, seed)), seed);
        if (dataset.splits().isEmpty()) {
            throw new IllegalArgumentException("dataset " + location + " has no split '" + split + "'");
        }
        return new Problem(
                Task.of(dataset, dataset.splits().get(0)),
                dataset instanceof NodeDataset
                        ? GnnSpec.Prediction.ofVertices(true)
                        : GnnSpec.Prediction.ofGraphs(Readout.MEAN));
    }

    private static Dataset read(String location, long seed) {
        try {
            return SyntheticTask.recognises(location)
                    ? SyntheticTask.parse(location).generate(seed)
                    : Datasets.read(Path.of(location));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "dataset '" + location + "' cannot be read: " + FormatException.withRemedy(e), e);
        }
    }
}
