package org.seprank.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.seprank.file.AtomicFile;
import org.seprank.graph.Graph;
import org.seprank.measure.MeasureOptions;
import org.seprank.rewire.EditFile;
import org.seprank.study.Outcome;
import org.seprank.study.input.MeasuredGraph;
import org.seprank.study.input.NetworkShape;
import org.seprank.study.measure.EachGraphStudy;
import org.seprank.study.measure.MeasureStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code seprank measure}. */
@Command(
        name = "measure",
        description = {
            "Measure a graph, or a graph before and after edits: degrees, homophily, clustering, distances, walk indices,",
            "separation bounds, spectral gap, effective resistance, curvature, receptive fields, Jacobian bounds.",
            "GRAPH may be a dataset, whose labels are then known."
        },
        footer = {
            "",
            "Examples:",
            "  seprank measure graphs/karate.graphml --labels faction --partition attribute:faction",
            "  seprank measure graphs/karate.graphml --edits edits.csv --budgets 0,10%%,30%%",
            "  seprank measure synthetic:csbm,n=500 --groups degrees,homophily,spectrum --format json"
        })
final class MeasureCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GraphOptions graph = new GraphOptions();

    @Option(names = "--edits", paramLabel = "FILE", description = "Also measure the graph after these edits.")
    private @Nullable Path edits;

    @Option(
            names = "--budgets",
            paramLabel = "N|P%",
            split = ",",
            description = "After how many edits the graph is measured, such as 0,10%%,30%% (default: none and all).")
    private List<String> budgets = List.of();

    @Option(
            names = "--partition",
            paramLabel = "I",
            description = {
                "Give walk indices and bounds of this partition; repeatable, written as for analyze, or labels: every",
                "class against the rest (default: none)."
            })
    private List<String> partitions = List.of();

    @Option(
            names = "--labels",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The vertex attribute that has the labels (default: those of the dataset).")
    private String labels = "";

    @Option(
            names = "--depths",
            paramLabel = "L|L-M",
            defaultValue = "1-3",
            description = "Numbers of layers, 1 to 64 (default: ${DEFAULT-VALUE}).")
    private String depths = "1-3";

    @Option(
            names = "--groups",
            paramLabel = "NAMES",
            defaultValue = "all",
            completionCandidates = GroupNames.class,
            converter = GroupNames.class,
            description =
                    "What is measured, separated by commas: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private GroupNames.Chosen groups = GroupNames.Chosen.all();

    @Option(
            names = "--target",
            paramLabel = "T",
            defaultValue = "graph",
            description = "'graph', or the id of the vertex that is predicted (default: ${DEFAULT-VALUE}).")
    private String target = "graph";

    @Option(
            names = "--input-width",
            paramLabel = "DX",
            defaultValue = "8",
            description = "Features per vertex, for the bounds (default: ${DEFAULT-VALUE}).")
    private int inputWidth = 8;

    @Option(
            names = "--hidden-width",
            paramLabel = "DH",
            defaultValue = "16",
            description = "Hidden width, for the bounds (default: ${DEFAULT-VALUE}).")
    private int hiddenWidth = 16;

    @Option(
            names = "--each",
            paramLabel = "FILE.csv",
            description = {
                "Measure every graph of a file of several (graph6, sparse6): a row of this file each, written as they are",
                "read; the answer then holds mean, least and greatest over the graphs."
            })
    private @Nullable Path each;

    @Mixin
    private OutputOptions form = new OutputOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    MeasureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (edits == null && !budgets.isEmpty()) {
            throw new IllegalArgumentException("--budgets says how many of the --edits to make, but there are none");
        }
        MeasureOptions.Depths layers = MeasureOptions.Depths.parse(depths);
        if (each != null) {
            return measureEach(each, layers);
        }
        MeasuredGraph measured = MeasuredGraph.load(graph.source(run.seed()), labels);
        MeasureStudy study = new MeasureStudy(
                measured,
                edits(measured.loaded().graph()),
                new NetworkShape(layers.last(), inputWidth, hiddenWidth, target),
                partitions,
                MeasureOptions.seeded(run.seed()).withDepths(layers).withGroups(groups.groups()));
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), form.quiet())) {
            Outcome outcome = study.run(progress);
            form.write(outcome.document(), console, null);
            return outcome.complete() ? ExitCode.DONE : ExitCode.INTERRUPTED;
        }
    }

    private int measureEach(Path file, MeasureOptions.Depths layers) throws IOException {
        if (edits != null || !labels.isEmpty() || partitions.contains(MeasureStudy.LABELS)) {
            throw new IllegalArgumentException("--each measures many graphs, which have no --edits and no --labels");
        }
        AtomicFile.checkFolder(file);
        EachGraphStudy study = new EachGraphStudy(
                graph.source(run.seed()),
                new NetworkShape(layers.last(), inputWidth, hiddenWidth, target),
                partitions,
                MeasureOptions.seeded(run.seed()).withDepths(layers).withGroups(groups.groups()));
        AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), form.quiet())) {
            AtomicFile.write(file, out -> outcome.set(study.run(new BufferedOutputStream(out), progress)));
        }
        Outcome all = java.util.Objects.requireNonNull(outcome.get());
        form.write(all.document(), console, null);
        return all.complete() ? ExitCode.DONE : ExitCode.INTERRUPTED;
    }

    private MeasureStudy.Edits edits(Graph read) throws IOException {
        if (edits == null) {
            return MeasureStudy.Edits.none();
        }
        if (!Files.exists(edits)) {
            throw new NoSuchFileException(edits.toString());
        }
        return new MeasureStudy.Edits(EditFile.readRewiring(edits, read), budgets);
    }
}
