package org.seprank.study.train;

import java.util.List;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.batch.NeighbourSampler;
import org.seprank.gnn.training.FanOuts;
import org.seprank.graph.Graph;
import org.seprank.study.Estimate;
import org.seprank.study.input.DatasetFacts;
import org.seprank.study.input.DatasetSource;

/**
 * How long training will take and how much memory, before it is done: multiplications and additions of all layers,
 * three passes for a step and one for its evaluation, at a rate that errs on the slow side. All epochs are counted,
 * though early stopping may end before.
 */
public final class TrainingCost {
    private static final double OPERATIONS_PER_SECOND = 5e9;
    /** That reading and the libraries' start take. */
    public static final double START_SECONDS = 2;

    private static final int PASSES = 4; // forward, backward by weights and by inputs, evaluation
    private static final int ROW_OPERATIONS = 30; // bias, norm, activation, dropout: by entry of a block
    private static final int BLOCKS = 10; // that a layer keeps
    private static final int FLOAT_BYTES = 4;
    private static final int OPERATORS = 4; // that are kept of the whole graph, the graph itself counted as one
    private static final int BYTES_PER_ENTRY = 16;
    private static final double BLOCK_VERTICES = 1 << 18; // about as many as a block of an evaluation has neighbours

    private final long vertices;
    private final long entries;
    private final Features features;

    /** Of networks on that dataset. */
    public TrainingCost(Dataset dataset) {
        if (dataset instanceof LinkDataset links) {
            dataset = links.whole();
        }
        List<Graph> graphs =
                dataset instanceof NodeDataset node ? List.of(node.graph()) : ((GraphDataset) dataset).graphs();
        this.vertices = graphs.stream().mapToLong(Graph::vertexCount).sum();
        long edges = graphs.stream().mapToLong(Graph::edgeCount).sum();
        this.entries = vertices + 2 * edges;
        this.features = dataset instanceof NodeDataset node ? node.features() : ((GraphDataset) dataset).features();
    }

    /** The estimate of all networks of a plan. */
    static Estimate of(TrainingPlan plan, Dataset dataset, int threads) {
        TrainingCost cost = new TrainingCost(dataset);
        GnnSpec spec = plan.network().over(dataset);
        int networks = plan.count(dataset);
        int together = Math.min(threads, networks);
        double one = cost.seconds(spec, plan.options().epochs());
        double rounds = Math.ceil((double) networks / together);
        double bytes = together * cost.bytes(spec) + FLOAT_BYTES * 3.0 * cost.features.nonZeros();
        if (!plan.options().neighbours().isEmpty()) {
            FanOuts fanOuts = plan.options().neighbours().over(spec);
            double largest = cost.sampleSize(plan.options().batchSize(), fanOuts);
            double learned = DatasetSource.splits(dataset).get(0).count(Split.Part.TRAIN);
            double steps = Math.ceil(learned / plan.options().batchSize());
            one *= 1.0 / PASSES + (1 - 1.0 / PASSES) * steps * largest / Math.max(1, cost.vertices);
            bytes = cost.sharedBytes()
                    + together
                            * cost.sampledBytes(spec, largest, dataset.truth().width());
        }
        return Estimate.under(DatasetFacts.of(dataset))
                .add("reading and start", START_SECONDS, 0)
                .add(networks + " networks, " + together + " at a time", rounds * one, bytes);
    }

    /** About how many vertices a step sees at most. */
    private double sampleSize(int batchSize, FanOuts fanOuts) {
        double degree = (double) (entries - vertices) / Math.max(1, vertices);
        double reached = Math.min(batchSize, vertices);
        double all = reached;
        for (int count : fanOuts.counts()) {
            reached *= count == NeighbourSampler.ALL ? degree : Math.min(count, degree);
            all = Math.min((double) vertices, all + reached);
        }
        return all;
    }

    /** What all networks that learn from samples of the graph read. */
    private double sharedBytes() {
        return OPERATORS * BYTES_PER_ENTRY * (double) entries + 2.0 * FLOAT_BYTES * features.nonZeros();
    }

    /** Of a network that learns from samples, and whose layers are evaluated in blocks. */
    private double sampledBytes(GnnSpec spec, double sample, int outputs) {
        double width = spec.width() * (double) spec.aggregation().groups();
        double block = Math.min((double) vertices, BLOCK_VERTICES);
        double learning = sample * (3.0 * features.columns() + BLOCKS * spec.depth() * width);
        double evaluating = block * (2.0 * features.columns() + BLOCKS * spec.depth() * width);
        double kept = vertices * (2.0 * spec.width() + width + 4.0 * outputs);
        return FLOAT_BYTES * (Math.max(learning, evaluating) + kept);
    }

    /** Of the training of one network on one thread. */
    public double seconds(GnnSpec spec, int epochs) {
        return epochs * operations(spec) / OPERATIONS_PER_SECOND;
    }

    /** Of one evaluation of a network. */
    public double evaluationSeconds(GnnSpec spec) {
        return seconds(spec, 1) / PASSES;
    }

    /** Of one epoch. */
    private double operations(GnnSpec spec) {
        double width = spec.width();
        double sum = 2.0 * features.nonZeros() * width;
        for (int layer = 0; layer < spec.depth(); layer++) {
            sum += 2.0 * spec.aggregation().workPerEdge() * entries * width + ROW_OPERATIONS * vertices * width;
            sum += layer == 0 ? 0 : 2.0 * vertices * width * width;
        }
        return PASSES * sum + weights(spec);
    }

    /** Of an epoch for weights that are products, and for the singular values that a penalty needs. */
    private double weights(GnnSpec spec) {
        double width = spec.width();
        double inputWidth = Math.max(1, features.columns());
        double inner = Math.min(inputWidth, width);
        double entries = inputWidth * width + (spec.depth() - 1) * width * width;
        double products = 6.0 * (spec.weights().factors() - 1) * entries * inner;
        double penalty = spec.weights().rankPenalty() > 0 ? 40 * entries * inner : 0;
        return products + penalty;
    }

    /** Of the training of one network. */
    public double bytes(GnnSpec spec) {
        double perEdge = spec.aggregation().numbersPerEdge();
        double layer = BLOCKS * (double) vertices * spec.width() + 4 * perEdge * entries;
        return FLOAT_BYTES * spec.depth() * layer;
    }
}
