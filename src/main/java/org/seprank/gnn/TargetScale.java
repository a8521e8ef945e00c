package org.seprank.gnn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.seprank.dataset.TargetValues;

/**
 * In what units a network counts numbers that it predicts: each column minus its mean, divided by its standard
 * deviation. Immutable.
 *
 * @param means of the columns; empty where a network predicts classes or events
 * @param deviations of the columns, positive, as many
 */
public record TargetScale(List<Double> means, List<Double> deviations) {
    /** Checks the ranges. */
    public TargetScale {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        boolean finite = means.stream().allMatch(Double::isFinite)
                && deviations.stream().allMatch(d -> d > 0 && Double.isFinite(d));
        if (means.size() != deviations.size() || !finite) {
            throw new IllegalArgumentException("means " + means + " and deviations " + deviations
                    + " of targets are not equally many finite numbers, deviations positive");
        }
    }

    /** Classes and events have none. */
    public static TargetScale none() {
        return new TargetScale(List.of(), List.of());
    }

    /**
     * The mean and the standard deviation (of the population) of what is known of those items; a deviation of 0 counts
     * as 1, and so does a column of which nothing is known.
     */
    public static TargetScale of(TargetValues values, int[] items) {
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int c = 0; c < values.columns(); c++) {
            double[] known = known(values, items, c);
            double mean = mean(known);
            double square = 0;
            for (double value : known) {
                square += (value - mean) * (value - mean) / known.length;
            }
            means.add(mean);
            deviations.add(square > 0 && Double.isFinite(square) ? Math.sqrt(square) : 1.0);
        }
        return new TargetScale(means, deviations);
    }

    private static double[] known(TargetValues values, int[] items, int column) {
        return Arrays.stream(items)
                .mapToDouble(i -> values.value(i, column))
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    /** Without overflow of the sum. */
    private static double mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        return mean;
    }

    /** Whether there is none. */
    public boolean empty() {
        return means.isEmpty();
    }

    /** Rows of numbers in the network's units. */
    public double[] standardised(double[] values) {
        double[] own = values.clone();
        for (int c = 0; c < means.size(); c++) {
            double mean = means.get(c);
            double deviation = deviations.get(c);
            for (int k = c; k < own.length; k += means.size()) {
                own[k] = (own[k] - mean) / deviation;
            }
        }
        return own;
    }

    /** Rows of numbers in the network's units, back in those of the data. */
    double[] restored(double[] own) {
        double[] values = own.clone();
        for (int c = 0; c < means.size(); c++) {
            double mean = means.get(c);
            double deviation = deviations.get(c);
            for (int k = c; k < values.length; k += means.size()) {
                values[k] = mean + deviation * values[k];
            }
        }
        return values;
    }
}
