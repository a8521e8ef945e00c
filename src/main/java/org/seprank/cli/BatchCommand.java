package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seprank.study.ExitCode;
import org.seprank.study.Provenance;
import org.seprank.study.batch.Batch;
import org.seprank.study.batch.Plan;
import org.seprank.study.batch.summary.BatchStatus;
import org.seprank.study.engine.LocalEngine;
import org.seprank.study.engine.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seprank batch}. */
@Command(
        name = "batch",
        description = {
            "Run all studies of a plan that have not run yet. Stopped or killed at any time, the same command goes on.",
            "A plan, YAML or JSON, has the keys base: {command, input, options}, grid: {option: [values]} and seeds."
        },
        footer = {
            "",
            "Examples:",
            "  seprank batch graphs/plans/karate.yaml --out results/karate",
            "  seprank batch graphs/plans/karate.yaml --out results/karate --dry-run",
            "  seprank batch status results/karate",
            "  seprank report results/karate --report karate.html"
        })
final class BatchCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "PLAN", description = "The plan.")
    private @Nullable Path plan;

    @Option(names = "--out", paramLabel = "DIR", description = "Where outcomes are kept.")
    private @Nullable Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Studies at the same time (default: all processors). Results do not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--retry", description = "Also run studies again that have failed.")
    private boolean retry;

    @Option(names = "--dry-run", description = "Only list the studies, with state and estimated time and memory.")
    private boolean dryRun;

    @Mixin
    private OutputOptions form = new OutputOptions();

    BatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (plan == null || out == null) {
            throw new IllegalArgumentException("a batch needs a plan and --out DIR");
        }
        LocalEngine engine = new LocalEngine(threads);
        CommandCatalogue studies = new CommandCatalogue();
        Plan read = Plan.read(plan, studies);
        Store store = Store.of(out);
        Batch batch = Batch.of(store, read.studies(), Provenance.currentVersion());
        if (dryRun) {
            form.write(BatchStatus.dryRun(batch, CommandCatalogue::cost), console);
            return ExitCode.DONE;
        }
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), form.quiet())) {
            Batch.Summary summary = batch.run(engine, studies, retry, progress);
            form.write(BatchStatus.of(store, Instant.now()), console);
            if (!summary.complete()) {
                if (!form.quiet()) {
                    console.say("interrupted; the same command goes on");
                }
                return ExitCode.INTERRUPTED;
            }
            return summary.failed() > 0 ? ExitCode.CHECK_FAILED : ExitCode.DONE;
        }
    }

    @Command(name = "status", description = "How far a batch is: done, failed and why, left, rate, remaining time.")
    int status(
            @Parameters(paramLabel = "DIR", description = "Where its outcomes are kept.") Path folder,
            @Mixin OutputOptions shape)
            throws IOException {
        shape.write(BatchStatus.of(Store.existing(folder), Instant.now()), console);
        return ExitCode.DONE;
    }
}
