package org.seprank.cli;

import java.io.IOException;
import org.seprank.report.Document;
import org.seprank.study.Context;
import org.seprank.study.batch.summary.BatchStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code seprank batch}. */
@Command(
        name = "batch",
        description = {
            "Run all studies of a plan that have not run yet. Stopped or killed at any time, the same command goes on.",
            "A plan, YAML or JSON, has the keys base, grid and seeds: base: {command: .., input: .., OPTION: value},",
            "grid: {OPTION: [values]}, seeds: 0-4."
        },
        footer = {
            "",
            "Examples:",
            "  seprank batch graphs/plans/karate.yaml --out results/karate",
            "  seprank batch graphs/plans/karate.yaml --out results/karate --dry-run",
            "  seprank batch graphs/plans/karate.yaml --out results/karate --engine spark --master local[2]",
            "  seprank batch status results/karate",
            "  seprank report results/karate --report karate.html"
        })
final class BatchCommand extends StudyCommand {
    @Mixin
    private BatchOptions batch = new BatchOptions();

    BatchCommand(Console console) {
        super(console);
    }

    @Override
    boolean isBatched() {
        return false;
    }

    @Override
    int threads() {
        return batch.threads();
    }

    @Override
    BatchStudy study() {
        return batch.study();
    }

    @Override
    Document estimate(Context context) throws IOException {
        return batch.study().dryRun(context);
    }

    @Override
    String resumption() {
        return "the same command goes on";
    }
}
