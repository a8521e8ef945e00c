package org.seprank.cli;

import java.nio.file.Path;
import java.util.List;
import org.seprank.dataset.FeatureScaling;
import org.seprank.study.input.DatasetSource;
import org.seprank.study.input.EditedSource;
import org.seprank.study.input.EditsFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A dataset as a network sees it: read or generated, split, scaled, edited. */
final class DatasetOptions {
    @Parameters(
            index = "0",
            paramLabel = "DATASET",
            description = {
                "A dataset's file or folder, synthetic:NAME,key=value,.. or GRAPHFILE#ATTRIBUTE, whose classes are that",
                "vertex attribute."
            })
    private String location = "";

    @Option(
            names = "--split",
            paramLabel = "RULE",
            defaultValue = "",
            description = {
                "given[:I], random:A/B/C, stratified:A/B/C, per-class:N/A/B, folds:K[+validation], file:PATH (JSON or",
                "npz of ids or masks) or numpy:A/B/C[,seed=S], as numpy.random.permutation splits",
                "(default: the dataset's own, else stratified:0.6/0.2/0.2)."
            })
    private String split = "";

    @Option(
            names = "--features",
            paramLabel = "HOW",
            defaultValue = "auto",
            description = {
                "raw; row_normalized: rows sum to 1; auto: row_normalized where they are bags of words",
                "(default: ${DEFAULT-VALUE})."
            })
    private FeatureScaling scaling = FeatureScaling.AUTO;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            defaultValue = "items",
            description = {
                "items: what is known of vertices or graphs; links: the edges of one graph, which a random split holds",
                "out (--split random:0.85/0.05/0.1), against pairs without an edge (default: ${DEFAULT-VALUE})."
            })
    private Predicted task = Predicted.ITEMS;

    /** What is predicted. */
    enum Predicted {
        ITEMS,
        LINKS
    }

    @Mixin
    private TakenOptions taken = new TakenOptions();

    @Option(names = "--edits", paramLabel = "FILE", description = "Make these edits of the graph first.")
    private List<Path> edits = List.of();

    @Mixin
    private EditInput input = new EditInput();

    @Option(names = "--budget", paramLabel = "N|P%", defaultValue = "", description = "Only so many of them.")
    private String budget = "";

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "First seed, also of generated data and random splits (default: ${DEFAULT-VALUE}).")
    private long seed;

    long seed() {
        return seed;
    }

    /** The dataset as it is, for edits that are made of it later. */
    EditedSource unedited() {
        if (!budget.isEmpty()) {
            throw new IllegalArgumentException("--budget is for all of the work; with --budgets leave it out");
        }
        return EditedSource.unedited(dataset());
    }

    /** The dataset after the edits. */
    EditedSource edited() {
        if (edits.size() > 1) {
            throw new IllegalArgumentException("--edits is given " + edits.size() + " times; one list can be made");
        }
        return new EditedSource(dataset(), edits.isEmpty() ? null : lists().get(0), budget);
    }

    /** The lists of edits. */
    List<EditsFile> lists() {
        return edits.stream().map(input::file).toList();
    }

    private DatasetSource dataset() {
        return new DatasetSource(location, split, scaling, seed, taken.reading(), task == Predicted.LINKS);
    }
}
