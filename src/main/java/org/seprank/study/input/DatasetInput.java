package org.seprank.study.input;

import java.util.ArrayList;
import java.util.List;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.report.Block;
import org.seprank.study.Question;

/**
 * A dataset that a study works on, read once.
 *
 * @param dataset as networks see it: split, scaled, edited
 * @param location its path, or its specification
 * @param split the rule by which it was split; {@value DatasetSource#GIVEN} where it came with its splits
 * @param scaling what was done to the features, {@link FeatureScaling#RAW} or {@link FeatureScaling#ROW_NORMALIZED}
 * @param inputs what answers say of what was read
 * @param warnings what to be careful about
 */
public record DatasetInput(
        Dataset dataset,
        String location,
        String split,
        FeatureScaling scaling,
        List<Block.Input> inputs,
        List<String> warnings) {
    /** Copies the lists. */
    public DatasetInput {
        inputs = List.copyOf(inputs);
        warnings = List.copyOf(warnings);
    }

    /** What answers say of a dataset, and of its graph where it has one. */
    public static List<Block.Input> inputs(Dataset dataset, String location) {
        List<Block.Input> inputs = new ArrayList<>();
        inputs.add(new Block.Input("dataset", location, dataset.contentHash()));
        if (dataset instanceof NodeDataset nodes) {
            inputs.add(GraphInput.input(nodes.graph(), location));
        }
        return inputs;
    }

    /**
     * The dataset as one graph.
     *
     * @throws IllegalArgumentException if it has many
     */
    public NodeDataset oneGraph() {
        if (dataset instanceof NodeDataset nodes) {
            return nodes;
        }
        if (dataset instanceof LinkDataset links) {
            return links.whole();
        }
        throw new IllegalArgumentException("--edits are of one graph; " + location + " has many");
    }

    /** The same after edits that were read from there. */
    DatasetInput edited(NodeDataset after, Block.Input edits, List<String> cares) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(cares);
        Dataset edited = dataset instanceof LinkDataset links ? links.withMessages(after) : after;
        return new DatasetInput(edited, location, split, scaling, with(List.of(edits)), all);
    }

    /** All that was read, and more. */
    public List<Block.Input> with(List<Block.Input> more) {
        List<Block.Input> all = new ArrayList<>(inputs);
        all.addAll(more);
        return all;
    }

    /** The question with what was found out about the dataset where nothing was said. */
    public Question resolved(Question question) {
        return question.with("split", split).with("features", DatasetSource.name(scaling));
    }
}
