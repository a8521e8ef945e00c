package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.seprank.file.AtomicFile;
import org.seprank.study.train.TrainStudy;
import picocli.CommandLine.Option;

/** How many networks are trained, and what is kept of them. */
final class TrainOptions {
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

    int seeds() {
        return seeds;
    }

    int parallel() {
        return Math.max(1, parallel);
    }

    /** Says before the work what would go wrong after it. */
    void check() throws IOException {
        if (epochsCsv != null) {
            AtomicFile.checkFile(epochsCsv);
        }
    }

    TrainStudy.Files files() {
        return new TrainStudy.Files(checkpoint, resume, epochsCsv);
    }

    /** How an interrupted run goes on; empty where nothing is kept. */
    String resumption() {
        return checkpoint == null ? "" : "--resume goes on from " + checkpoint;
    }
}
