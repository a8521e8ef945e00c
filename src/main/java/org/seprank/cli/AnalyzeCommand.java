package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seprank.file.AtomicFile;
import org.seprank.report.Block;
import org.seprank.study.Outcome;
import org.seprank.study.analyze.AnalyzeStudy;
import org.seprank.study.analyze.ReportFigures;
import org.seprank.study.input.GraphSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code seprank analyze}. */
@Command(
        name = "analyze",
        description = {
            "Walk indices, bounds on the separation rank and, with --certify, the rank itself, for partitions of a graph."
        },
        footer = {
            "",
            "Examples:",
            "  seprank analyze graphs/karate.graphml",
            "  seprank analyze graphs/karate.graphml --partition 0-15 --depth 2 --certify",
            "  seprank analyze family:cycle,n=12 --partition 0-5 --target 0 --format json"
        })
final class AnalyzeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GraphOptions graph = new GraphOptions();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Option(
            names = "--partition",
            paramLabel = "I",
            description = {
                "One side of a partition; repeatable. Vertex ids (0-15 or a,b,c), attribute:NAME, attribute:NAME=CLASS,",
                "file:PATH, singletons, or found: bisection, label-propagation, spanning-tree:K, girvan-newman:K.",
                "Default: every attribute with 2 to 12 classes, else bisection."
            })
    private List<String> partitions = List.of();

    @Option(names = "--certify", description = "Determine the separation rank itself, over GF(2^31-1).")
    private boolean certify;

    @Option(
            names = "--max-inputs",
            paramLabel = "R",
            defaultValue = "512",
            description = "Most inputs per side that --certify may use (default: ${DEFAULT-VALUE}).")
    private int maxInputs = 512;

    @Option(
            names = "--max-depth",
            paramLabel = "L",
            defaultValue = "8",
            description = "Give walk indices for the depths 1 to L (default: ${DEFAULT-VALUE}).")
    private int maxDepth = 8;

    @Option(
            names = "--top",
            paramLabel = "K",
            defaultValue = "5",
            description =
                    "Name so many weakest and strongest vertices and most harmful edges (default: ${DEFAULT-VALUE}).")
    private int top = 5;

    @Option(names = "--dry-run", description = "Only say how long and how large the work would be.")
    private boolean dryRun;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the answer there instead of to stdout.")
    private @Nullable Path output;

    @Spec
    private CommandSpec command = CommandSpec.create();

    private @Nullable PictureFile plot;

    @Mixin
    private OutputOptions form = new OutputOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    AnalyzeCommand(Console console) {
        this.console = console;
    }

    @Option(
            names = "--plot",
            paramLabel = "FILE.svg|png",
            description = "Also draw the graph: the first partition, the edges across it, walk indices as colours.")
    void plot(Path file) {
        plot = PictureFile.checked(command, "--plot", file);
    }

    @Override
    public Integer call() throws IOException {
        if (output != null) {
            AtomicFile.checkFolder(output);
        }
        GraphSource source = graph.source(run.seed());
        AnalyzeStudy study = new AnalyzeStudy(
                source,
                network.shape(),
                partitions,
                new AnalyzeStudy.Options(maxDepth, top, certify, maxInputs, run.seed()));
        if (dryRun) {
            form.write(study.estimate(), console, output);
            return ExitCode.DONE;
        }
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), form.quiet())) {
            if (plot != null) {
                plot.write(study.drawing());
            }
            Outcome outcome = study.run(progress);
            if (form.reports()) {
                List<Block.Figure> figures = new ArrayList<>(study.figures());
                figures.addAll(ReportFigures.of(outcome.document()));
                form.writeReport(outcome.document(), figures);
            }
            form.writeAnswer(outcome.document(), console, output);
            return outcome.complete() ? ExitCode.DONE : ExitCode.INTERRUPTED;
        }
    }
}
