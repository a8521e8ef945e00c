package org.seprank.gnn.training;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Truth;
import org.seprank.gnn.Network;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.TargetScale;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.NeighbourSample;
import org.seprank.gnn.batch.NeighbourSampler;
import org.seprank.gnn.kernel.CounterRandom;

/**
 * What is predicted of the vertices of one graph, learned some vertices at a time: every step sees those and the
 * neighbours that are {@linkplain NeighbourSampler drawn} for them, anew in every epoch. Steps are made when they are
 * asked for, and features are taken from those of the dataset then. Predictions are by all neighbours.
 */
public final class NeighbourTask implements Task {
    private final VertexTask whole;
    private final FanOuts fanOuts;
    private final NeighbourSampler sampler;
    private final TargetScale scale;
    private final int[] training;

    private NeighbourTask(VertexTask whole, FanOuts fanOuts) {
        this.whole = whole;
        this.fanOuts = fanOuts;
        this.sampler = NeighbourSampler.over(whole.batch());
        this.scale = whole.shape().scale();
        this.training = whole.rows(Split.Part.TRAIN);
    }

    /**
     * The task of a dataset with one of its splits.
     *
     * @param fanOuts of every hop of the network that learns
     * @throws IllegalArgumentException unless vertices of one graph are predicted
     */
    public static NeighbourTask of(Dataset dataset, Split split, FanOuts fanOuts) {
        if (!(dataset instanceof NodeDataset nodes) || !(Task.of(nodes, split) instanceof VertexTask whole)) {
            throw new IllegalArgumentException(
                    "neighbours are sampled where vertices of one graph are predicted;" + " leave out --neighbours");
        }
        return new NeighbourTask(whole, fanOuts);
    }

    @Override
    public TaskShape shape() {
        return whole.shape();
    }

    @Override
    public Truth truth() {
        return whole.truth();
    }

    @Override
    public Split split() {
        return whole.split();
    }

    @Override
    public List<Step> epoch(int batchSize, long seed) {
        int[] order = Task.shuffled(training, new SplittableRandom(seed));
        int steps = (order.length + batchSize - 1) / batchSize;
        return new AbstractList<>() {
            @Override
            public Step get(int index) {
                int from = index * batchSize;
                int[] learned = Arrays.copyOfRange(order, from, Math.min(order.length, from + batchSize));
                return step(learned, CounterRandom.mix(seed, index));
            }

            @Override
            public int size() {
                return steps;
            }
        };
    }

    private Step step(int[] learned, long seed) {
        NeighbourSample sample = sampler.sample(learned, fanOuts.toArray(), seed);
        boolean[] counted = new boolean[sample.vertices().length];
        Arrays.fill(counted, 0, sample.asked(), true);
        Truth known = truth().select(sample.vertices());
        return new Step(sample.batch(), Task.targets(known, scale).masked(counted));
    }

    @Override
    public Predictions predict(Network network) {
        return network.output(sampler);
    }
}
