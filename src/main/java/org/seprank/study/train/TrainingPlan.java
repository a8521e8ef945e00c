package org.seprank.study.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.FittedSpec;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.training.Epoch;
import org.seprank.gnn.training.NeighbourTask;
import org.seprank.gnn.training.Task;
import org.seprank.gnn.training.Trainer;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.study.Context;
import org.seprank.study.Question;
import org.seprank.study.input.DatasetSource;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Networks of one design that are trained alike.
 *
 * @param network what they are; its seed is the first
 * @param options how each is trained
 * @param seeds how many, from the first seed upwards, on each split
 */
public record TrainingPlan(NetworkDesign network, TrainingOptions options, int seeds) {
    /** Checks the range. */
    public TrainingPlan {
        if (seeds < 1) {
            throw new IllegalArgumentException("seeds " + seeds + " is not positive");
        }
    }

    /** The question with these networks and their training. */
    public Question addTo(Question question) {
        return TrainingSettings.addTo(network.addTo(question), options);
    }

    private Task task(Dataset dataset, Split split) {
        return options.neighbours().isEmpty()
                ? Task.of(dataset, split)
                : NeighbourTask.of(dataset, split, options.neighbours().over(network.over(dataset)));
    }

    /** How many networks are trained on a dataset. */
    int count(Dataset dataset) {
        return seeds * DatasetSource.splits(dataset).size();
    }

    /**
     * Trains all of them, as many at a time as there may be threads; once that is cancelled, training ends where it is.
     *
     * @param kept where they are kept, and resumed from if it says so
     */
    List<Trained> run(Dataset dataset, Optional<CheckpointFolder> kept, Context context) throws IOException {
        GnnSpec spec = network.over(dataset);
        List<Parallel.Job<Trained>> networks = new ArrayList<>();
        for (Split split : DatasetSource.splits(dataset)) {
            Task task = task(dataset, split);
            for (int s = 0; s < seeds; s++) {
                GnnSpec seeded = spec.withSeed(network.seed() + s);
                networks.add(member -> trained(seeded, task, kept, member));
            }
        }
        context.progress().start("training networks", networks.size());
        return Parallel.of(context.threads()).jobs(networks, context.progress()).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Trained trained(GnnSpec spec, Task task, Optional<CheckpointFolder> kept, Progress progress)
            throws IOException {
        FittedSpec fitted = spec.fittedTo(task.shape());
        Trainer trainer = kept.isPresent()
                ? kept.get().trainer(fitted, task, options)
                : Trainer.of(Network.of(fitted, options.optimizer()), task, options);
        return Trained.of(task, spec.seed(), trainer.run(progress), options.metric(task.truth()));
    }

    /**
     * The metric on the test part of a network that is trained on a split; NaN where training diverged.
     *
     * @param number which seed, from 0
     * @throws CancellationException if {@code progress} is cancelled before the last epoch
     */
    public double testScore(Dataset dataset, Split split, int number, Progress progress) throws IOException {
        GnnSpec spec = network.over(dataset).withSeed(network.seed() + number);
        try {
            Trained one = trained(spec, task(dataset, split), Optional.empty(), progress);
            if (!one.run().complete()) {
                throw new CancellationException("interrupted in training");
            }
            return one.test();
        } catch (DivergedException diverged) { // one of many: the others count
            return Double.NaN;
        }
    }

    /**
     * One network, trained on the first split of a dataset.
     *
     * @param number which seed, from 0
     * @throws CancellationException if {@code progress} is cancelled before the last epoch
     */
    public Network trained(Dataset dataset, int number, Progress progress) throws IOException {
        return trained(dataset, number, progress, (network, epoch) -> {});
    }

    /**
     * One network, trained on the first split of a dataset.
     *
     * @param number which seed, from 0
     * @param listener gets the network after every epoch
     * @throws CancellationException if {@code progress} is cancelled before the last epoch
     */
    public Network trained(Dataset dataset, int number, Progress progress, BiConsumer<Network, Epoch> listener)
            throws IOException {
        Task task = task(dataset, DatasetSource.splits(dataset).get(0));
        GnnSpec spec = network.over(dataset).withSeed(network.seed() + number);
        Network made = Network.of(spec.fittedTo(task.shape()), options.optimizer());
        Trainer trainer = Trainer.of(made, task, options);
        if (!trainer.run(progress, epoch -> listener.accept(made, epoch)).complete()) {
            throw new CancellationException("interrupted in training");
        }
        return made;
    }
}
