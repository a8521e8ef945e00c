package org.seprank.study.experiment.interaction;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.seprank.dataset.Dataset;
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
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Question;
import org.seprank.study.engine.Finished;
import org.seprank.study.experiment.Cell;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.interaction.AcrossPartitions;
import org.seprank.study.interaction.InteractionCost;
import org.seprank.study.interaction.InteractionProbe;
import org.seprank.study.interaction.InteractionQuestion;
import org.seprank.study.train.NetworkDesign;
import org.seprank.study.train.TrainingPlan;

/**
 * A network, trained and measured.
 *
 * @param where the dataset and how networks are trained on it
 * @param kind of network
 * @param number of those of its kind, from 0
 * @param dataset that was read
 * @param sha256 its content hash
 * @param options of the experiment
 */
record InteractionCell(
        InteractionVsWalkIndex.Case where,
        NetworkKind kind,
        int number,
        Dataset dataset,
        String sha256,
        Experiment.Options options)
        implements Cell {
    /** Of all but product networks. */
    static final int DEPTH = 3;

    /** Deeper product networks are polynomials of a degree at which single samples outweigh all others. */
    static final int PRODUCT_DEPTH = 2;

    private static final String DIVERGED = "diverged";

    /** Why there is nothing that was measured; empty where there is. */
    static String failure(Finished cell) {
        return cell.answer().path(NUMBERS).path(DIVERGED).asText();
    }

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
                .with("network", number)
                .with("seed", options.seed());
    }

    @Override
    public List<Block> answer(Context context) throws IOException {
        try {
            Network network = plan().trained(dataset, number, context.progress());
            InteractionProbe probe =
                    InteractionProbe.of(dataset, 0, asked(), options.seed()).withThreads(context.threads());
            AcrossPartitions across = AcrossPartitions.measure(probe, network, partitions(), context.progress());
            if (context.progress().cancelled()) {
                throw new CancellationException("interrupted while it was measured");
            }
            int more = kind == NetworkKind.PRODUCT ? 1 : 0; // bounds are of products of 1 + a z
            return List.of(MeasuredPartitions.of(across, network.fitted().inputWidth() + more, where.width() + more)
                    .block());
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
