package org.seprank.gnn.training;

import java.util.List;
import java.util.SplittableRandom;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Truth;
import org.seprank.gnn.Network;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.TargetLabels;
import org.seprank.gnn.TargetScale;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.GraphBatch;

/** What is learned: classes, events or numbers of vertices or of graphs, or edges, in the parts of a split. */
public sealed interface Task permits VertexTask, NeighbourTask, InductiveTask, GraphTask, LinkTask {
    /**
     * A step of the optimiser.
     *
     * @param batch what the network sees
     * @param labels what it should say
     */
    record Step(GraphBatch batch, TargetLabels labels) {}

    /** The task of a dataset with one of its splits. */
    static Task of(Dataset dataset, Split split) {
        Truth truth = dataset.truth();
        if (truth.kind() == Truth.Kind.CLASSES && truth.width() < 2) {
            throw new IllegalArgumentException(
                    "the labels are of " + truth.width() + " class; there is nothing to tell apart");
        }
        if (dataset instanceof LinkDataset links) {
            return LinkTask.of(links, split);
        }
        if (dataset instanceof NodeDataset nodes) {
            return nodes.graphs().several() ? InductiveTask.of(nodes, split) : VertexTask.of(nodes, split);
        }
        return GraphTask.of((GraphDataset) dataset, split);
    }

    /** What a network takes from it: a 1 stands for features that are not there. */
    TaskShape shape();

    /** All that is known. */
    Truth truth();

    /** The parts. */
    Split split();

    /** The steps of one epoch, in an order that the seed decides; they may be made when they are taken. */
    List<Step> epoch(int batchSize, long seed);

    /** The network's predictions for all rows, in the order of the items. */
    Predictions predict(Network network);

    /**
     * The same to rounding, by a network that does not go on learning: layers of a large graph are evaluated in blocks,
     * so that they need not fit in memory side by side.
     */
    default Predictions predictOnce(Network network) {
        return predict(network);
    }

    /** A metric over a part. */
    default double measure(Metric metric, Predictions predictions, Split.Part part) {
        return measure(metric, predictions, part, rows(part));
    }

    /** The same where the rows of the part are known already. */
    default double measure(Metric metric, Predictions predictions, Split.Part part, int[] rows) {
        return metric.of(predictions, truth(), rows);
    }

    /** The rows of a part of which something is known, ascending. */
    default int[] rows(Split.Part part) {
        return split().knownOnly(truth()).indices(part);
    }

    /** The items in an order that is drawn (Fisher-Yates). */
    static int[] shuffled(int[] items, SplittableRandom random) {
        int[] order = items.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** Refuses a split of another number of items. */
    static void checkFit(Split split, int items, String what) {
        if (split.size() != items) {
            throw new IllegalArgumentException("a split of " + split.size() + " " + what + " does not fit " + items);
        }
    }

    /** In what units numbers are learned: those of the training part. */
    static TargetScale scale(Truth truth, Split split) {
        return truth.kind() == Truth.Kind.NUMBERS
                ? TargetScale.of(truth.values(), split.knownOnly(truth).indices(Split.Part.TRAIN))
                : TargetScale.none();
    }

    /** What is known as a network learns it, in those units. */
    static TargetLabels targets(Truth truth, TargetScale scale) {
        return truth.kind() == Truth.Kind.CLASSES
                ? TargetLabels.classes(truth.labels().toArray(), truth.width())
                : TargetLabels.values(
                        truth.width(), scale.standardised(truth.values().toArray()));
    }
}
