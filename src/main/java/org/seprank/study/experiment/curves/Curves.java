package org.seprank.study.experiment.curves;

import java.util.List;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.training.Metric;

/**
 * The scores of all runs, as far as they are finished.
 *
 * @param protocol what was run
 * @param edges how many the graph has
 * @param splits how many there are
 * @param metric of the scores
 * @param scores by that metric on the test part
 */
record Curves(CurveProtocol protocol, int edges, int splits, Metric metric, Scores scores) {
    /** Of accuracies on one split. */
    Curves(CurveProtocol protocol, int edges, Scores scores) {
        this(protocol, edges, 1, Metric.ACCURACY, scores);
    }

    /** The metric in words. */
    static String name(Metric metric) {
        return metric.id().replace('-', ' ');
    }

    /**
     * One run.
     *
     * @param model the network
     * @param seed of its first weights
     * @param split number of the split, from 0
     */
    record Run(NetworkKind model, long seed, int split) {}

    /** Where scores come from. */
    @FunctionalInterface
    interface Scores {
        /** The score after the removal of so many edges; NaN where there is none. */
        double of(RemovalMethod method, Run run, int count);
    }

    /** How many edges are removed, ascending. */
    List<Integer> counts() {
        return protocol.counts(edges);
    }

    /** The share of the edges, in per cent. */
    double percent(int count) {
        return edges == 0 ? 0 : 100.0 * count / edges;
    }

    /** A score in per cent for every split and seed; NaN where there is none. */
    double[] scores(RemovalMethod method, NetworkKind model, int count) {
        return protocol.runs(model, splits).stream()
                .mapToDouble(run -> 100 * scores.of(method, run, count))
                .toArray();
    }

    /** The mean over the curve for every split and seed; NaN where a score is missing. */
    double[] wholeCurves(RemovalMethod method, NetworkKind model) {
        double[] sums = new double[splits * protocol.seeds()];
        for (int count : counts()) {
            double[] scores = scores(method, model, count);
            for (int s = 0; s < sums.length; s++) {
                sums[s] += scores[s] / counts().size();
            }
        }
        return sums;
    }
}
