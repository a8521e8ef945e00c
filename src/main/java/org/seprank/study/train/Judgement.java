package org.seprank.study.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Task;
import org.seprank.study.input.DatasetSource;

/**
 * What predictions are compared with: all splits of a dataset; where edges are predicted the first one, as each passes
 * messages along edges of its own.
 *
 * @param task of the first split
 * @param splits by which predictions are judged
 * @param links whether edges are predicted
 */
record Judgement(Task task, List<Split> splits, boolean links) {
    static Judgement of(Dataset dataset) {
        List<Split> all = DatasetSource.splits(dataset);
        Task task = Task.of(dataset, all.get(0));
        boolean links = dataset instanceof LinkDataset;
        return new Judgement(task, links ? List.of(all.get(0)) : all, links);
    }

    /** A metric over a part of a split. */
    double of(Metric metric, Predictions said, Split split, Split.Part part) {
        return links
                ? task.measure(metric, said, part)
                : metric.of(said, task.truth(), split.knownOnly(task.truth()).indices(part));
    }

    /** A metric over all rows of which something is known; not of ranks. */
    double ofAll(Metric metric, Predictions said) {
        return metric.of(said, task.truth(), known());
    }

    /** The rows of which something is known; of edges those of the parts, and a pair without an edge for each. */
    int[] known() {
        return links
                ? Arrays.stream(Split.Part.values())
                        .flatMapToInt(part -> IntStream.of(task.rows(part)))
                        .sorted()
                        .toArray()
                : task.truth().known();
    }
}
