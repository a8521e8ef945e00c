package org.seprank.study.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.training.Metric;
import org.seprank.graph.Graph;
import org.seprank.report.Value;
import org.seprank.rewire.Budget;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.Context;
import org.seprank.study.input.DatasetSource;
import org.seprank.study.input.EditedDataset;
import org.seprank.work.Parallel;

/**
 * Trains networks on a dataset after edits: one for every split and seed, the same first weights whatever was edited.
 */
final class DownstreamScores {
    private final Downstream how;
    private final NodeDataset dataset;
    private final int seeds;
    private final List<TrainedMethod> entries = new ArrayList<>();
    private double seconds;

    /**
     * None yet.
     *
     * @param how networks are trained
     * @param dataset as they see it
     * @param seeds how many on each split
     */
    DownstreamScores(Downstream how, NodeDataset dataset, int seeds) {
        this.how = how;
        this.dataset = dataset;
        this.seeds = seeds;
    }

    List<Split> splits() {
        return DatasetSource.splits(dataset);
    }

    Metric metric() {
        return how.metric(dataset);
    }

    double within() {
        return how.within();
    }

    Graph graph() {
        return dataset.graph();
    }

    /** The graph as it is first, then methods and budgets in the order in which they were trained. */
    List<TrainedMethod> entries() {
        return List.copyOf(entries);
    }

    /** That all trainings took. */
    double seconds() {
        return seconds;
    }

    /** Networks on the graph as it is. */
    void trainUnedited(Context context) throws IOException {
        List<Double> scores = scores(List.of(List.of(EditList.empty())), "(none)", context);
        entries.add(new TrainedMethod("(none)", Value.none(), false, 0, graph().edgeCount(), scores));
    }

    /**
     * Networks after the edits of a method with one budget.
     *
     * @throws CancellationException if there is no time for all of them
     */
    void train(MethodRun run, Budget budget, Context context) throws IOException {
        List<List<EditList>> edits = new ArrayList<>();
        for (int split = 0; split < (run.bySplit() ? splits().size() : 1); split++) {
            List<EditList> ofSplit = new ArrayList<>();
            for (int k = 0; k < run.runs(); k++) {
                ofSplit.add(run.edits(budget, split, k));
            }
            edits.add(ofSplit);
        }
        List<EditList> all = edits.stream().flatMap(List::stream).toList();
        double count = all.stream().mapToInt(EditList::size).average().orElse(0);
        double added = all.stream().mapToInt(EditList::additionCount).average().orElse(0);
        String id = run.method().id();
        entries.add(new TrainedMethod(
                id,
                Value.of(budget.text()),
                run.adds(),
                count,
                graph().edgeCount() - count + 2 * added,
                scores(edits, id, context)));
    }

    private List<Double> scores(List<List<EditList>> edits, String method, Context context) throws IOException {
        long start = System.nanoTime();
        List<List<NodeDataset>> edited = new ArrayList<>();
        for (List<EditList> ofSplit : edits) {
            edited.add(ofSplit.stream()
                    .map(list -> list.size() == 0 ? dataset : EditedDataset.of(dataset, list))
                    .toList());
        }
        List<Parallel.Job<Double>> jobs = new ArrayList<>();
        for (int s = 0; s < splits().size(); s++) {
            List<NodeDataset> ofSplit = edited.get(Math.min(s, edited.size() - 1));
            for (int k = 0; k < seeds; k++) {
                NodeDataset after = ofSplit.get(Math.min(k, ofSplit.size() - 1));
                Split split = after.splits().get(s);
                int number = k;
                jobs.add(member -> how.plan().testScore(after, split, number, member));
            }
        }
        context.progress().start("training after " + method, jobs.size());
        List<Optional<Double>> scores = Parallel.of(context.threads()).jobs(jobs, context.progress());
        seconds += (System.nanoTime() - start) * 1e-9;
        if (scores.stream().anyMatch(Optional::isEmpty)) {
            throw new CancellationException();
        }
        return scores.stream().flatMap(Optional::stream).toList();
    }
}
