package org.seprank.gnn.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Truth;
import org.seprank.gnn.Network;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.TargetScale;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.batch.NeighbourSampler;

/** What is predicted of the vertices of one graph; every step sees all of it, and learns the training part. */
public final class VertexTask implements Task {
    private static final int LARGE = 1 << 21;

    private final GraphBatch batch;
    private final Truth truth;
    private final Split split;
    private final TargetScale scale;
    private @Nullable Step step; // made when it is first taken

    private VertexTask(GraphBatch batch, Truth truth, Split split) {
        this.batch = batch;
        this.truth = truth;
        this.split = split;
        this.scale = Task.scale(truth, split);
    }

    /** The task of a dataset with one of its splits. */
    public static VertexTask of(NodeDataset dataset, Split split) {
        Task.checkFit(split, dataset.graph().vertexCount(), "vertices");
        return new VertexTask(InputBatch.of(dataset), dataset.truth(), split);
    }

    /** The graph with its features. */
    public GraphBatch batch() {
        return batch;
    }

    @Override
    public TaskShape shape() {
        return TaskShape.of(batch, truth.width(), scale);
    }

    @Override
    public Truth truth() {
        return truth;
    }

    @Override
    public Split split() {
        return split;
    }

    @Override
    public List<Step> epoch(int batchSize, long seed) {
        return List.of(step());
    }

    private synchronized Step step() {
        if (step == null) {
            boolean[] training = new boolean[truth.size()];
            for (int v : rows(Split.Part.TRAIN)) {
                training[v] = true;
            }
            step = new Step(batch, Task.targets(truth, scale).masked(training));
        }
        return step;
    }

    @Override
    public Predictions predict(Network network) {
        return network.output(batch);
    }

    @Override
    public Predictions predictOnce(Network network) {
        return predictOnce(network, LARGE);
    }

    /** In blocks where there are more edges than that, and nothing decides on whole layers. */
    Predictions predictOnce(Network network, int large) {
        return batch.edgeCount() > large && network.spec().mask().edges() == 0
                ? network.output(NeighbourSampler.over(batch))
                : predict(network);
    }
}
