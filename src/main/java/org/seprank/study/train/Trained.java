package org.seprank.study.train;

import org.seprank.dataset.Split;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Task;
import org.seprank.gnn.training.TrainingRun;

/**
 * One trained network.
 *
 * @param task what it learned, and on which split
 * @param seed of the network
 * @param run what came of it
 * @param train the metric on the training part at the epoch that counts
 * @param validation the metric on the validation part there
 * @param test the metric on the test part there
 */
record Trained(Task task, long seed, TrainingRun run, double train, double validation, double test) {
    static Trained of(Task task, long seed, TrainingRun run, Metric metric) {
        return new Trained(
                task,
                seed,
                run,
                task.measure(metric, run.predictions(), Split.Part.TRAIN),
                task.measure(metric, run.predictions(), Split.Part.VALIDATION),
                task.measure(metric, run.predictions(), Split.Part.TEST));
    }

    /** The name of the split. */
    String split() {
        return task.split().name();
    }
}
