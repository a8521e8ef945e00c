package org.seprank.study.experiment.curves;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.seprank.dataset.NodeDataset;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.training.Epoch;
import org.seprank.gnn.training.Task;
import org.seprank.gnn.training.Trainer;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.gnn.training.TrainingRun;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Question;
import org.seprank.study.engine.Finished;
import org.seprank.study.experiment.Answers;
import org.seprank.study.experiment.Cell;
import org.seprank.study.experiment.curves.Curves.Run;

/**
 * A network trained after the removal of edges.
 *
 * @param data the dataset and how networks are trained
 * @param method that decided which edges go
 * @param run of the network
 * @param count how many edges are removed
 * @param finished the order of the method, where it is needed
 */
record CurveTraining(CurveData data, RemovalMethod method, Run run, int count, Answers finished) implements Cell {
    static final String TEST = "test";
    private static final String DIVERGED = "diverged";

    /** Whether that finished training diverged. */
    static boolean diverged(Finished training) {
        return training.answer().path(NUMBERS).path(DIVERGED).asBoolean();
    }

    @Override
    public Question question() {
        return data.training(method, run, count);
    }

    @Override
    public List<Block> answer(Context context) throws IOException {
        NodeDataset edited = data.dataset().withGraph(data.dataset().graph().without(removed()));
        Task task = Task.of(edited, edited.splits().get(run.split()));
        TrainingOptions options = data.training(run.model());
        GnnSpec spec = data.network(run);
        Network network = Network.of(spec.fittedTo(task.shape()), options.optimizer());
        Facts facts = Facts.of(NUMBERS, "Training").add("edges", edited.graph().edgeCount());
        try {
            TrainingRun ended = Trainer.of(network, task, options).run(context.progress());
            if (!ended.complete()) {
                throw new CancellationException("interrupted in training");
            }
            Epoch best = ended.best();
            return List.of(facts.add(DIVERGED, false)
                    .add(TEST, best.test())
                    .add("validation", best.validation())
                    .add("epoch", best.number())
                    .add("epochs", ended.epochs().size()));
        } catch (DivergedException diverged) { // one of many: the others count
            return List.of(facts.add(DIVERGED, true));
        }
    }

    @Override
    public Optional<Estimate> estimate(Context context) {
        return Optional.of(Estimate.under()
                .add(
                        "trainings of " + run.model().id(),
                        data.seconds(run, data.protocol().training(run.model()).epochs()),
                        data.bytes(run)));
    }

    private BitSet removed() {
        int edges = data.edges();
        if (data.isEnd(count)) {
            BitSet all = new BitSet(edges);
            all.set(0, count);
            return all;
        }
        return CurveOrder.first(finished.of(data.order(method, run)).orElseThrow(), count);
    }
}
