package org.seprank.study.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.FeatureScaling;
import org.seprank.gnn.Decay;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.Precision;
import org.seprank.gnn.layer.Readout;
import org.seprank.gnn.training.Schedule;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.Panels;
import org.seprank.report.chart.ScatterChart;
import org.seprank.report.number.Numbers;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Question;
import org.seprank.study.input.DatasetSource;
import org.seprank.study.interaction.AcrossPartitions;
import org.seprank.study.interaction.InteractionCost;
import org.seprank.study.interaction.InteractionProbe;
import org.seprank.study.interaction.InteractionQuestion;
import org.seprank.study.interaction.RankCorrelation;
import org.seprank.study.train.NetworkDesign;
import org.seprank.study.train.TrainingPlan;

/**
 * Does a trained network model more interaction across partitions of larger walk index? The theorems bound what product
 * aggregation can model (arXiv 2211.16494, Theorem 1); here the entanglement entropy of trained networks of several
 * kinds is measured on random partitions of growing boundary. The claim holds for a network where Spearman's
 * coefficient of its entropy is above 0 with its 95 % interval; networks without a coefficient are not judged. Each
 * network is a cell.
 */
public final class InteractionVsWalkIndex implements Experiment {
    private static final List<NetworkKind> KINDS =
            List.of(NetworkKind.GCN, NetworkKind.GAT, NetworkKind.GIN, NetworkKind.SAGE, NetworkKind.PRODUCT);
    private static final int DEPTH = 3;

    /** Deeper product networks are polynomials of a degree at which single samples outweigh all others. */
    private static final int PRODUCT_DEPTH = 2;

    private static final String DIVERGED = "diverged";

    @Override
    public String name() {
        return "interaction-vs-walk-index";
    }

    @Override
    public String claim() {
        return "trained networks model more interaction across partitions of larger walk index";
    }

    @Override
    public Design design(Options options) throws IOException {
        List<Measured> cells = new ArrayList<>();
        List<Block.Input> inputs = new ArrayList<>();
        for (Case one : cases(options)) { // all are read before hours of work
            Dataset dataset = new DatasetSource(one.location(), "", FeatureScaling.AUTO, options.seed()).load();
            Block.Input input = new Block.Input("dataset", one.location(), dataset.contentHash());
            inputs.add(input);
            KINDS.forEach(kind -> cells.add(new Measured(one, kind, dataset, input.sha256(), options)));
        }
        return new Networks(cells, inputs);
    }

    /**
     * A dataset and how networks are trained on it.
     *
     * @param name for tables
     * @param location of the dataset
     * @param epochs of training
     * @param width of hidden layers
     * @param rate the learning rate
     */
    private record Case(String name, String location, int epochs, int width, double rate) {}

    private static List<Case> cases(Options options) {
        Scale scale = options.scale();
        if (!options.data().isEmpty()) {
            return List.of(new Case(options.data(), options.data(), scale.of(3, 100, 200), scale.of(4, 16, 64), 0.01));
        }
        String images = "synthetic:same-class,train=" + scale.of(40, 1000, 10_000) + ",test=200,arrangement=";
        int epochs = scale.of(2, 15, 50);
        return List.of(
                new Case("two cliques, low walk index", images + "low", epochs, scale.of(4, 16, 64), 0.005),
                new Case("two cliques, high walk index", images + "high", epochs, scale.of(4, 16, 64), 0.005),
                new Case("karate", "graphs/karate.graphml#faction", scale.of(3, 100, 200), scale.of(4, 16, 64), 0.01));
    }

    /** A network, trained and measured. */
    private record Measured(Case where, NetworkKind kind, Dataset dataset, String sha256, Options options)
            implements Cell {
        private int depth() {
            return kind == NetworkKind.PRODUCT ? PRODUCT_DEPTH : DEPTH;
        }

        private int samples() {
            return options.scale().of(8, 64, 256);
        }

        private int partitions() {
            return options.scale().of(6, 40, 100);
        }

        @Override
        public Question question() {
            return Question.of("interaction-vs-walk-index")
                    .with("dataset_sha256", sha256)
                    .with("model", kind.id())
                    .with("depth", depth())
                    .with("width", where.width())
                    .with("epochs", where.epochs())
                    .with("learning_rate", where.rate())
                    .with("samples", samples())
                    .with("partitions", partitions())
                    .with("seed", options.seed());
        }

        @Override
        public List<Block> answer(Context context) throws IOException {
            try {
                Network network = plan().trained(dataset, 0, context.progress());
                InteractionProbe probe =
                        InteractionProbe.of(dataset, 0, asked(), options.seed()).withThreads(context.threads());
                AcrossPartitions across = AcrossPartitions.measure(probe, network, partitions(), context.progress());
                if (context.progress().cancelled()) {
                    throw new CancellationException("interrupted while it was measured");
                }
                return List.of(MeasuredPartitions.of(across).block());
            } catch (DivergedException e) {
                return List.of(Facts.of(NUMBERS, "Network").add(DIVERGED, String.valueOf(e.getMessage())));
            }
        }

        @Override
        public Optional<Estimate> estimate(Context context) {
            InteractionCost cost =
                    new InteractionCost(dataset, plan().network().over(dataset), samples(), context.threads());
            return Optional.of(Estimate.under()
                    .add(
                            "networks, trained and measured",
                            cost.training(where.epochs()) + partitions() * cost.grid(),
                            cost.bytes()));
        }

        private TrainingPlan plan() {
            TrainingOptions how = new TrainingOptions(
                    where.epochs(),
                    new Optimizer.Adam(where.rate(), 5e-4, Decay.FIRST),
                    new Schedule.Constant(),
                    new TrainingOptions.Stopping(null, 0, 0, true),
                    64);
            GnnSpec spec = kind.usual(depth(), where.width(), false, options.seed())
                    .withPrecision(kind == NetworkKind.PRODUCT ? Precision.DOUBLE : Precision.FLOAT);
            return new TrainingPlan(new NetworkDesign(kind, spec, Readout.MEAN), how, 1);
        }

        private InteractionQuestion asked() {
            return new InteractionQuestion(
                    "", InteractionQuestion.Kind.LOGIT, -1, InteractionQuestion.Source.PERMUTED, samples(), 0);
        }
    }

    /** All networks. */
    private record Networks(List<Measured> cells, List<Block.Input> inputs) implements Design {
        @Override
        public List<Measured> plan(Answers finished) {
            return cells;
        }

        @Override
        public Findings collect(Answers finished) {
            Tables tables = new Tables();
            tables.blocks.add(new Block.Note(
                    "Networks have depth " + DEPTH + ", product networks " + PRODUCT_DEPTH + " in double precision."));
            cells.stream().map(Measured::where).distinct().forEach(where -> {
                List<Measured> some = cells.stream()
                        .filter(cell -> cell.where().equals(where))
                        .toList();
                tables.add(where, some, finished);
            });
            return tables.findings();
        }
    }

    /** What is collected, dataset by dataset. */
    private static final class Tables {
        private final List<Findings.Statement> claims = new ArrayList<>();
        private final List<Block> blocks = new ArrayList<>();
        private final List<Line> correlations = new ArrayList<>();

        private record Line(String dataset, String network, RankCorrelation correlation) {}

        void add(Case where, List<Measured> cells, Answers finished) {
            List<ScatterChart> entropies = new ArrayList<>();
            List<ScatterChart> energies = new ArrayList<>();
            for (Measured cell : cells) {
                finished.of(cell.question()).ifPresent(one -> {
                    String message =
                            one.answer().path(Cell.NUMBERS).path(DIVERGED).asText();
                    if (!message.isEmpty()) {
                        blocks.add(
                                new Block.Note(where.name() + ", " + cell.kind().id() + ": " + message));
                        return;
                    }
                    MeasuredPartitions across = MeasuredPartitions.of(one);
                    String kind = cell.kind().id();
                    RankCorrelation entropy = correlate(cell, "entropy", MeasuredPartitions.Row::entropy, across);
                    RankCorrelation energy =
                            correlate(cell, "interaction energy", MeasuredPartitions.Row::energy, across);
                    judge(cell, entropy);
                    entropies.add(panel(kind, entropy, "nats", across.points(MeasuredPartitions.Row::entropy)));
                    energies.add(panel(kind, energy, "", across.points(MeasuredPartitions.Row::energy)));
                });
            }
            chart(where, "entropy", entropies).ifPresent(blocks::add);
            chart(where, "interaction energy", energies).ifPresent(blocks::add);
        }

        private RankCorrelation correlate(
                Measured cell,
                String measure,
                ToDoubleFunction<MeasuredPartitions.Row> measured,
                MeasuredPartitions across) {
            RankCorrelation correlation =
                    across.correlation(measure, measured, cell.options().seed());
            correlations.add(new Line(cell.where().name(), cell.kind().id(), correlation));
            return correlation;
        }

        private void judge(Measured cell, RankCorrelation correlation) {
            double coefficient = correlation.coefficient().asDouble();
            if (!Double.isNaN(coefficient)) {
                claims.add(new Findings.Statement(
                        "on " + cell.where().name() + ", the entropy of "
                                + cell.kind().id() + " rises with the walk index",
                        coefficient == 1 || correlation.from().asDouble() > 0));
            }
        }

        Findings findings() {
            blocks.add(Table.of(
                    "correlation",
                    "Spearman correlation with ln walk index (95 %, permutation p-value)",
                    Line.class,
                    correlations));
            return new Findings(claims, blocks);
        }
    }

    /** A panel a network; none where none was measured. */
    private static Optional<Block> chart(Case one, String measure, List<ScatterChart> panels) {
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        String title = "Measured " + measure + " against walk index: " + one.name();
        String key = (measure + "-" + one.name()).replaceAll("[^A-Za-z0-9]+", "-");
        return Optional.of(new Block.Figure(key, title, Panels.ofPoints(title, panels)));
    }

    private static ScatterChart panel(
            String network, RankCorrelation correlation, String unit, List<ScatterChart.Point> points) {
        double rho = correlation.coefficient().asDouble();
        String title = network + (Double.isNaN(rho) ? "" : ", Spearman " + Numbers.brief(rho));
        return ScatterChart.of(
                title,
                Axis.linear("ln walk index").withUnit("nats"),
                Axis.linear(correlation.measure()).withUnit(unit),
                List.of(new ScatterChart.Group(network, points)));
    }
}
