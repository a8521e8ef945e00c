package org.seprank.study.experiment.curves;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Schedule;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.rewire.Budget;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.Scale;
import org.seprank.study.input.DatasetSource;

/**
 * What is trained, and how: as in arXiv 2211.16494, appendix on experiments, where the scale allows. GCN, GIN and
 * others: layer, ReLU, layer norm, with a linear head; ResGCN: an encoder, softmax aggregation, batch norm, ReLU,
 * dropout 0.5, residual connections. Adam without mini-batches; the score is the test accuracy at the first epoch with
 * the best validation accuracy; of events their average precision, of numbers the coefficient of determination.
 *
 * @param methods that remove edges
 * @param models networks
 * @param budgets how many edges are removed
 * @param own the settings that these were read from
 * @param options of the experiment
 */
record CurveProtocol(
        List<RemovalMethod> methods,
        List<NetworkKind> models,
        List<Budget> budgets,
        Settings own,
        Experiment.Options options) {
    private static final double MIN_DELTA = 1e-4;
    private static final int MOST = 1_000_000;

    /** What can be set. */
    static List<Setting> settings(Scale scale) {
        boolean smoke = scale == Scale.SMOKE;
        boolean paper = scale == Scale.PAPER;
        return List.of(
                Setting.text(
                        "methods",
                        smoke ? "random,wis2" : "random,spectral,ugs,wis2,wis1",
                        "removal methods of 'seprank methods'; wisK is K-WIS"),
                Setting.choices(
                        "models", paper ? "gcn,gin,resgcn" : "gcn", NetworkKind.ids(), "networks of train --model"),
                Setting.text(
                        "budgets",
                        smoke ? "0%,50%,100%" : paper ? percents(5) : "0%,25%,50%,75%,90%,100%",
                        "edges removed, in per cent or counts"),
                Setting.whole("seeds", text(scale, 1, 3, 10), 1, MOST, "trainings per point"),
                Setting.whole("epochs", text(scale, 4, 3000, 10_000), 1, MOST, "the largest number per training"),
                Setting.whole(
                        "patience",
                        text(scale, 0, 500, 1000),
                        0,
                        MOST,
                        "epochs without a better validation; 0: no early stop"),
                Setting.whole("mask-epochs", text(scale, 2, 100, 200), 1, MOST, "per round of ugs"),
                Setting.text("split", "random:0.8/0.1/0.1", "of the vertices; of several every seed is run on each"));
    }

    private static String text(Scale scale, int smoke, int small, int paper) {
        return Integer.toString(scale.of(smoke, small, paper));
    }

    private static String percents(int step) {
        StringBuilder text = new StringBuilder("0%");
        for (int percent = step; percent <= 100; percent += step) {
            text.append(',').append(percent).append('%');
        }
        return text.toString();
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    static CurveProtocol of(Experiment.Options options) {
        Settings own = options.own();
        return new CurveProtocol(
                words(own, "methods").stream().map(RemovalMethod::named).toList(),
                own.words("models").stream().map(NetworkKind::named).toList(),
                words(own, "budgets").stream().map(Budget::parseRemoval).toList(),
                own,
                options);
    }

    private static List<String> words(Settings own, String key) {
        List<String> words =
                Arrays.stream(own.text(key).split(",", -1)).map(String::strip).toList();
        if (new LinkedHashSet<>(words).size() < words.size()) {
            throw new IllegalArgumentException(key + "=" + own.text(key) + " names something twice");
        }
        return words;
    }

    /** Where the dataset is: a stand-in of the size of Cora where none was named. */
    String location() {
        if (!options.data().isEmpty()) {
            return options.data();
        }
        return options.scale() == Scale.SMOKE
                ? "synthetic:csbm,n=80,classes=2,features=8,degree=4,homophily=0.8,signal=0.5"
                : "synthetic:csbm,n=2708,classes=7,features=64,degree=3.9,homophily=0.81,signal=0.25";
    }

    /** The dataset with its splits. */
    NodeDataset load() throws IOException {
        Dataset dataset = new DatasetSource(location(), own.text("split"), FeatureScaling.AUTO, options.seed()).load();
        if (dataset instanceof NodeDataset nodes) {
            check(nodes.splits());
            return nodes;
        }
        throw new IllegalArgumentException(location() + " is a set of graphs; edges are removed from one graph here");
    }

    private void check(List<Split> splits) {
        String rule = "split=" + own.text("split");
        if (splits.isEmpty()) {
            throw new IllegalArgumentException(rule + " makes no split");
        }
        for (Split.Part part : List.of(Split.Part.TRAIN, Split.Part.VALIDATION, Split.Part.TEST)) {
            if (splits.stream().anyMatch(split -> split.count(part) == 0)) {
                throw new IllegalArgumentException(
                        rule + " leaves no vertices for " + part.name().toLowerCase(Locale.ROOT) + "; give it a share");
            }
        }
    }

    /** Whether the last part of the dataset's path is that name, as in {@code planetoid/ind.cora.graph}. */
    boolean isNamed(String name) {
        String last = options.data().replaceFirst("^.*[/\\\\]", "").toLowerCase(Locale.ROOT);
        return last.matches("(ind\\.|ogbn-)?" + name + "(\\..*)?");
    }

    /** Whether networks have the depths and widths of the paper. */
    boolean isOfPublishedSize() {
        return options.scale() != Scale.SMOKE;
    }

    int seeds() {
        return own.integer("seeds");
    }

    int maskEpochs() {
        return own.integer("mask-epochs");
    }

    /** The seeds of the runs, shared by all methods. */
    List<Long> allSeeds() {
        List<Long> all = new ArrayList<>();
        for (int s = 0; s < seeds(); s++) {
            all.add(options.seed() + s);
        }
        return all;
    }

    /** The runs of a network, by split and by seed. */
    List<Curves.Run> runs(NetworkKind model, int splits) {
        List<Curves.Run> runs = new ArrayList<>();
        for (int split = 0; split < splits; split++) {
            for (long seed : allSeeds()) {
                runs.add(new Curves.Run(model, seed, split));
            }
        }
        return runs;
    }

    /** How many edges are removed from so many, ascending and without repetition. */
    List<Integer> counts(int edges) {
        return budgets.stream()
                .map(budget -> budget.removals(edges))
                .sorted()
                .distinct()
                .toList();
    }

    int depth(NetworkKind model) {
        Scale scale = options.scale();
        return model.residual() ? scale.of(3, 5, 10) : scale.of(2, 3, 3);
    }

    /** The network. */
    GnnSpec network(NetworkKind model, long seed) {
        Scale scale = options.scale();
        int width = model.residual() ? scale.of(8, 64, 128) : scale.of(8, 64, 64);
        GnnSpec.Layering layering = model.residual()
                ? GnnSpec.Layering.residual(model.activation())
                : GnnSpec.Layering.thenLayerNorm(model.activation());
        return GnnSpec.of(model.aggregation(), depth(model), width)
                .withLayering(layering)
                .withDropout(model.residual() ? new GnnSpec.Dropout(0, 0.5, 0) : GnnSpec.Dropout.none())
                .withPrediction(GnnSpec.Prediction.ofVertices(true))
                .withSeed(seed);
    }

    /** How it is trained: rates and decays are published for Cora, DBLP and OGBN-ArXiv; others take 1e-3 and 1e-4. */
    TrainingOptions training(NetworkKind model) {
        boolean gin = model == NetworkKind.GIN;
        boolean cora = isNamed("cora") || options.data().isEmpty();
        double rate = cora && !gin ? 5e-4 : 1e-3;
        double decay = cora ? 1e-3 : isNamed("arxiv") ? 0 : isNamed("dblp") && gin ? 1e-3 : 1e-4;
        return new TrainingOptions(
                own.integer("epochs"),
                new Optimizer.Adam(rate, decay),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(Metric.ACCURACY, own.integer("patience"), MIN_DELTA, false),
                1);
    }
}
