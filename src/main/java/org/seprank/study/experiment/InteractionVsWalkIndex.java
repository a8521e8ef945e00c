package org.seprank.study.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Schedule;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.ScatterChart;
import org.seprank.study.Outcome;
import org.seprank.study.input.DatasetSource;
import org.seprank.study.interaction.AcrossPartitions;
import org.seprank.study.interaction.InteractionProbe;
import org.seprank.study.interaction.InteractionQuestion;
import org.seprank.study.train.NetworkDesign;
import org.seprank.study.train.TrainingPlan;
import org.seprank.work.Progress;

/**
 * Does a trained network model more interaction across partitions of larger walk index? The theorems bound what product
 * aggregation can model (arXiv 2211.16494, Theorem 1); here the entanglement entropy of trained networks of several
 * kinds is measured on random partitions of growing boundary.
 */
public final class InteractionVsWalkIndex implements Reproduction {
    private static final List<NetworkKind> KINDS =
            List.of(NetworkKind.GCN, NetworkKind.GAT, NetworkKind.GIN, NetworkKind.SAGE, NetworkKind.PRODUCT);
    private static final int DEPTH = 3;

    /** Outputs of product networks are products of powers of the degrees: deeper ones vanish or overflow. */
    private static final int PRODUCT_DEPTH = 2;

    @Override
    public String name() {
        return "interaction-vs-walk-index";
    }

    @Override
    public String claim() {
        return "trained networks model more interaction across partitions of larger walk index";
    }

    @Override
    public Outcome run(Setting setting, Progress progress) throws IOException {
        List<Case> cases = cases(setting);
        Document.Builder document = Document.of("experiment")
                .note("Claim: " + claim() + ". Networks have depth " + DEPTH + ", product networks " + PRODUCT_DEPTH
                        + " in double precision.");
        progress.start("networks", (long) cases.size() * KINDS.size());
        List<List<Value>> correlations = new ArrayList<>();
        int done = 0;
        Map<Case, Dataset> datasets = new LinkedHashMap<>();
        for (Case one : cases) { // all before hours of work
            datasets.put(one, new DatasetSource(one.location(), "", FeatureScaling.AUTO, setting.seed()).load());
        }
        for (Map.Entry<Case, Dataset> entry : datasets.entrySet()) {
            Case one = entry.getKey();
            Dataset dataset = entry.getValue();
            List<ScatterChart.Group> entropies = new ArrayList<>();
            List<ScatterChart.Group> energies = new ArrayList<>();
            for (NetworkKind kind : KINDS) {
                try {
                    MeasuredPartitions across = measured(one, kind, dataset, setting);
                    entropies.add(new ScatterChart.Group(kind.id(), across.points(MeasuredPartitions.Row::entropy)));
                    energies.add(new ScatterChart.Group(kind.id(), across.points(MeasuredPartitions.Row::energy)));
                    correlations.add(row(one, kind, "entropy", MeasuredPartitions.Row::entropy, across, setting));
                    correlations.add(
                            row(one, kind, "interaction energy", MeasuredPartitions.Row::energy, across, setting));
                } catch (DivergedException e) {
                    document.note(one.name() + ", " + kind.id() + ": " + e.getMessage());
                }
                progress.advanceTo(++done);
                if (progress.cancelled()) {
                    return Outcome.of(document.build(), false);
                }
            }
            document.add(chart(one, "entropy", "nats", entropies));
            document.add(chart(one, "interaction energy", "", energies));
        }
        return Outcome.of(document.add(table(correlations)).build(), true);
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

    private static List<Case> cases(Setting setting) {
        Scale scale = setting.scale();
        if (!setting.data().isEmpty()) {
            return List.of(new Case(setting.data(), setting.data(), scale.of(3, 100, 200), scale.of(4, 16, 64), 0.01));
        }
        String images = "synthetic:same-class,train=" + scale.of(40, 1000, 10_000) + ",test=200,arrangement=";
        int epochs = scale.of(2, 15, 50);
        return List.of(
                new Case("two cliques, low walk index", images + "low", epochs, scale.of(4, 16, 64), 0.005),
                new Case("two cliques, high walk index", images + "high", epochs, scale.of(4, 16, 64), 0.005),
                new Case("karate", "graphs/karate.graphml#faction", scale.of(3, 100, 200), scale.of(4, 16, 64), 0.01));
    }

    /** One cell: a network, trained and measured. */
    private static MeasuredPartitions measured(Case one, NetworkKind kind, Dataset dataset, Setting setting)
            throws IOException {
        return MeasuredPartitions.of(setting.cells().of(one.name() + ", " + kind.id(), () -> {
            Network network = plan(one, kind, setting).trained(dataset, 0, Progress.none());
            InteractionProbe probe = InteractionProbe.of(dataset, 0, asked(setting), setting.seed())
                    .withThreads(setting.threads());
            int partitions = setting.scale().of(6, 40, 100);
            return MeasuredPartitions.of(AcrossPartitions.measure(probe, network, partitions, Progress.none()))
                    .values();
        }));
    }

    private static TrainingPlan plan(Case one, NetworkKind kind, Setting setting) {
        TrainingOptions options = new TrainingOptions(
                one.epochs(),
                new Optimizer.Adam(one.rate(), 5e-4, Decay.FIRST),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(Metric.ACCURACY, 0, 0, true),
                64);
        boolean product = kind == NetworkKind.PRODUCT;
        GnnSpec spec = kind.usual(product ? PRODUCT_DEPTH : DEPTH, one.width(), false, setting.seed())
                .withPrecision(product ? Precision.DOUBLE : Precision.FLOAT);
        return new TrainingPlan(new NetworkDesign(kind, spec, Readout.MEAN), options, 1);
    }

    private static InteractionQuestion asked(Setting setting) {
        int samples = setting.scale().of(8, 64, 256);
        return new InteractionQuestion(
                "", InteractionQuestion.Kind.LOGIT, -1, InteractionQuestion.Source.PERMUTED, samples, 0);
    }

    private static List<Value> row(
            Case one,
            NetworkKind kind,
            String measure,
            ToDoubleFunction<MeasuredPartitions.Row> measured,
            MeasuredPartitions across,
            Setting setting) {
        List<Value> row = new ArrayList<>(List.of(Value.of(one.name()), Value.of(kind.id())));
        row.addAll(across.correlation(measure, measured, setting.seed()));
        return row;
    }

    private static Block table(List<List<Value>> rows) {
        return new Table(
                "correlation",
                "Spearman correlation with ln walk index (95 %, permutation p-value)",
                List.of("dataset", "network", "measure", "coefficient", "from", "to", "p_value", "partitions"),
                rows);
    }

    private static Block chart(Case one, String measure, String unit, List<ScatterChart.Group> groups) {
        String title = "Measured " + measure + " against walk index: " + one.name();
        String key = (measure + "-" + one.name()).replaceAll("[^A-Za-z0-9]+", "-");
        return new Block.Figure(
                key,
                title,
                ScatterChart.of(
                        title,
                        Axis.linear("ln walk index").withUnit("nats"),
                        Axis.linear(measure).withUnit(unit),
                        groups));
    }
}
