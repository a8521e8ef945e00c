package org.seprank.cli;

import java.nio.file.Path;
import org.seprank.study.Study;
import org.seprank.study.batch.summary.BatchStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code seprank batch status}. */
@Command(name = "status", description = "How far a batch is: done, failed and why, left, rate, remaining time.")
final class BatchStatusCommand extends StudyCommand {
    @Parameters(paramLabel = "DIR", description = "Where its outcomes are kept.")
    private Path folder = Path.of("");

    BatchStatusCommand(Console console) {
        super(console);
    }

    @Override
    Study study() {
        return new BatchStatus(folder);
    }
}
