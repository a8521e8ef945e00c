package org.seprank.study.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.SplitSpec;
import org.seprank.dataset.io.Datasets;
import org.seprank.dataset.io.SplitFile;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.study.Question;

/**
 * Where a dataset comes from and how it is split.
 *
 * @param location a path, or {@code synthetic:NAME,key=value,..}
 * @param split as in {@link SplitSpec}; empty: those that came with it, else 60/20/20 at random, stratified
 * @param scaling what is done to the features
 * @param seed of generated data and random splits
 * @param reading what of its graphs is taken
 * @param links whether edges are predicted; the split then is one of edges, empty: 85/5/10 at random
 */
public record DatasetSource(
        String location, String split, FeatureScaling scaling, long seed, DatasetReading reading, boolean links) {
    /** The rule that takes the splits that came with a dataset. */
    static final String GIVEN = "given";

    private static final String FALLBACK = "stratified:0.6/0.2/0.2";
    private static final String LINKS = "random:0.85/0.05/0.1";

    /** All of its graphs is taken. */
    public DatasetSource(String location, String split, FeatureScaling scaling, long seed) {
        this(location, split, scaling, seed, DatasetReading.all());
    }

    /** Not its edges are predicted. */
    public DatasetSource(String location, String split, FeatureScaling scaling, long seed, DatasetReading reading) {
        this(location, split, scaling, seed, reading, false);
    }

    /** Reads or makes the dataset. */
    public Dataset load() throws IOException {
        return prepared(unprepared(warning -> {}));
    }

    /**
     * The dataset with its own splits, or those of the rule if one is said; none where there are neither.
     *
     * @param warnings gets what of it is not taken
     */
    public Dataset whole(Consumer<String> warnings) throws IOException {
        Dataset raw = unprepared(warnings);
        return split.isEmpty() ? raw : prepared(raw);
    }

    /** Reads or makes the dataset, and says what was done with it. */
    public DatasetInput read() throws IOException {
        List<String> warnings = new ArrayList<>();
        Dataset raw = unprepared(warnings::add);
        return new DatasetInput(
                prepared(raw), location, rule(raw), scaling.over(raw), DatasetInput.inputs(raw, location), warnings);
    }

    /** The same split and scaled. */
    public Dataset prepared(Dataset raw) throws IOException {
        Dataset scaled = scaling.applyTo(raw);
        String rule = rule(raw);
        if (links) {
            if (!(scaled instanceof NodeDataset nodes) || nodes.graphs().several()) {
                throw new IllegalArgumentException("--task links is of one graph; " + location + " has many");
            }
            return SplitFile.applied(rule, LinkDataset.of(nodes), seed);
        }
        return split.isEmpty() && rule.equals(GIVEN) ? scaled : SplitFile.applied(rule, scaled, seed);
    }

    private String rule(Dataset raw) {
        if (!split.isEmpty()) {
            return split;
        }
        if (links) {
            return LINKS;
        }
        return raw.splits().isEmpty() ? FALLBACK : GIVEN;
    }

    /**
     * The dataset as it is read or made.
     *
     * @param warnings gets what of it is not taken
     */
    Dataset unprepared(Consumer<String> warnings) throws IOException {
        Dataset whole = made(warnings);
        return reading.largestComponent() ? LargestComponents.of(whole, warnings) : whole;
    }

    private Dataset made(Consumer<String> warnings) throws IOException {
        if (SyntheticTask.recognises(location)) {
            return SyntheticTask.parse(location).generate(seed);
        }
        Optional<LabelledGraph> labelled = LabelledGraph.parse(location);
        if (labelled.isPresent() && Datasets.format(Path.of(location)).isEmpty()) {
            return labelled.get().load(reading.parallel(), warnings);
        }
        if (links && Datasets.format(Path.of(location)).isEmpty()) {
            return LabelledGraph.unlabelled(location, reading.parallel(), warnings);
        }
        Dataset read = Datasets.read(Path.of(location), reading.parallel(), warnings);
        read.provenance().steps().forEach(warnings);
        return read;
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
        Question asked = question.with("dataset", location)
                .with("split", split.isEmpty() ? "auto" : split)
                .with("features", name(scaling));
        Question task = links ? asked.with("task", "links") : asked;
        return reading.addTo(task).with("seed", seed);
    }

    /** As it is written on the command line. */
    static String name(FeatureScaling scaling) {
        return scaling.name().toLowerCase(Locale.ROOT);
    }
}
