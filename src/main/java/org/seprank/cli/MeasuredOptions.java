package org.seprank.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seprank.measure.MeasureOptions;
import org.seprank.study.Study;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.study.input.TargetTasks;
import org.seprank.study.measure.EachGraphStudy;
import org.seprank.study.measure.EditedGraphs;
import org.seprank.study.measure.MeasureStudy;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is measured. */
final class MeasuredOptions {
    @Option(names = "--edits", paramLabel = "FILE", description = "Also measure the graph after these edits.")
    private @Nullable Path edits;

    @Mixin
    private EditInput input = new EditInput();

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
            names = "--target-matrix",
            paramLabel = "T",
            description = {
                "Give the range of the task y = T x: dirac:K, rectangle:K or power:K, each with :transposed or without, or",
                "a CSV file headed target,source,weight; repeatable."
            })
    private List<String> tasks = List.of();

    @Option(
            names = "--each",
            paramLabel = "FILE.csv",
            description = {
                "Measure every graph of a file of several (graph6, sparse6): a row of this file each, written as they are",
                "read; the answer then holds mean, least and greatest over the graphs."
            })
    private @Nullable Path each;

    @Mixin
    private ElementOptions elements = new ElementOptions();

    Study study(GraphSource source, long seed) {
        MeasureOptions.Depths layers = MeasureOptions.Depths.parse(depths);
        NetworkShape network = new NetworkShape(layers.last(), inputWidth, hiddenWidth, target);
        MeasureOptions wanted = MeasureOptions.seeded(seed).withDepths(layers).withGroups(groups.groups());
        if (each == null) {
            EditedGraphs edited = new EditedGraphs(Optional.ofNullable(edits).map(input::file), budgets);
            return new MeasureStudy(
                    source, labels, edited, network, partitions, new TargetTasks(tasks), wanted, elements.files());
        }
        if (edits != null
                || !labels.isEmpty()
                || !tasks.isEmpty()
                || elements.files().asked()) {
            throw new IllegalArgumentException(
                    "--each measures many graphs, which have no --edits, no --labels and no --target-matrix here,"
                            + " and without it --edges and --vertices-out take all graphs");
        }
        return new EachGraphStudy(source, each, network, partitions, wanted);
    }
}
