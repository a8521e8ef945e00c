package org.seprank.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.study.input.EditedSource;
import org.seprank.study.input.TargetTasks;
import org.seprank.study.interaction.EditBudgets;
import org.seprank.study.interaction.InteractionQuestion;
import org.seprank.study.interaction.InteractionsStudy;
import org.seprank.study.interaction.range.RangeQuestion;
import picocli.CommandLine.Option;

/** What is measured of a trained network. */
final class InteractionOptions {
    @Option(names = "--network", paramLabel = "FILE", description = "A network of train --checkpoint; none is trained.")
    private @Nullable Path network;

    @Option(
            names = "--partition",
            paramLabel = "I",
            description = "As for analyze; repeatable (default: what the graph suggests, else a bisection).")
    private List<String> partitions = List.of();

    @Option(
            names = {"--target", "--pair"},
            paramLabel = "T",
            defaultValue = "",
            description = {
                "The vertex whose prediction is probed (default: the one with the largest walk index;",
                "networks that predict graphs: graph; those of --task links: U,V, by default the edge of the test part",
                "with the largest walk index)."
            })
    private String target = "";

    @Option(
            names = "--scalar",
            defaultValue = "logit",
            description = "logit of the class, or margin over the others (default: ${DEFAULT-VALUE}).")
    private InteractionQuestion.Kind scalar = InteractionQuestion.Kind.LOGIT;

    @Option(
            names = {"--class", "--output-column"},
            paramLabel = "C",
            defaultValue = "-1",
            description = "The class, event or number, from 0 (default: the class that the network predicts).")
    private int ofClass = -1;

    @Option(
            names = "--source",
            defaultValue = "permuted",
            description = {
                "Features of the samples: permuted over the vertices, gaussian with their moments, or swapped between",
                "graphs (default: ${DEFAULT-VALUE})."
            })
    private InteractionQuestion.Source features = InteractionQuestion.Source.PERMUTED;

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

    @Option(
            names = "--graph",
            paramLabel = "K",
            defaultValue = "1",
            description = "The K-th graph, from 1, is probed (default: ${DEFAULT-VALUE}).")
    private int graph = 1;

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

    @Option(
            names = "--companions",
            description =
                    "Add influence and mixing by distance, and smoothness and ranks by layer; with --every over training.")
    private boolean companions;

    @Option(
            names = "--range",
            paramLabel = "N",
            defaultValue = "0",
            description = {
                "Measure how far the network reaches at N vertices, beside walks, bounds and each --target-matrix; 0: not",
                "(default: ${DEFAULT-VALUE})."
            })
    private int range;

    @Option(
            names = "--perturbation",
            defaultValue = "jacobian",
            description = {
                "How an influence is measured for --range: jacobian, swap of features with other vertices, or hessian of the",
                "prediction of a graph (default: ${DEFAULT-VALUE})."
            })
    private RangeQuestion.Perturbation perturbation = RangeQuestion.Perturbation.JACOBIAN;

    @Option(
            names = "--target-matrix",
            paramLabel = "T",
            description = "A task y = T x whose range is given beside, as for measure; repeatable.")
    private List<String> tasks = List.of();

    @Option(
            names = "--grid",
            paramLabel = "FILE.npz",
            description = {
                "Write the measured grids as NumPy arrays: for partition k from 0 grid_k [R, R], side_k (the vertices of",
                "I) and partition_k (its name in UTF-8)."
            })
    private @Nullable Path grid;

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

    int threads() {
        return threads;
    }

    InteractionsStudy study(DatasetOptions data, PlanOptions training) {
        boolean later = !budgets.isEmpty();
        EditedSource source = later ? data.unedited() : data.edited();
        EditBudgets edits = later ? new EditBudgets(data.lists(), budgets) : EditBudgets.none();
        RangeQuestion ranges = new RangeQuestion(range, perturbation, new TargetTasks(tasks));
        return new InteractionsStudy(
                source,
                network,
                training.plan(data.seed(), seeds),
                new InteractionQuestion(target, scalar, ofClass, features, samples, replicates),
                partitions,
                new InteractionsStudy.Extent(graph, every, across, companions, ranges, edits, grid));
    }
}
