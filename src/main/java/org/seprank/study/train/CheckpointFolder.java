package org.seprank.study.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.seprank.dataset.Split;
import org.seprank.file.AtomicFile;
import org.seprank.file.FormatException;
import org.seprank.gnn.FittedSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.training.Task;
import org.seprank.gnn.training.Trainer;
import org.seprank.gnn.training.TrainingOptions;

/** Where the networks of a study are kept: a file SPLIT-SEED.network for each, written anew as training goes on. */
final class CheckpointFolder {
    private final Path folder;
    private final boolean resume;

    private CheckpointFolder(Path folder, boolean resume) {
        this.folder = folder;
        this.resume = resume;
    }

    /**
     * The folder, made if it is not there, without what killed runs left half written.
     *
     * @param resume whether training goes on from the networks in it
     */
    static CheckpointFolder open(Path folder, boolean resume) throws IOException {
        Files.createDirectories(folder);
        AtomicFile.sweep(folder);
        return new CheckpointFolder(folder, resume);
    }

    /** The file of one network. */
    Path file(Split split, long seed) {
        return folder.resolve(split.name().replaceAll("[^A-Za-z0-9]+", "-") + "-" + seed + ".network");
    }

    Trainer trainer(FittedSpec spec, Task task, TrainingOptions options) throws IOException {
        Path file = file(task.split(), spec.network().seed());
        if (!resume || !Files.exists(file)) {
            return Trainer.of(Network.of(spec, options.optimizer()), task, options)
                    .withCheckpoint(file);
        }
        Network loaded = Network.load(file, Workers.single());
        if (!loaded.fitted().equals(spec)) {
            throw FormatException.inFile(
                    file,
                    "it is of another network: " + loaded.fitted().toJson(),
                    "resume with the options of the first run, or name another --checkpoint folder");
        }
        return Trainer.resume(loaded, file, task, options).withCheckpoint(file);
    }
}
