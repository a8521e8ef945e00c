package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.file.AtomicFile;
import org.seprank.gnn.training.Metric;
import org.seprank.study.input.EditedSource;
import org.seprank.study.train.PredictStudy;
import picocli.CommandLine.Option;

/** How predictions are judged, and where they go. */
final class PredictOptions {
    @Option(
            names = "--metric",
            description = "As for train (default: the usual one of the task: accuracy, average_precision or mae).")
    private @Nullable Metric metric;

    @Option(names = "--last", description = "Use the weights of the last epoch rather than the best.")
    private boolean last;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Write a CSV line per vertex or graph: what is so, what is predicted, probabilities.")
    private @Nullable Path lines;

    /** Says before the work what would go wrong after it. */
    void check() throws IOException {
        if (lines != null) {
            AtomicFile.checkFile(lines);
        }
    }

    PredictStudy study(EditedSource data, List<Path> networks) {
        return new PredictStudy(data, networks, metric, last, lines);
    }
}
