package org.seprank.study.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.Split;
import org.seprank.dataset.SplitSpec;
import org.seprank.dataset.io.Datasets;
import org.seprank.dataset.synthetic.SyntheticTask;

/**
 * Where a dataset comes from and how it is split.
 *
 * @param location a path, or {@code synthetic:NAME,key=value,..}
 * @param split as in {@link SplitSpec}; empty: those that came with it, else 60/20/20 at random, stratified
 * @param scaling what is done to the features
 * @param seed of generated data and random splits
 */
public record DatasetSource(String location, String split, FeatureScaling scaling, long seed) {
    private static final String FALLBACK = "stratified:0.6/0.2/0.2";

    /** Reads or makes the dataset. */
    public Dataset load() throws IOException {
        Dataset dataset = scaling.applyTo(read());
        if (!split.isEmpty()) {
            return SplitSpec.parse(split).appliedTo(dataset, seed);
        }
        return dataset.splits().isEmpty() ? SplitSpec.parse(FALLBACK).appliedTo(dataset, seed) : dataset;
    }

    private Dataset read() throws IOException {
        if (SyntheticTask.recognises(location)) {
            return SyntheticTask.parse(location).generate(seed);
        }
        Optional<LabelledGraph> labelled = LabelledGraph.parse(location);
        return labelled.isPresent() ? labelled.get().load() : Datasets.read(Path.of(location));
    }

    /** The splits of a loaded dataset, one at least. */
    public static List<Split> splits(Dataset dataset) {
        if (dataset.splits().isEmpty()) {
            throw new IllegalArgumentException("the dataset has no split; name one with --split");
        }
        return dataset.splits();
    }
}
