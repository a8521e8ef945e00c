package org.seprank.study.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.FittedSpec;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.training.GraphTask;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Task;
import org.seprank.gnn.training.Trainer;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.gnn.training.TrainingRun;
import org.seprank.gnn.training.VertexTask;
import org.seprank.report.Document;
import org.seprank.study.input.DatasetSource;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Networks of one spec trained on a dataset: several seeds, each on each of its splits.
 *
 * @param network the spec; the dataset decides its input and output width, {@code seeds} its seed
 * @param options how each is trained
 * @param seeds how many, from the spec's seed upwards
 * @param threads networks trained at the same time; results do not depend on it
 */
public record TrainStudy(GnnSpec network, TrainingOptions options, int seeds, int threads) {
    /** Checks the ranges. */
    public TrainStudy {
        if (seeds < 1) {
            throw new IllegalArgumentException("seeds " + seeds + " is not positive");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " is not positive");
        }
    }

    /**
     * One trained network.
     *
     * @param split the name of the split
     * @param network what it is
     * @param run what came of it
     * @param train the metric on the training part at the epoch that counts
     * @param validation the metric on the validation part there
     * @param test the metric on the test part there
     */
    public record Trained(
            String split, FittedSpec network, TrainingRun run, double train, double validation, double test) {
        /** The seed. */
        public long seed() {
            return network.network().seed();
        }
    }

    /** The task of a dataset with a split. */
    public static Task task(Dataset dataset, Split split) {
        return dataset instanceof NodeDataset nodes
                ? VertexTask.of(nodes, split)
                : GraphTask.of((GraphDataset) dataset, split);
    }

    /** How long it will take and how much memory, roughly. */
    public Document estimate(Dataset dataset) {
        return TrainingCost.of(this, dataset);
    }

    /** Trains all of them. */
    public List<Trained> run(Dataset dataset, Progress progress) throws IOException {
        return run(dataset, Optional.empty(), progress);
    }

    /**
     * Trains all of them.
     *
     * @param kept where they are kept, and resumed from if it says so
     */
    public List<Trained> run(Dataset dataset, Optional<CheckpointFolder> kept, Progress progress) throws IOException {
        List<Parallel.Job<Trained>> networks = new ArrayList<>();
        for (Split split : DatasetSource.splits(dataset)) {
            Task task = task(dataset, split);
            for (int s = 0; s < seeds; s++) {
                long seed = network.seed() + s;
                networks.add(member -> train(kept, task, seed, member));
            }
        }
        progress.start("training networks", networks.size());
        return Parallel.of(threads).jobs(networks, progress).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Trained train(Optional<CheckpointFolder> kept, Task task, long seed, Progress progress) throws IOException {
        FittedSpec spec = network.withSeed(seed).fittedTo(task.shape());
        Trainer trainer = kept.isPresent()
                ? kept.get().trainer(spec, task, options)
                : Trainer.of(Network.of(spec, options.optimizer()), task, options);
        TrainingRun run = trainer.run(progress);
        Metric metric = options.stopping().metric();
        return new Trained(
                task.split().name(),
                spec,
                run,
                task.measure(metric, run.predictions(), Split.Part.TRAIN),
                task.measure(metric, run.predictions(), Split.Part.VALIDATION),
                task.measure(metric, run.predictions(), Split.Part.TEST));
    }
}
