package org.seprank.study.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.Split;
import org.seprank.dataset.SplitSpec;
import org.seprank.dataset.io.Datasets;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.graph.ParallelEdges;
import org.seprank.study.Question;

/**
 * Where a dataset comes from and how it is split.
 *
 * @param location a path, or {@code synthetic:NAME,key=value,..}
 * @param split as in {@link SplitSpec}; empty: those that came with it, else 60/20/20 at random, stratified
 * @param scaling what is done to the features
 * @param seed of generated data and random splits
 */
public record DatasetSource(String location, String split, FeatureScaling scaling, long seed) {
    /** The rule that takes the splits that came with a dataset. */
    static final String GIVEN = "given";

    private static final String FALLBACK = "stratified:0.6/0.2/0.2";

    /** Reads or makes the dataset. */
    public Dataset load() throws IOException {
        return prepared(unprepared());
    }

    /** Reads or makes the dataset, and says what was done with it. */
    public DatasetInput read() throws IOException {
        Dataset raw = unprepared();
        return new DatasetInput(
                prepared(raw), location, rule(raw), scaling.over(raw), DatasetInput.inputs(raw, location), List.of());
    }

    /** The same split and scaled. */
    Dataset prepared(Dataset raw) {
        Dataset scaled = scaling.applyTo(raw);
        String rule = rule(raw);
        return split.isEmpty() && rule.equals(GIVEN)
                ? scaled
                : SplitSpec.parse(rule).appliedTo(scaled, seed);
    }

    private String rule(Dataset raw) {
        if (!split.isEmpty()) {
            return split;
        }
        return raw.splits().isEmpty() ? FALLBACK : GIVEN;
    }

    private Dataset unprepared() throws IOException {
        return unprepared(ParallelEdges.FIRST);
    }

    /** The dataset as it is read or made, in which so becomes of parallel edges. */
    Dataset unprepared(ParallelEdges parallel) throws IOException {
        if (SyntheticTask.recognises(location)) {
            return SyntheticTask.parse(location).generate(seed);
        }
        Optional<LabelledGraph> labelled = LabelledGraph.parse(location);
        return labelled.isPresent() ? labelled.get().load() : Datasets.read(Path.of(location), parallel);
    }

    /** The splits of a loaded dataset, one at least. */
    public static List<Split> splits(Dataset dataset) {
        if (dataset.splits().isEmpty()) {
            throw new IllegalArgumentException("the dataset has no split; name one with --split");
        }
        return dataset.splits();
    }

    /** The question with what it is asked of. */
    public Question addTo(Question question) {
        return question.with("dataset", location)
                .with("split", split.isEmpty() ? "auto" : split)
                .with("features", name(scaling))
                .with("seed", seed);
    }

    /** As it is written on the command line. */
    static String name(FeatureScaling scaling) {
        return scaling.name().toLowerCase(Locale.ROOT);
    }
}
