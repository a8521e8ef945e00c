package org.seprank.study.compare;

import java.util.List;
import org.seprank.gnn.training.Metric;
import org.seprank.report.Value;
import org.seprank.study.Sample;
import org.seprank.study.statistics.PairedComparison;

/**
 * Scores of networks trained after the edits of a method with one budget. Those of two of them at the same place are a
 * pair: of the same split, the same first weights, and the same seed of the method.
 *
 * @param method its id; "(none)" for the graph as it is
 * @param budget as it was asked for; none for the graph as it is
 * @param adds whether it adds edges
 * @param edits how many were made, the mean over runs
 * @param edges how many are left, the mean over runs
 * @param scores by the metric on the test part, by split and by seed; NaN where training diverged
 */
public record TrainedMethod(
        String method, Value budget, boolean adds, double edits, double edges, List<Double> scores) {
    /** Copies the list. */
    public TrainedMethod {
        scores = List.copyOf(scores);
    }

    /** Whether it is a random control. */
    boolean control() {
        return method.equals(ControlDifferences.REMOVAL) || method.equals(ControlDifferences.ADDITION);
    }

    /** The scores. */
    public double[] values() {
        return scores.stream().mapToDouble(score -> score).toArray();
    }

    Sample sample(Metric metric) {
        return Sample.within(metric.least(), metric.greatest(), values());
    }

    /** What it loses to another, pair by pair: positive where the other is better. */
    double[] losses(TrainedMethod other, Metric metric) {
        double[] losses = other.values();
        double[] own = values();
        for (int i = 0; i < losses.length; i++) {
            losses[i] = metric.rising() ? losses[i] - own[i] : own[i] - losses[i];
        }
        return losses;
    }

    /** Beside another: differences are of this less the other. */
    PairedComparison against(TrainedMethod other) {
        return PairedComparison.of(values(), other.values());
    }
}
