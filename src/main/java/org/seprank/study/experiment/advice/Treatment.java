package org.seprank.study.experiment.advice;

import java.util.List;
import org.seprank.study.Sample;

/**
 * What can be done with the graph of a dataset, and how networks do after it.
 *
 * @param dataset its name
 * @param method empty: the graph is left as it is
 * @param budget of the method
 * @param scores test accuracies by split and seed, the same for all candidates
 */
record Treatment(String dataset, String method, String budget, List<Double> scores) {
    /** Copies the list. */
    Treatment {
        scores = List.copyOf(scores);
    }

    /** As a table has it. */
    record Row(String dataset, String preprocessing, int networks, double accuracy, double from, double to) {}

    String name() {
        return method.isEmpty() ? "leave" : method + " " + budget;
    }

    private double[] values() {
        return scores.stream().mapToDouble(score -> score).toArray();
    }

    Sample sample() {
        return Sample.within(0, 1, values());
    }

    /** What it loses to another, over pairs. */
    Sample lossTo(Treatment other) {
        double[] losses = other.values();
        double[] own = values();
        for (int i = 0; i < losses.length; i++) {
            losses[i] -= own[i];
        }
        return Sample.of(losses);
    }

    Row row() {
        Sample sample = sample();
        return new Row(dataset, name(), sample.runs(), sample.mean(), sample.low(), sample.high());
    }
}
