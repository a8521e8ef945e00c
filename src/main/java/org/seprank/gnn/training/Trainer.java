package org.seprank.gnn.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Split.Part;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.Network;
import org.seprank.gnn.Predictions;
import org.seprank.work.Progress;

/**
 * Trains one network on one task: epochs of steps, the watched metric after each, early stopping, checkpoints. The same
 * network, task and options give the same bits, also when a run goes on from a checkpoint.
 */
public final class Trainer {
    private static final int CHECKPOINT_EVERY = 50;

    private final Task task;
    private final TrainingOptions options;
    private final Network network;
    private final Metric metric;
    private final Map<Part, int[]> rows = new EnumMap<>(Part.class);
    private final List<Epoch> epochs = new ArrayList<>();
    private int bestEpoch; // counted from 1, 0: none yet
    private double[] bestParameters = new double[0];
    private @Nullable Path checkpoint;

    private Trainer(Task task, TrainingOptions options, Network network) {
        this.task = task;
        this.options = options;
        this.network = network;
        this.metric = options.metric(task.truth());
    }

    /** A trainer of a network that has made no step. */
    public static Trainer of(Network network, Task task, TrainingOptions options) {
        return new Trainer(task, options, network);
    }

    /**
     * A trainer that goes on where a checkpoint stopped; the network is the one it holds.
     *
     * @throws org.seprank.file.FormatException if the file is no checkpoint
     */
    public static Trainer resume(Network loaded, Path file, Task task, TrainingOptions options) throws IOException {
        Trainer trainer = new Trainer(task, options, loaded);
        Checkpoint kept = Checkpoint.read(file, loaded);
        trainer.epochs.addAll(kept.epochs());
        trainer.bestEpoch = kept.bestEpoch();
        trainer.bestParameters = kept.bestParameters();
        return trainer;
    }

    /** Writes a checkpoint there every {@value #CHECKPOINT_EVERY} epochs and at the end. */
    public Trainer withCheckpoint(Path file) {
        checkpoint = file;
        return this;
    }

    /** Trains until an end is reached. */
    public TrainingRun run(Progress progress) throws IOException {
        return run(progress, epoch -> {});
    }

    /**
     * Trains until an end is reached.
     *
     * @param listener gets every epoch as it ends
     * @throws DivergedException if the loss or a prediction is not finite
     */
    public TrainingRun run(Progress progress, Consumer<Epoch> listener) throws IOException {
        progress.start("training", options.epochs());
        Predictions predictions = task.predict(network);
        boolean interrupted = false;
        while (epochs.size() < options.epochs() && !patienceIsOver()) {
            if (progress.cancelled()) {
                interrupted = true;
                break;
            }
            double loss = learn();
            predictions = task.predict(network);
            Epoch epoch = measured(epochs.size() + 1, loss, predictions);
            epochs.add(epoch);
            remember(epoch);
            listener.accept(epoch);
            progress.advanceTo(epochs.size());
            if (checkpoint != null && epochs.size() % CHECKPOINT_EVERY == 0) {
                Checkpoint.of(epochs, bestEpoch, bestParameters).save(checkpoint, network);
            }
        }
        return finished(predictions, !interrupted);
    }

    private TrainingRun finished(Predictions last, boolean complete) throws IOException {
        if (checkpoint != null) {
            Checkpoint.of(epochs, bestEpoch, bestParameters).save(checkpoint, network);
        }
        Predictions predictions = last;
        if (complete && options.stopping().restoreBest() && bestParameters.length > 0) {
            network.setParameters(bestParameters);
            predictions = task.predict(network);
        }
        Epoch best = bestEpoch == 0 ? measured(0, Double.NaN, predictions) : epochs.get(bestEpoch - 1);
        return new TrainingRun(epochs, best, predictions, complete);
    }

    private double learn() {
        int number = epochs.size();
        double rate = options.optimizer().learningRate() * options.schedule().factor(number, options.epochs());
        network.setLearningRate(rate);
        double loss = 0;
        List<Task.Step> steps = task.epoch(options.batchSize(), network.spec().seed() * 0x9E3779B97F4A7C15L + number);
        for (Task.Step step : steps) {
            loss += network.fitStep(step.batch(), step.labels());
        }
        if (!Double.isFinite(loss)) {
            throw DivergedException.inEpoch(number + 1, "the loss is " + loss + " at learning rate " + rate);
        }
        return loss / Math.max(1, steps.size());
    }

    private Epoch measured(int number, double loss, Predictions predictions) {
        if (!predictions.finite()) {
            throw DivergedException.inEpoch(number, "a prediction is not finite");
        }
        return new Epoch(
                number,
                loss,
                measured(predictions, Part.TRAIN),
                measured(predictions, Part.VALIDATION),
                measured(predictions, Part.TEST));
    }

    private double measured(Predictions predictions, Part part) {
        return task.measure(metric, predictions, part, rows.computeIfAbsent(part, task::rows));
    }

    private void remember(Epoch epoch) {
        boolean better = bestEpoch == 0
                || metric.better(
                        watched(epoch),
                        watched(epochs.get(bestEpoch - 1)),
                        options.stopping().minDelta());
        if (better) {
            bestEpoch = epoch.number();
            bestParameters = options.stopping().restoreBest() ? network.parameters() : bestParameters;
        }
    }

    /** Without a validation part the training part is watched. */
    private static double watched(Epoch epoch) {
        return Double.isNaN(epoch.validation()) ? epoch.train() : epoch.validation();
    }

    private boolean patienceIsOver() {
        int patience = options.stopping().patience();
        return patience > 0 && bestEpoch > 0 && epochs.size() - bestEpoch >= patience;
    }
}
