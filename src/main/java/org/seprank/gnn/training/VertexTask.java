package org.seprank.gnn.training;

import java.util.List;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.Network;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.GraphBatch;

/** Classes of the vertices of one graph; every step sees all of it, labelled on the training part. */
public final class VertexTask implements Task {
    private final GraphBatch batch;
    private final Labels labels;
    private final Split split;
    private final Step step;

    private VertexTask(GraphBatch batch, Labels labels, Split split) {
        this.batch = batch;
        this.labels = labels;
        this.split = split;
        boolean[] training = new boolean[labels.size()];
        for (int v : split.labelledOnly(labels).indices(Split.Part.TRAIN)) {
            training[v] = true;
        }
        this.step = new Step(
                batch,
                org.seprank.gnn.TargetLabels.classes(labels.toArray(), labels.classCount())
                        .masked(training));
    }

    /** The task of a dataset with one of its splits. */
    public static VertexTask of(NodeDataset dataset, Split split) {
        if (split.size() != dataset.graph().vertexCount()) {
            throw new IllegalArgumentException("a split of " + split.size() + " vertices does not fit "
                    + dataset.graph().vertexCount());
        }
        return new VertexTask(InputBatch.of(dataset.graph(), dataset.features()), dataset.labels(), split);
    }

    /** The graph with its features. */
    public GraphBatch batch() {
        return batch;
    }

    @Override
    public TaskShape shape() {
        return new TaskShape(batch.features().width(), labels.classCount(), batch.relations());
    }

    @Override
    public Labels labels() {
        return labels;
    }

    @Override
    public Split split() {
        return split;
    }

    @Override
    public List<Step> epoch(int batchSize, long seed) {
        return List.of(step);
    }

    @Override
    public Predictions predict(Network network) {
        return network.output(batch);
    }
}
