package org.seprank.lab.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.seprank.dataset.Split.Part;
import org.seprank.gnn.FittedSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.WeightMatrices;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Schedule;
import org.seprank.gnn.training.Trainer;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.gnn.training.TrainingRun;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.report.chart.Axis;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/** One kind of network trained in every {@link Variant}, without weight decay, to the last epoch. */
final class ModelRuns {
    private static final int BATCH = 128; // graphs per step

    private final NetworkKind kind;
    private final String model;
    private final Problem problem;
    private final Settings settings;
    private final List<RankCurves> curves = new ArrayList<>();
    private final List<Panel> spectra = new ArrayList<>();
    private Figures figures = Figures.none();

    ModelRuns(NetworkKind kind, Problem problem, Settings settings) {
        this.kind = kind;
        this.model = kind.id();
        this.problem = problem;
        this.settings = settings;
    }

    static String accuracy(String model, String variant) {
        return model + ", " + variant + ": test accuracy";
    }

    static String rank(String model, String variant) {
        return model + ", " + variant + ": mean effective rank";
    }

    /** The share of the mean effective rank that is left after training. */
    static String kept(String model, String variant) {
        return model + ", " + variant + ": effective rank / that at the start";
    }

    LabResult run(long seed, Progress progress) {
        double plain = Double.NaN;
        for (Variant variant : Variant.unpenalized(settings)) {
            if (!progress.cancelled()) {
                Trained trained = train(variant, seed, progress);
                plain = curves.isEmpty() ? trained.validation() : plain;
                add(trained);
            }
        }
        Trained chosen = null;
        for (Variant variant : Variant.penalized(settings)) {
            boolean good = chosen != null && !(chosen.validation() < plain - LayerRankLab.COMPARABLE);
            if (!good && !progress.cancelled()) {
                chosen = train(variant, seed, progress);
            }
        }
        if (chosen != null) {
            figures = figures.and(
                    model + ", " + Variant.PENALTY + ": factor",
                    chosen.variant().weights().rankPenalty());
            add(chosen);
        }
        return new LabResult(panels(), figures);
    }

    /** The effective rank of every layer, then singular values of one. */
    private List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        for (String layer : curves.get(0).layers()) {
            List<Curve> ofLayer =
                    curves.stream().map(one -> one.effectiveRank(layer)).toList();
            panels.add(Panel.of(
                    model + "-" + layer,
                    "Effective rank of " + layer + " of " + model,
                    Axis.linear("epoch"),
                    Axis.linear("effective rank"),
                    ofLayer));
        }
        panels.addAll(spectra);
        return panels;
    }

    /**
     * A trained network.
     *
     * @param validation its accuracy on the validation part, NaN where there is none
     */
    private record Trained(Variant variant, RankCurves ranks, TrainingRun run, double validation) {}

    private Trained train(Variant variant, long seed, Progress progress) {
        TrainingOptions options = options();
        Network network = Network.of(spec(variant, seed), options.optimizer());
        RankCurves ranks = new RankCurves(WeightMatrices.of(network), variant.name(), settings.integer("values"));
        int every = settings.integer("every");
        ranks.record(0);
        TrainingRun run = trained(network, options, progress, epoch -> {
            if (epoch % every == 0 || epoch == options.epochs()) {
                ranks.record(epoch);
            }
        });
        return new Trained(
                variant, ranks, run, problem.task().measure(Metric.ACCURACY, run.predictions(), Part.VALIDATION));
    }

    private void add(Trained trained) {
        RankCurves ranks = trained.ranks();
        String variant = trained.variant().name();
        curves.add(ranks);
        spectra.add(Panel.of(
                model + "-" + variant.replace(' ', '-') + "-values",
                "Largest singular values of " + followed(ranks) + " of " + model + ", " + variant,
                Axis.linear("epoch"),
                Axis.linear("singular value"),
                ranks.singularValues(followed(ranks))));
        measure(variant, ranks, trained.run());
    }

    private TrainingRun trained(Network network, TrainingOptions options, Progress progress, IntConsumer afterEpoch) {
        try {
            return Trainer.of(network, problem.task(), options)
                    .run(progress, epoch -> afterEpoch.accept(epoch.number()));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written
        }
    }

    private void measure(String variant, RankCurves ranks, TrainingRun run) {
        String prefix = model + ", " + variant + ": ";
        figures = figures.and(
                        accuracy(model, variant), problem.task().measure(Metric.ACCURACY, run.predictions(), Part.TEST))
                .and(
                        prefix + "training accuracy",
                        problem.task().measure(Metric.ACCURACY, run.predictions(), Part.TRAIN))
                .and(rank(model, variant), ranks.mean())
                .and(kept(model, variant), ranks.mean() / ranks.meanAtTheStart());
        for (String layer : ranks.layers()) {
            Curve curve = ranks.effectiveRank(layer);
            figures = figures.and(prefix + "effective rank of " + layer + " at the start", curve.y(0))
                    .and(prefix + "effective rank of " + layer, curve.y(curve.size() - 1));
        }
    }

    private String followed(RankCurves ranks) {
        return settings.word("layer", ranks.layers());
    }

    private FittedSpec spec(Variant variant, long seed) {
        return kind.usual(settings.integer("depth"), settings.integer("width"), false, seed)
                .withPrediction(problem.prediction())
                .withWeights(variant.weights())
                .fittedTo(problem.task().shape());
    }

    private TrainingOptions options() {
        return new TrainingOptions(
                settings.integer("epochs"),
                new Optimizer.Adam(settings.real("rate"), 0),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(Metric.ACCURACY, 0, 0, false),
                BATCH);
    }
}
