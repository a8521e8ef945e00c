package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.seprank.report.Document;
import org.seprank.study.ExitCode;
import org.seprank.study.Outcome;
import org.seprank.study.experiment.Cells;
import org.seprank.study.experiment.Reproduction;
import org.seprank.study.experiment.catalogue.Reproductions;
import org.seprank.study.experiment.Scale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code seprank experiment}. */
@Command(
        name = "experiment",
        description = {
            "Check a claim: train and measure as its protocol says, at a scale of your choice.",
            "Without a name: the experiments and their settings."
        },
        footer = {
            "",
            "Examples:",
            "  seprank experiment",
            "  seprank experiment walk-index-importance --images data/fashion --out importance",
            "  seprank experiment interaction-vs-walk-index --scale smoke",
            "  seprank experiment interaction-vs-walk-index --dataset graphs/csbm",
            "  seprank experiment interaction-vs-walk-index --out curves --resume"
        })
final class ExperimentCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The experiment.")
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
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the experiment; can be repeated. They are listed without NAME.")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = "--images",
            paramLabel = "FOLDER",
            description = "IDX files (MNIST, Fashion-MNIST) for walk-index-importance; short for --set images=FOLDER.")
    void images(String folder) {
        assignments.add("images=" + folder);
    }

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Option(
            names = "--resume",
            description = "Go on where an interrupted run with the same options stopped; with --out.")
    private boolean resume;

    @Mixin
    private OutputOptions form = new OutputOptions();

    ExperimentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        form.check();
        if (name.isEmpty()) {
            form.write(Reproductions.document(), console);
            return ExitCode.DONE;
        }
        Path out = folder.folder();
        if (resume && out == null) {
            throw new ParameterException(
                    command.commandLine(), "--resume goes on with what --out FOLDER keeps; say --out");
        }
        folder.check(resume || (out != null && Files.exists(out.resolve("cells.jsonl")))); // cells say more
        Reproduction reproduction = Reproductions.named(name);
        Reproduction.Setting setting =
                reproduction.with(Reproduction.Setting.of(scale, seed, threads, dataset), assignments);
        try (Cells cells = cells(reproduction, setting);
                TerminalProgress progress = new TerminalProgress(console.interruption(), form.quiet())) {
            Outcome outcome = reproduction.run(setting.withCells(cells), progress);
            Document document = outcome.document().with(List.of(reproduction.facts(setting)));
            form.write(document, console);
            folder.write(document);
            if (!outcome.complete() && out != null) {
                console.say("interrupted: the same command with --resume goes on");
            }
            return outcome.complete() ? ExitCode.DONE : ExitCode.INTERRUPTED;
        }
    }

    private Cells cells(Reproduction reproduction, Reproduction.Setting setting) throws IOException {
        Path out = folder.folder();
        return out == null
                ? Cells.none()
                : Cells.in(
                        out.resolve("cells.jsonl"),
                        reproduction.specification(setting) + " " + Seprank.Version.current(),
                        resume);
    }
}
