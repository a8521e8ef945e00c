package org.seprank.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.file.AtomicFile;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.study.Context;
import org.seprank.study.ExitCode;
import org.seprank.study.train.CheckpointFolder;
import org.seprank.study.train.LearningCurves;
import org.seprank.study.train.TrainReport;
import org.seprank.study.train.TrainStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code seprank train}. */
@Command(
        name = "train",
        description = "Train graph neural networks on a dataset, optionally after the edits of seprank rewire.",
        footer = {
            "",
            "Examples:",
            "  seprank train synthetic:csbm,n=500 --model gcn --seeds 5",
            "  seprank train planetoid/cora --depth 2 --width 16 --seeds 20",
            "  seprank train texas.npz --model sage --width 64 --edits edits.csv --budget 30%%",
            "  seprank train graphs/csbm --checkpoint nets && seprank predict graphs/csbm nets/*.network"
        })
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private DatasetOptions data = new DatasetOptions();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private TrainingFlags training = new TrainingFlags();

    @Option(names = "--seeds", defaultValue = "1", description = "Networks per split (default: ${DEFAULT-VALUE}).")
    private int seeds = 1;

    @Option(names = "--parallel", description = "Networks trained at the same time (default: all processors).")
    private int parallel = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--checkpoint",
            paramLabel = "FOLDER",
            description = "Keep each network there, during training and at the end.")
    private @Nullable Path checkpoint;

    @Option(names = "--resume", description = "Go on from the networks in the --checkpoint folder, to the same result.")
    private boolean resume;

    @Option(names = "--epochs-csv", paramLabel = "FILE", description = "Write a line per epoch.")
    private @Nullable Path epochsCsv;

    @Option(names = "--dry-run", description = "Only say how long and how large the work would be.")
    private boolean dryRun;

    @Mixin
    private OutputOptions form = new OutputOptions();

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        form.check();
        if (epochsCsv != null) {
            AtomicFile.checkFolder(epochsCsv);
        }
        Optional<CheckpointFolder> kept = dryRun ? Optional.empty() : checkpoints();
        Dataset dataset = data.load();
        TrainStudy study = new TrainStudy(
                model.spec(dataset instanceof GraphDataset, data.seed()),
                training.options(),
                seeds,
                Math.max(1, parallel));
        if (dryRun) {
            form.write(study.estimate(dataset), console);
            return ExitCode.DONE;
        }
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), form.quiet())) {
            List<TrainStudy.Trained> trained = study.run(dataset, kept, progress);
            if (epochsCsv != null) {
                byte[] lines = TrainReport.epochs(trained).getBytes(StandardCharsets.UTF_8);
                AtomicFile.write(epochsCsv, out -> out.write(lines));
            }
            Document answer = TrainReport.of(study, dataset, model.name(), trained, start);
            List<Block.Figure> curves =
                    LearningCurves.of(training.options().stopping().metric().id(), trained);
            form.write(form.figures() == Context.Figures.NONE ? answer : answer.with(curves), console);
            boolean complete = trained.stream().allMatch(one -> one.run().complete());
            if (!complete && kept.isPresent() && !form.quiet()) {
                console.say("interrupted; --resume goes on from " + checkpoint);
            }
            return complete ? ExitCode.DONE : ExitCode.INTERRUPTED;
        }
    }

    private Optional<CheckpointFolder> checkpoints() throws IOException {
        if (checkpoint == null) {
            if (resume) {
                throw new IllegalArgumentException("--resume goes on from a --checkpoint folder, but none is named");
            }
            return Optional.empty();
        }
        return Optional.of(CheckpointFolder.open(checkpoint, resume));
    }
}
