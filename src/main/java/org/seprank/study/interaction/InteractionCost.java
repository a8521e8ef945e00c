package org.seprank.study.interaction;

import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.gnn.GnnSpec;
import org.seprank.study.train.TrainingCost;

/**
 * How long it takes to train a network and to measure its interaction, before it is done: a grid of samples takes an
 * evaluation for each pair, at most.
 */
public final class InteractionCost {
    private static final int COMPONENTS = 8;

    private final TrainingCost cost;
    private final GnnSpec spec;
    private final int graphs;
    private final int samples;
    private final int threads;

    /**
     * Of a network on a dataset.
     *
     * @param samples of either side
     * @param threads that measure
     */
    public InteractionCost(Dataset dataset, GnnSpec spec, int samples, int threads) {
        this.cost = new TrainingCost(dataset);
        this.spec = spec;
        this.graphs = dataset instanceof GraphDataset many
                ? many.size()
                : dataset instanceof NodeDataset nodes ? nodes.graphs().count() : 1;
        this.samples = samples;
        this.threads = threads;
    }

    /** Seconds of so many epochs of training on one thread. */
    public double training(int epochs) {
        return cost.seconds(spec, epochs);
    }

    /** Seconds of one partition. */
    public double grid() {
        return (double) samples * samples * cost.evaluationSeconds(spec) / graphs / threads;
    }

    /**
     * Seconds of the influences on one vertex: a pass backward, twice an evaluation, for some components of each layer.
     */
    public double influences() {
        return 2.0 * COMPONENTS * spec.depth() * cost.evaluationSeconds(spec) / graphs;
    }

    /** Memory of both. */
    public double bytes() {
        return cost.bytes(spec) + (double) Double.BYTES * samples * samples;
    }
}
