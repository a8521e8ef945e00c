package org.seprank.study.experiment.cliques;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.image.ImageFolder;
import org.seprank.dataset.synthetic.SameClass;
import org.seprank.dataset.synthetic.SameClass.Arrangement;
import org.seprank.gnn.Decay;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.FittedSpec;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.training.GraphTask;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Schedule;
import org.seprank.gnn.training.Trainer;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.gnn.training.TrainingRun;
import org.seprank.study.Outcome;
import org.seprank.study.experiment.IndependentCells;
import org.seprank.study.experiment.Reproduction;
import org.seprank.study.experiment.Scale;
import org.seprank.work.Progress;

/**
 * Are two images of one class? (arXiv 2211.16494, section 5.1, Table 1.) Both are laid out over two cliques so that the
 * walk index of the partition into the images is low, or high; the same networks learn the same pairs. The theory says
 * that they model more interaction between the images where it is high, so they should fit and generalise better.
 * Networks of depth 3 and width 16, layer norm after each ReLU, mean readout; accuracy at the last epoch.
 */
public final class WalkIndexImportance implements Reproduction {
    static final int DEPTH = 3;
    private static final int WIDTH = 16;
    private static final int HEADS = 4;
    private static final List<NetworkKind> KINDS = List.of(NetworkKind.GCN, NetworkKind.GAT, NetworkKind.GIN);

    @Override
    public String name() {
        return "walk-index-importance";
    }

    @Override
    public String claim() {
        return "networks tell better whether two images are of one class where the partition into the images has a"
                + " larger walk index";
    }

    @Override
    public List<org.seprank.setting.Setting> settings(Scale scale) {
        return List.of(
                org.seprank.setting.Setting.choices(
                        "models",
                        "gcn,gat,gin",
                        KINDS.stream().map(NetworkKind::id).toList(),
                        "networks, of gcn, gat and gin"),
                whole("repetitions", scale.of(2, 5, 5), 1, 1000, "networks of each kind, with different first weights"),
                whole("train", scale.of(60, 2000, 10_000), 1, 500_000, "pairs to learn"),
                whole("test", scale.of(40, 1000, 2000), 1, 500_000, "pairs of other images"),
                whole("epochs", scale.of(2, 60, 10_000), 1, 1_000_000, "at most so many"),
                whole("patience", scale.of(1000, 1000, 1000), 0, 1_000_000, "epochs without better training accuracy"),
                whole("batch", scale.of(20, 100, 10_000), 1, 500_000, "pairs per step; published: all"),
                org.seprank.setting.Setting.text(
                        "images", "", "a folder of IDX files (MNIST, Fashion-MNIST); else generated shapes"));
    }

    private static org.seprank.setting.Setting whole(String name, int value, int from, int to, String meaning) {
        return org.seprank.setting.Setting.whole(name, Integer.toString(value), from, to, meaning);
    }

    /**
     * One training.
     *
     * @param kind of network
     * @param arrangement of the pieces of the images
     * @param repetition from 0 on
     */
    record Run(NetworkKind kind, Arrangement arrangement, int repetition) {
        String key() {
            return kind.id() + ", " + arrangement.name().toLowerCase(java.util.Locale.ROOT) + ", " + repetition;
        }
    }

    @Override
    public Outcome run(Setting setting, Progress progress) throws IOException {
        if (!setting.data().isEmpty()) {
            throw new IllegalArgumentException("walk-index-importance makes its own pairs; leave out --dataset "
                    + setting.data() + ", name images with --set images=FOLDER");
        }
        List<Run> runs = runs(kinds(setting), setting.own().integer("repetitions"));
        options(NetworkKind.GCN, setting); // wrong ones are found before pairs are drawn
        Map<Arrangement, GraphTask> tasks = new EnumMap<>(Arrangement.class);
        for (Arrangement arrangement : Arrangement.values()) {
            GraphDataset pairs = pairs(arrangement, setting).generate(setting.seed());
            tasks.put(arrangement, GraphTask.of(pairs, pairs.splits().get(0)));
        }
        IndependentCells work = new IndependentCells();
        for (Run run : runs) {
            GraphTask task = Objects.requireNonNull(tasks.get(run.arrangement()));
            work.add((sink, member) ->
                    sink.put(run.key(), setting.cells().of(run.key(), () -> trained(run, task, setting, member))));
        }
        Map<String, Map<String, Double>> cells = work.run(setting.threads(), runs.size(), progress);
        boolean complete = cells.size() == runs.size();
        return Outcome.of(new ImportanceReport(setting, kinds(setting), cells).document(claim()), complete);
    }

    @Override
    public String specification(Setting setting) throws IOException {
        String usual = Reproduction.super.specification(setting);
        return setting.own().text("images").isEmpty()
                ? usual
                : usual
                        + pairs(Arrangement.HIGH, setting)
                                .generate(setting.seed())
                                .contentHash();
    }

    private static List<NetworkKind> kinds(Setting setting) {
        return setting.own().words("models").stream().map(NetworkKind::named).toList();
    }

    /** Both arrangements of a network one after the other, so that an interrupted run has pairs. */
    private static List<Run> runs(List<NetworkKind> kinds, int repetitions) {
        List<Run> runs = new ArrayList<>();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            for (NetworkKind kind : kinds) {
                for (Arrangement arrangement : Arrangement.values()) {
                    runs.add(new Run(kind, arrangement, repetition));
                }
            }
        }
        return runs;
    }

    private static SameClass pairs(Arrangement arrangement, Setting setting) throws IOException {
        int train = setting.own().integer("train");
        int test = setting.own().integer("test");
        String images = setting.own().text("images");
        if (images.isEmpty()) {
            return new SameClass(arrangement, train, test, "", "");
        }
        ImageFolder folder = ImageFolder.find(Path.of(images));
        return new SameClass(
                arrangement,
                train,
                test,
                folder.train().toString(),
                folder.test().toString());
    }

    private static Map<String, Double> trained(Run run, GraphTask task, Setting setting, Progress progress)
            throws IOException {
        TrainingOptions options = options(run.kind(), setting);
        long seed = setting.seed() + run.repetition();
        FittedSpec spec = network(run.kind(), seed).fittedTo(task.shape());
        try {
            TrainingRun ended = Trainer.of(Network.of(spec, options.optimizer()), task, options)
                    .run(progress);
            if (!ended.complete()) {
                throw new CancellationException("interrupted in training");
            }
            return Map.of(
                    ImportanceReport.TRAIN,
                    task.measure(Metric.ACCURACY, ended.predictions(), Part.TRAIN),
                    ImportanceReport.TEST,
                    task.measure(Metric.ACCURACY, ended.predictions(), Part.TEST),
                    "epochs",
                    (double) ended.epochs().size());
        } catch (DivergedException diverged) { // one of many: the others count
            return Map.of(ImportanceReport.TRAIN, Double.NaN, ImportanceReport.TEST, Double.NaN);
        }
    }

    private static GnnSpec network(NetworkKind kind, long seed) {
        Aggregation aggregation = kind == NetworkKind.GIN
                ? new Aggregation.Gin(0, false)
                : kind.aggregation().withHeads(HEADS, 0);
        return kind.usual(DEPTH, WIDTH, true, seed)
                .withAggregation(aggregation)
                .withLayering(GnnSpec.Layering.thenLayerNorm(Activation.RELU));
    }

    private static TrainingOptions options(NetworkKind kind, Setting setting) {
        double rate = kind == NetworkKind.GIN ? 1e-2 : 5e-3;
        return new TrainingOptions(
                setting.own().integer("epochs"),
                new Optimizer.Adam(rate, 0, Decay.ALL),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(Metric.ACCURACY, setting.own().integer("patience"), 1e-4, false),
                setting.own().integer("batch"));
    }
}
