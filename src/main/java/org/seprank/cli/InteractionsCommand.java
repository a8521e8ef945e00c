package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.rewire.Budget;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.ExitCode;
import org.seprank.study.Outcome;
import org.seprank.study.interaction.InteractionQuestion;
import org.seprank.study.interaction.InteractionsStudy;
import org.seprank.study.train.TrainStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code seprank interactions}. */
@Command(
        name = "interactions",
        description = {
            "Measure how strongly a trained network mixes the two sides of a partition: train one, or take a kept one,",
            "and probe it on a grid of inputs whose sides come from different samples."
        },
        footer = {
            "",
            "Examples:",
            "  seprank interactions graphs/csbm --epochs 100 --samples 64",
            "  seprank interactions graphs/csbm --epochs 100 --every 20 --across 20 --samples 64 --format json",
            "  seprank interactions graphs/csbm --edits wis.csv --edits random.csv --budgets 0,10%%,30%%,50%%",
            "  seprank interactions graphs/csbm --network nets/given-0.network --partition bisection --target 7"
        })
final class InteractionsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private DatasetOptions data = new DatasetOptions();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private TrainingFlags training = new TrainingFlags();

    @Option(names = "--network", paramLabel = "FILE", description = "A network of train --checkpoint; none is trained.")
    private @Nullable Path network;

    @Option(
            names = "--partition",
            paramLabel = "I",
            description = "As for analyze; repeatable (default: what the graph suggests, else a bisection).")
    private List<String> partitions = List.of();

    @Option(
            names = "--target",
            paramLabel = "T",
            defaultValue = "",
            description = {
                "The vertex whose prediction is probed (default: the one with the most neighbours;",
                "networks that predict graphs: graph)."
            })
    private String target = "";

    @Option(
            names = "--scalar",
            defaultValue = "logit",
            description = "logit of the class, or margin over the others (default: ${DEFAULT-VALUE}).")
    private InteractionQuestion.Kind scalar = InteractionQuestion.Kind.LOGIT;

    @Option(
            names = "--class",
            paramLabel = "C",
            defaultValue = "-1",
            description = "The class (default: the one that the network predicts).")
    private int ofClass = -1;

    @Option(
            names = "--source",
            defaultValue = "permuted",
            description = {
                "Features of the samples: permuted over the vertices, gaussian with their moments, or swapped between",
                "graphs (default: ${DEFAULT-VALUE})."
            })
    private InteractionQuestion.Source source = InteractionQuestion.Source.PERMUTED;

    @Option(
            names = "--samples",
            paramLabel = "R",
            defaultValue = "128",
            description = "Samples of either side, so R x R evaluations (default: ${DEFAULT-VALUE}).")
    private int samples = 128;

    @Option(
            names = "--bootstrap",
            paramLabel = "B",
            defaultValue = "200",
            description = "Resamples for intervals; 0: none (default: ${DEFAULT-VALUE}).")
    private int replicates = 200;

    @Option(names = "--graph", defaultValue = "0", description = "Which graph is probed (default: ${DEFAULT-VALUE}).")
    private int graph;

    @Option(
            names = "--every",
            paramLabel = "K",
            defaultValue = "0",
            description = "Measure every K epochs of training.")
    private int every;

    @Option(
            names = "--across",
            paramLabel = "N",
            defaultValue = "0",
            description = "Measure on N random partitions of growing boundary and correlate with the walk index.")
    private int across;

    @Option(names = "--companions", description = "Add influence and mixing by distance and smoothness by layer.")
    private boolean companions;

    @Option(
            names = "--budgets",
            split = ",",
            paramLabel = "N|P%",
            description = {
                "Train and measure again after so many edits of each --edits list, which may then be given",
                "several times; 0 is the graph as it is."
            })
    private List<String> budgets = List.of();

    @Option(
            names = "--seeds",
            defaultValue = "3",
            description = "Networks trained per budget (default: ${DEFAULT-VALUE}).")
    private int seeds = 3;

    @Option(names = "--threads", description = "Threads for the probing (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private OutputOptions form = new OutputOptions();

    InteractionsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        form.check();
        if (network != null && every > 0) {
            throw new IllegalArgumentException("--every measures while a network is trained, but --network names one");
        }
        List<Budget> amounts = budgets.stream().map(Budget::parseRemoval).toList();
        Dataset dataset = amounts.isEmpty() ? data.load() : data.source().load();
        Map<String, EditList> edits = amounts.isEmpty() ? Map.of() : data.editLists(dataset);
        if (!amounts.isEmpty() && edits.isEmpty()) {
            throw new IllegalArgumentException("--budgets says how many of the --edits to make, but there are none");
        }
        TrainStudy trained = new TrainStudy(
                model.spec(dataset instanceof GraphDataset, data.seed()), training.options(), seeds, threads);
        InteractionsStudy study = new InteractionsStudy(
                trained,
                new InteractionQuestion(target, scalar, ofClass, source, samples, replicates),
                partitions,
                new InteractionsStudy.Extent(graph, every, across, companions, amounts),
                data.seed());
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), form.quiet())) {
            Outcome outcome = study.run(dataset, Optional.ofNullable(network), edits, progress);
            form.write(outcome, console);
            return outcome.complete() ? ExitCode.DONE : ExitCode.INTERRUPTED;
        }
    }
}
