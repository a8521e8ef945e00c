package org.seprank.gnn.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.Split;
import org.seprank.gnn.Network;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.GraphBatch;

/**
 * Classes of whole graphs. Graphs are packed block-diagonally; the packed batches for predictions are made once, those
 * for training anew in every epoch, since their order changes.
 */
public final class GraphTask implements Task {
    private static final int PREDICTION_BATCH = 256;

    private final List<GraphBatch> graphs;
    private final Labels labels;
    private final Split split;
    private final int[] training;
    private final List<GraphBatch> packed = new ArrayList<>();

    private GraphTask(List<GraphBatch> graphs, Labels labels, Split split) {
        this.graphs = graphs;
        this.labels = labels;
        this.split = split;
        this.training = split.labelledOnly(labels).indices(Split.Part.TRAIN);
        for (int from = 0; from < graphs.size(); from += PREDICTION_BATCH) {
            packed.add(GraphBatch.pack(graphs.subList(from, Math.min(graphs.size(), from + PREDICTION_BATCH))));
        }
    }

    /** The task of a dataset with one of its splits. */
    public static GraphTask of(GraphDataset dataset, Split split) {
        if (split.size() != dataset.size()) {
            throw new IllegalArgumentException("a split of " + split.size() + " graphs does not fit " + dataset.size());
        }
        List<GraphBatch> graphs = new ArrayList<>();
        for (int i = 0; i < dataset.size(); i++) {
            graphs.add(InputBatch.of(dataset.graphs().get(i), dataset.features(i)));
        }
        return new GraphTask(graphs, dataset.labels(), split);
    }

    @Override
    public TaskShape shape() {
        int relations = graphs.stream().mapToInt(GraphBatch::relations).max().orElse(1);
        return new TaskShape(graphs.get(0).features().width(), labels.classCount(), relations);
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
        int[] order = training.clone();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        List<Step> steps = new ArrayList<>();
        for (int from = 0; from < order.length; from += batchSize) {
            steps.add(step(order, from, Math.min(order.length, from + batchSize)));
        }
        return steps;
    }

    private Step step(int[] order, int from, int to) {
        List<GraphBatch> parts = new ArrayList<>();
        int[] classes = new int[to - from];
        for (int i = from; i < to; i++) {
            parts.add(graphs.get(order[i]));
            classes[i - from] = labels.label(order[i]);
        }
        return new Step(GraphBatch.pack(parts), org.seprank.gnn.TargetLabels.classes(classes, labels.classCount()));
    }

    @Override
    public Predictions predict(Network network) {
        double[] all = new double[graphs.size() * labels.classCount()];
        int row = 0;
        for (GraphBatch batch : packed) {
            Predictions some = network.output(batch);
            for (int i = 0; i < some.rows(); i++, row++) {
                for (int c = 0; c < some.width(); c++) {
                    all[row * some.width() + c] = some.probability(i, c);
                }
            }
        }
        return Predictions.of(labels.classCount(), all);
    }
}
