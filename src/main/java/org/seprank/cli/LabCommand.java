package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seprank.study.Outcome;
import org.seprank.study.lab.LabCatalogue;
import org.seprank.study.lab.LabStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seprank lab}. */
@Command(
        name = "lab",
        description = {
            "Run a small system in which gradient descent prefers low rank, from one or several seeds,",
            "and see whether what is claimed of it holds. Without a name: the systems and their settings."
        },
        footer = {
            "",
            "Examples:",
            "  seprank lab",
            "  seprank lab matrix-factorization --seeds 3 --set depths=2,3,4",
            "  seprank lab norm-divergence --report divergence.html"
        })
final class LabCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The system.")
    private String name = "";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the system; can be repeated. The systems' settings are listed without NAME.")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description = "First seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "Number of seeds; the claim is judged by the medians (default: ${DEFAULT-VALUE}).")
    private int seeds = 1;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Also write report.html, report.md, outcome.json and every figure as SVG there.")
    private @Nullable Path out;

    @Mixin
    private FigureOptions figure = new FigureOptions();

    @Mixin
    private OutputOptions form = new OutputOptions();

    LabCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        figure.check();
        if (name.isEmpty()) {
            form.write(LabCatalogue.document(), console, null);
            return ExitCode.DONE;
        }
        if (out != null) {
            form.checkFolder(out, false);
        }
        LabStudy study = LabCatalogue.study(name, assignments, seed, seeds);
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), form.quiet())) {
            Outcome outcome = study.run(progress);
            form.write(outcome.document(), console, null);
            if (out != null) {
                form.writeFolder(outcome.document(), out);
            }
            figure.write(outcome.document().figures());
            return outcome.complete() ? ExitCode.DONE : ExitCode.INTERRUPTED;
        }
    }
}
