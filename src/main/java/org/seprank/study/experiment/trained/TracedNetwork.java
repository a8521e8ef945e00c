package org.seprank.study.experiment.trained;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.Precision;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.probe.FeatureSamples;
import org.seprank.gnn.probe.GridProbe;
import org.seprank.gnn.probe.Scalar;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Schedule;
import org.seprank.gnn.training.Task;
import org.seprank.gnn.training.Trainer;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.interaction.InteractionGrid;
import org.seprank.separation.interaction.InteractionMeasures;
import org.seprank.separation.interaction.Tolerance;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Question;
import org.seprank.study.experiment.Cell;
import org.seprank.study.interaction.InteractionCost;

/**
 * A product network that is trained, in double precision, and looked at on the way: the rank of the grid of its margin
 * at the target over samples of normal features, across every partition.
 *
 * @param task what it is trained on
 * @param how long it is trained and how finely it is looked at
 */
record TracedNetwork(TracedTask task, How how) implements Cell {
    static final String CEILINGS = "ceilings";
    static final String TRACES = "traces";

    /** Rounding errors of products of many factors are some ulps of 1, where what is left may be small. */
    private static final Tolerance TOLERANCE = new Tolerance(0x1p-44);

    private static final long COLUMNS = 0x5EEDC01L; // keeps the samples of the two sides apart
    private static final int DOUBLINGS = 20;

    /**
     * How long it is trained and how finely it is looked at.
     *
     * @param epochs of training
     * @param rate the learning rate
     * @param samples of either side
     * @param seed of the network and of samples
     */
    record How(int epochs, double rate, int samples, long seed) {
        TrainingOptions options() {
            return new TrainingOptions(
                    epochs,
                    new Optimizer.Adam(rate, 0),
                    new Schedule.Constant(),
                    new TrainingOptions.Stopping(Metric.ACCURACY, 0, 0, false),
                    1);
        }
    }

    @Override
    public Question question() {
        return Question.of("trained-rank")
                .with("network", task.name())
                .with("dataset_sha256", task.dataset().contentHash())
                .with("target", task.target())
                .with("depth", task.depth())
                .with("width", task.width())
                .with("epochs", how.epochs())
                .with("learning_rate", how.rate())
                .with("samples", how.samples())
                .with("seed", how.seed());
    }

    private GnnSpec spec() {
        return NetworkKind.PRODUCT
                .usual(task.depth(), task.width(), false, how.seed())
                .withPrecision(Precision.DOUBLE);
    }

    @Override
    public Optional<Estimate> estimate(Context context) {
        InteractionCost cost = new InteractionCost(task.dataset(), spec(), how.samples(), 1);
        double grids = (double) DOUBLINGS * task.partitions().size() * cost.grid();
        return Optional.of(Estimate.under()
                .add("networks, trained and measured", cost.training(how.epochs()) + grids, cost.bytes()));
    }

    @Override
    public List<Block> answer(Context context) throws IOException {
        List<Ceiling> ceilings = new ArrayList<>();
        SeparationAnalysis.Options certifying =
                SeparationAnalysis.Options.certifying(CertifiedRank.Options.withSeed(how.seed()));
        for (Partition partition : task.partitions()) {
            SeparationAnalysis known = SeparationAnalysis.of(
                    task.problem(partition), certifying, context.progress().silent());
            ceilings.add(Ceiling.of(task, partition, known));
        }
        return List.of(
                Table.of(CEILINGS, "What is known beforehand", Ceiling.class, ceilings),
                Table.of(TRACES, "What was measured", Trace.class, traces(context)));
    }

    private List<Trace> traces(Context context) throws IOException {
        Task learned = Task.of(task.dataset(), task.dataset().splits().get(0));
        TrainingOptions options = how.options();
        Network network = Network.of(spec().fittedTo(learned.shape()), options.optimizer());
        List<Trace> traces = new ArrayList<>(measured(network, new Trace.When(task.name(), 0, Double.NaN)));
        boolean complete = Trainer.of(network, learned, options)
                .run(context.progress().silent(), epoch -> {
                    if (isLookedAt(epoch.number())) {
                        traces.addAll(measured(network, new Trace.When(task.name(), epoch.number(), epoch.train())));
                    }
                })
                .complete();
        if (!complete || context.progress().cancelled()) {
            throw new CancellationException("interrupted in training");
        }
        return traces;
    }

    /** Epochs 1, 2, 5, 10, 20, 50, .. and the last. */
    private boolean isLookedAt(int epoch) {
        int power = 1;
        while (epoch >= 10 * power) {
            power *= 10;
        }
        return epoch == how.epochs() || epoch == power || epoch == 2 * power || epoch == 5 * power;
    }

    private List<Trace> measured(Network network, Trace.When when) {
        GraphBatch batch = GraphBatch.of(task.graph(), task.normal());
        FeatureSamples rows = FeatureSamples.gaussian(batch.features(), how.samples(), how.seed());
        FeatureSamples columns = FeatureSamples.gaussian(batch.features(), how.samples(), how.seed() ^ COLUMNS);
        Scalar margin = new Scalar.Margin(new Scalar.AtVertex(task.target()), 1);
        GridProbe probe = GridProbe.of(network, batch);
        return task.partitions().stream()
                .map(partition -> {
                    double[][] grid = probe.grid(partition.vertices(), margin, rows, columns);
                    InteractionMeasures measures = InteractionMeasures.of(InteractionGrid.of(grid), TOLERANCE);
                    return Trace.of(when, partition.name(), measures, how.samples());
                })
                .collect(Collectors.toList());
    }
}
