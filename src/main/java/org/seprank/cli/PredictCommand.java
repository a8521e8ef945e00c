package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.seprank.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code seprank predict}. */
@Command(
        name = "predict",
        description = "Let networks that train --checkpoint kept predict the classes of a dataset.",
        footer = {"", "Example:", "  seprank predict graphs/csbm nets/given-0.network --predictions predictions.csv"})
final class PredictCommand extends StudyCommand {
    @Mixin
    private DatasetOptions data = new DatasetOptions();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "NETWORK",
            description = "Files of networks; of several the probabilities are averaged too.")
    private List<Path> networks = List.of();

    @Mixin
    private PredictOptions options = new PredictOptions();

    PredictCommand(Console console) {
        super(console);
    }

    @Override
    boolean isBatched() {
        return false;
    }

    @Override
    void check() throws IOException {
        options.check();
    }

    @Override
    Study study() {
        return options.study(data.edited(), networks);
    }
}
