package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.NodeDataset;
import org.seprank.rewire.Budget;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.input.DatasetSource;
import org.seprank.study.input.EditedDataset;
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
                "given[:I], random:A/B/C, stratified:A/B/C, per-class:N/A/B or folds:K[+validation]",
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

    @Option(names = "--edits", paramLabel = "FILE", description = "Make these edits of the graph first.")
    private List<Path> edits = List.of();

    @Mixin
    private EditInput input = new EditInput();

    @Option(names = "--budget", paramLabel = "N|P%", description = "Only so many of them.")
    private @Nullable String budget;

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "First seed, also of generated data and random splits (default: ${DEFAULT-VALUE}).")
    private long seed;

    long seed() {
        return seed;
    }

    DatasetSource source() {
        return new DatasetSource(location, split, scaling, seed);
    }

    /** The dataset after the edits. */
    Dataset load() throws IOException {
        Dataset data = source().load();
        if (edits.isEmpty()) {
            if (budget != null) {
                throw new IllegalArgumentException("--budget says how many of the --edits to make, but there are none");
            }
            return data;
        }
        if (edits.size() > 1) {
            throw new IllegalArgumentException("--edits is given " + edits.size() + " times; one list can be made");
        }
        NodeDataset nodes = oneGraph(data);
        EditList all = input.file(edits.get(0)).read(nodes.graph());
        int count = budget == null
                ? all.size()
                : Budget.parseRemoval(budget).edits(nodes.graph().edgeCount());
        if (count > all.size()) {
            throw new IllegalArgumentException(
                    "--budget " + budget + " is " + count + " edits, but " + edits.get(0) + " has only " + all.size());
        }
        return EditedDataset.of(nodes, all.prefix(count));
    }

    /** The edit lists by file, for a dataset that is left as it is. */
    Map<String, EditList> editLists(Dataset unedited) throws IOException {
        Map<String, EditList> lists = new LinkedHashMap<>();
        for (Path file : edits) {
            lists.put(
                    file.getFileName().toString(),
                    input.file(file).read(oneGraph(unedited).graph()));
        }
        return lists;
    }

    private NodeDataset oneGraph(Dataset data) {
        if (data instanceof NodeDataset nodes) {
            return nodes;
        }
        throw new IllegalArgumentException("--edits are of one graph; " + location + " has many");
    }
}
