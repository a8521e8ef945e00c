package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seprank.experiment.Outcome;
import org.seprank.experiment.reproduction.Reproduction;
import org.seprank.experiment.reproduction.Reproductions;
import org.seprank.experiment.reproduction.Scale;
import org.seprank.gnn.probe.NotFiniteException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seprank experiment}. */
@Command(
        name = "experiment",
        description = "Check a claim: train and measure as its protocol says, at a scale of your choice.",
        footer = {
            "",
            "Experiments:",
            "  interaction-vs-walk-index  trained networks model more interaction across partitions of larger walk index",
            "  runtime-scaling            the time of every method over growing graphs, with fitted exponents",
            "",
            "Examples:",
            "  seprank experiment interaction-vs-walk-index --scale smoke",
            "  seprank experiment interaction-vs-walk-index --dataset graphs/csbm"
        })
final class ExperimentCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "NAME", description = "The experiment.")
    private String name = "";

    @Option(
            names = "--scale",
            defaultValue = "small",
            description = "smoke: seconds; small: minutes; paper: as published (default: ${DEFAULT-VALUE}).")
    private Scale scale = Scale.SMALL;

    @Option(names = "--dataset", defaultValue = "", description = "Another dataset than the experiment's own.")
    private String dataset = "";

    @Option(names = "--seed", defaultValue = "0", description = "First seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--threads", description = "Threads (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Also write report.html, report.md, outcome.json and every figure as SVG there.")
    private @Nullable Path out;

    @Mixin
    private OutputOptions form = new OutputOptions();

    ExperimentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Reproduction reproduction = Reproductions.named(name);
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), form.quiet())) {
            Outcome outcome = reproduction.run(new Reproduction.Setting(scale, seed, threads, dataset), progress);
            form.write(outcome.document(), console, null);
            if (out != null) {
                form.writeFolder(outcome.document(), out);
            }
            return outcome.complete() ? ExitCode.DONE : ExitCode.INTERRUPTED;
        } catch (NotFiniteException e) {
            console.say("error: " + e.getMessage());
            return ExitCode.CHECK_FAILED;
        }
    }
}
