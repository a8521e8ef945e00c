package org.seprank.study.experiment.cliques;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
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
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.setting.Setting;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Question;
import org.seprank.study.experiment.Answers;
import org.seprank.study.experiment.Cell;
import org.seprank.study.experiment.Design;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.Findings;
import org.seprank.study.experiment.Scale;
import org.seprank.study.train.TrainingCost;

/**
 * Are two images of one class? (arXiv 2211.16494, section 5.1, Table 1.) Both are laid out over two cliques so that the
 * walk index of the partition into the images is low, or high; the same networks learn the same pairs. The theory says
 * that they model more interaction between the images where it is high, so they should fit and generalise better.
 * Networks of depth 3 and width 16, layer norm after each ReLU, mean readout; accuracy at the last epoch. Each network
 * is a cell.
 */
public final class WalkIndexImportance implements Experiment {
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
    public List<Setting> settings(Scale scale) {
        return List.of(
                Setting.choices(
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
                Setting.text("images", "", "a folder of IDX files (MNIST, Fashion-MNIST); else generated shapes"));
    }

    private static Setting whole(String name, int value, int from, int to, String meaning) {
        return Setting.whole(name, Integer.toString(value), from, to, meaning);
    }

    /**
     * One training.
     *
     * @param kind of network
     * @param arrangement of the pieces of the images
     * @param repetition from 0 on
     */
    record Run(NetworkKind kind, Arrangement arrangement, int repetition) {
        String walkIndex() {
            return (arrangement == Arrangement.HIGH ? "high" : "low") + " walk index";
        }
    }

    @Override
    public Design design(Options options) throws IOException {
        options.refuseData(name() + " makes its own pairs", ", name images with --set images=FOLDER");
        List<NetworkKind> kinds = kinds(options);
        List<Run> runs = runs(kinds, options.own().integer("repetitions"));
        training(NetworkKind.GCN, options); // wrong ones are found before pairs are drawn
        Map<Arrangement, Pairs> pairs = new EnumMap<>(Arrangement.class);
        for (Arrangement arrangement : Arrangement.values()) {
            GraphDataset drawn = pairs(arrangement, options).generate(options.seed());
            pairs.put(
                    arrangement,
                    new Pairs(drawn, GraphTask.of(drawn, drawn.splits().get(0)), drawn.contentHash()));
        }
        List<Trained> cells = runs.stream()
                .map(run -> new Trained(run, Objects.requireNonNull(pairs.get(run.arrangement())), options))
                .toList();
        return new Networks(cells, kinds, options);
    }

    /** Pairs of images as graphs. */
    private record Pairs(GraphDataset drawn, GraphTask task, String sha256) {}

    /** All networks. */
    private record Networks(List<Trained> cells, List<NetworkKind> kinds, Options options) implements Design {
        @Override
        public List<Block.Input> inputs() {
            String images = options.own().text("images");
            String location = images.isEmpty() ? "generated pairs" : images;
            return cells.stream()
                    .map(cell -> new Block.Input(
                            "dataset",
                            location + ", " + cell.run().walkIndex(),
                            cell.pairs().sha256()))
                    .distinct()
                    .toList();
        }

        @Override
        public List<Trained> plan(Answers finished) {
            return cells;
        }

        @Override
        public Findings collect(Answers finished) {
            Map<Run, Question> questions = cells.stream().collect(Collectors.toMap(Trained::run, Trained::question));
            return new ImportanceReport(
                            options,
                            kinds,
                            (run, part) -> finished.number(Objects.requireNonNull(questions.get(run)), part))
                    .findings();
        }
    }

    private static List<NetworkKind> kinds(Options options) {
        return options.own().words("models").stream().map(NetworkKind::named).toList();
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

    private static SameClass pairs(Arrangement arrangement, Options options) throws IOException {
        int train = options.own().integer("train");
        int test = options.own().integer("test");
        String images = options.own().text("images");
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

    /** A network, trained on pairs. */
    private record Trained(Run run, Pairs pairs, Options options) implements Cell {
        private long seed() {
            return options.seed() + run.repetition();
        }

        @Override
        public Question question() {
            TrainingOptions how = training(run.kind(), options);
            return Question.of("walk-index-importance")
                    .with("pairs_sha256", pairs.sha256())
                    .with("model", run.kind().id())
                    .with("epochs", how.epochs())
                    .with("patience", how.stopping().patience())
                    .with("batch", how.batchSize())
                    .with("seed", seed());
        }

        @Override
        public List<Block> answer(Context context) throws IOException {
            TrainingOptions how = training(run.kind(), options);
            FittedSpec spec = network(run.kind(), seed()).fittedTo(pairs.task().shape());
            Facts facts = Facts.of(NUMBERS, "Training");
            try {
                TrainingRun ended = Trainer.of(Network.of(spec, how.optimizer()), pairs.task(), how)
                        .run(context.progress());
                if (!ended.complete()) {
                    throw new CancellationException("interrupted in training");
                }
                return List.of(facts.add("diverged", false)
                        .add(ImportanceReport.TRAIN, accuracy(ended, Part.TRAIN))
                        .add(ImportanceReport.TEST, accuracy(ended, Part.TEST))
                        .add("epochs", ended.epochs().size()));
            } catch (DivergedException diverged) { // one of many: the others count
                return List.of(facts.add("diverged", true));
            }
        }

        @Override
        public Optional<Estimate> estimate(Context context) {
            GnnSpec spec = network(run.kind(), seed());
            TrainingCost cost = new TrainingCost(pairs.drawn());
            return Optional.of(Estimate.under()
                    .add(
                            "trainings of " + run.kind().id(),
                            cost.seconds(spec, training(run.kind(), options).epochs()),
                            cost.bytes(spec)));
        }

        private double accuracy(TrainingRun ended, Part part) {
            return pairs.task().measure(Metric.ACCURACY, ended.predictions(), part);
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

    private static TrainingOptions training(NetworkKind kind, Options options) {
        double rate = kind == NetworkKind.GIN ? 1e-2 : 5e-3;
        return new TrainingOptions(
                options.own().integer("epochs"),
                new Optimizer.Adam(rate, 0, Decay.ALL),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(Metric.ACCURACY, options.own().integer("patience"), 1e-4, false),
                options.own().integer("batch"));
    }
}
