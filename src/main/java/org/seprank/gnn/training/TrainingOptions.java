package org.seprank.gnn.training;

import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Truth;
import org.seprank.gnn.Optimizer;

/**
 * How a network is trained.
 *
 * @param epochs the largest number, at least 0: with none the network stays as it was drawn
 * @param optimizer with the first learning rate
 * @param schedule of the learning rate
 * @param stopping when to stop before
 * @param batchSize graphs per step, or vertices where neighbours are drawn; else vertex tasks take the whole graph
 * @param neighbours how many neighbours are drawn, if any
 */
public record TrainingOptions(
        int epochs, Optimizer optimizer, Schedule schedule, Stopping stopping, int batchSize, FanOuts neighbours) {
    /**
     * When to stop before the last epoch, and which epoch counts.
     *
     * @param metric watched on the validation part; null: the usual one of the task
     * @param patience epochs without improvement until training stops; 0 never stops early
     * @param minDelta by how much the metric must rise to count as an improvement, at least 0
     * @param restoreBest whether the network ends with the weights of the best epoch rather than the last
     */
    public record Stopping(@Nullable Metric metric, int patience, double minDelta, boolean restoreBest) {
        /** Checks the ranges. */
        public Stopping {
            if (patience < 0) {
                throw new IllegalArgumentException("patience " + patience + " is negative");
            }
            if (!(minDelta >= 0)) {
                throw new IllegalArgumentException("min delta " + minDelta + " is negative");
            }
        }

        /** The name of the metric in options, {@code auto} for the usual one. */
        public String watched() {
            return metric == null ? "auto" : metric.id();
        }
    }

    /** No neighbours are drawn. */
    public TrainingOptions(int epochs, Optimizer optimizer, Schedule schedule, Stopping stopping, int batchSize) {
        this(epochs, optimizer, schedule, stopping, batchSize, FanOuts.none());
    }

    /** The same with so many neighbours drawn. */
    public TrainingOptions withNeighbours(FanOuts fanOuts) {
        return new TrainingOptions(epochs, optimizer, schedule, stopping, batchSize, fanOuts);
    }

    /** Checks the ranges. */
    public TrainingOptions {
        if (epochs < 0) {
            throw new IllegalArgumentException("epochs " + epochs + " is negative");
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("batch size " + batchSize + " is not positive");
        }
    }

    /**
     * The metric that is watched.
     *
     * @throws IllegalArgumentException if it is none of such a task
     */
    public Metric metric(Truth truth) {
        Metric watched = stopping.metric() == null ? Metric.usual(truth.kind()) : stopping.metric();
        watched.check(truth);
        return watched;
    }

    /** The same for another number of epochs. */
    public TrainingOptions withEpochs(int other) {
        return new TrainingOptions(other, optimizer, schedule, stopping, batchSize, neighbours);
    }
}
