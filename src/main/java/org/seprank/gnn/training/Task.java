package org.seprank.gnn.training;

import java.util.List;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.Network;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.GraphBatch;

/** What is learned: labels of vertices or of graphs, in the parts of a split. */
public sealed interface Task permits VertexTask, GraphTask {
    /**
     * A step of the optimiser.
     *
     * @param batch what the network sees
     * @param labels what it should say
     */
    record Step(GraphBatch batch, org.seprank.gnn.TargetLabels labels) {}

    /** The task of a dataset with one of its splits. */
    static Task of(Dataset dataset, Split split) {
        if (dataset.labels().classCount() < 2) {
            throw new IllegalArgumentException(
                    "the labels are of " + dataset.labels().classCount() + " class; there is nothing to tell apart");
        }
        return dataset instanceof NodeDataset nodes
                ? VertexTask.of(nodes, split)
                : GraphTask.of((GraphDataset) dataset, split);
    }

    /** What a network takes from it: a 1 stands for features that are not there. */
    TaskShape shape();

    /** All labels. */
    Labels labels();

    /** The parts. */
    Split split();

    /** The steps of one epoch, in an order that the seed decides. */
    List<Step> epoch(int batchSize, long seed);

    /** The network's predictions for all rows, in the order of the labels. */
    Predictions predict(Network network);

    /** A metric over a part. */
    default double measure(Metric metric, Predictions predictions, Split.Part part) {
        return metric.of(predictions, labels(), rows(part));
    }

    /** The labelled rows of a part, ascending. */
    default int[] rows(Split.Part part) {
        return split().labelledOnly(labels()).indices(part);
    }
}
