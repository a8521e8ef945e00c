package org.seprank.gnn.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Truth;
import org.seprank.gnn.Network;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.TargetScale;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.GraphBatch;

/**
 * What is predicted of whole graphs. Graphs are packed block-diagonally; the packed batches for predictions are made
 * once, those for training anew in every epoch, since their order changes.
 */
public final class GraphTask implements Task {
    private static final int PREDICTION_BATCH = 256;

    private final List<GraphBatch> graphs;
    private final Truth truth;
    private final TargetScale scale;
    private final Split split;
    private final int[] training;
    private final List<GraphBatch> packed = new ArrayList<>();

    private GraphTask(List<GraphBatch> graphs, Truth truth, Split split) {
        this.graphs = graphs;
        this.truth = truth;
        this.scale = Task.scale(truth, split);
        this.split = split;
        this.training = split.knownOnly(truth).indices(Split.Part.TRAIN);
        for (int from = 0; from < graphs.size(); from += PREDICTION_BATCH) {
            packed.add(GraphBatch.pack(graphs.subList(from, Math.min(graphs.size(), from + PREDICTION_BATCH))));
        }
    }

    /** The task of a dataset with one of its splits. */
    public static GraphTask of(GraphDataset dataset, Split split) {
        Task.checkFit(split, dataset.size(), "graphs");
        List<GraphBatch> graphs = new ArrayList<>();
        for (int i = 0; i < dataset.size(); i++) {
            graphs.add(InputBatch.of(dataset.graphs().get(i), dataset.features(i), dataset.edgeFeatures(i)));
        }
        return new GraphTask(graphs, dataset.truth(), split);
    }

    @Override
    public TaskShape shape() {
        int relations = graphs.stream().mapToInt(GraphBatch::relations).max().orElse(1);
        return new TaskShape(
                graphs.get(0).features().width(),
                truth.width(),
                relations,
                graphs.get(0).edgeFeatures().width(),
                scale);
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
        int[] order = Task.shuffled(training, new SplittableRandom(seed));
        List<Step> steps = new ArrayList<>();
        for (int from = 0; from < order.length; from += batchSize) {
            steps.add(step(order, from, Math.min(order.length, from + batchSize)));
        }
        return steps;
    }

    private Step step(int[] order, int from, int to) {
        List<GraphBatch> parts = new ArrayList<>();
        int[] items = Arrays.copyOfRange(order, from, to);
        for (int item : items) {
            parts.add(graphs.get(item));
        }
        return new Step(GraphBatch.pack(parts), Task.targets(truth.select(items), scale));
    }

    @Override
    public Predictions predict(Network network) {
        double[] all = new double[graphs.size() * truth.width()];
        int row = 0;
        for (GraphBatch batch : packed) {
            Predictions some = network.output(batch);
            for (int i = 0; i < some.rows(); i++, row++) {
                for (int c = 0; c < some.width(); c++) {
                    all[row * some.width() + c] = some.value(i, c);
                }
            }
        }
        return Predictions.of(truth.width(), all);
    }
}
