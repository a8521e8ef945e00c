package org.seprank.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Dataset;
import org.seprank.file.AtomicFile;
import org.seprank.gnn.training.Metric;
import org.seprank.study.ExitCode;
import org.seprank.study.train.PredictStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seprank predict}. */
@Command(
        name = "predict",
        description = "Let networks that train --checkpoint kept predict the classes of a dataset.",
        footer = {"", "Example:", "  seprank predict graphs/csbm nets/given-0.network --predictions predictions.csv"})
final class PredictCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private DatasetOptions data = new DatasetOptions();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "NETWORK",
            description = "Files of networks; of several the probabilities are averaged too.")
    private List<Path> networks = List.of();

    @Option(
            names = "--metric",
            defaultValue = "accuracy",
            description = "accuracy, macro_f1 or roc_auc (default: ${DEFAULT-VALUE}).")
    private Metric metric = Metric.ACCURACY;

    @Option(names = "--last", description = "Use the weights of the last epoch rather than the best.")
    private boolean last;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Write a CSV line per vertex or graph: label, predicted class, probabilities.")
    private @Nullable Path output;

    @Mixin
    private OutputOptions form = new OutputOptions();

    PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (output != null) {
            AtomicFile.checkFolder(output);
        }
        Dataset dataset = data.load();
        PredictStudy.Answer answer = new PredictStudy(networks, metric, last).run(dataset);
        if (output != null) {
            byte[] lines = PredictStudy.lines(dataset, answer.mean()).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(output, out -> out.write(lines));
        }
        form.write(answer.document(), console);
        return ExitCode.DONE;
    }
}
