package org.seprank.gnn.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.seprank.dataset.Labels;
import org.seprank.dataset.Truth;
import org.seprank.gnn.Predictions;

/**
 * What was said of one event or number, and what was so, over the rows where that is known. Of two classes the event is
 * the second.
 */
final class Scores {
    private final double[] said;
    private final double[] was;

    private Scores(double[] said, double[] was) {
        this.said = said;
        this.was = was;
    }

    /** A probability or a number for each row. */
    double[] said() {
        return said;
    }

    /** 1 or 0, or a number, for each row. */
    double[] was() {
        return was;
    }

    /** Those of a column: an event or a number; of two classes there is one. */
    static Scores of(Predictions predictions, Truth truth, int[] rows, int column) {
        return of(predictions, truth, rows, column, column + 1);
    }

    /** Those of some columns behind each other. */
    private static Scores of(Predictions predictions, Truth truth, int[] rows, int from, int to) {
        boolean classes = truth.kind() == Truth.Kind.CLASSES;
        double[] said = new double[(to - from) * rows.length];
        double[] was = new double[said.length];
        int known = 0;
        for (int column = from; column < to; column++) {
            int at = classes ? predictions.width() - 1 : column;
            for (int row : rows) {
                double value =
                        classes ? label(truth.labels(), row) : truth.values().value(row, column);
                if (!Double.isNaN(value)) {
                    said[known] = predictions.value(row, at);
                    was[known++] = value;
                }
            }
        }
        return new Scores(Arrays.copyOf(said, known), Arrays.copyOf(was, known));
    }

    private static double label(Labels labels, int row) {
        return labels.known(row) ? labels.label(row) : Double.NaN;
    }

    /** The probability of the likeliest class, and 1 where it is right. */
    static Scores ofLikeliest(Predictions predictions, Truth truth, int[] rows) {
        double[] said = new double[rows.length];
        double[] was = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int likeliest = predictions.argmax(rows[i]);
            double first = predictions.value(rows[i], predictions.width() == 1 ? 0 : likeliest);
            said[i] = predictions.width() == 1 && likeliest == 0 ? 1 - first : first;
            was[i] = likeliest == truth.labels().label(rows[i]) ? 1 : 0;
        }
        return new Scores(said, was);
    }

    /** All columns behind each other. */
    static Scores all(Predictions predictions, Truth truth, int[] rows) {
        return of(predictions, truth, rows, 0, truth.width());
    }

    /**
     * The probability that a row where the event is so gets a higher score than one where it is not, ties half. NaN
     * unless there are both. Time O(rows log rows).
     */
    double rocAuc() {
        int[] order = ascending();
        double rankSum = 0; // mean ranks for ties
        long positive = 0;
        for (int start = 0; start < order.length; ) {
            int stop = endOfTies(order, start);
            double meanRank = (start + 1 + stop) / 2.0;
            for (int i = start; i < stop; i++) {
                if (was[order[i]] > 0.5) {
                    rankSum += meanRank;
                    positive++;
                }
            }
            start = stop;
        }
        double pairs = (double) positive * (order.length - positive);
        return pairs == 0 ? Double.NaN : (rankSum - positive * (positive + 1) / 2.0) / pairs;
    }

    /**
     * The mean over the rows where the event is so of the precision among the rows with at least that score. NaN unless
     * there are both. Time O(rows log rows).
     */
    double averagePrecision() {
        int[] order = ascending();
        long positive = Arrays.stream(was).filter(value -> value > 0.5).count();
        if (positive == 0 || positive == was.length) {
            return Double.NaN;
        }
        double sum = 0;
        long left = positive; // with at least the score of start
        for (int start = 0; start < order.length; ) {
            int stop = endOfTies(order, start);
            long here = 0;
            for (int i = start; i < stop; i++) {
                here += was[order[i]] > 0.5 ? 1 : 0;
            }
            sum += here * ((double) left / (order.length - start));
            left -= here;
            start = stop;
        }
        return sum / positive;
    }

    private int[] ascending() {
        return IntStream.range(0, said.length)
                .boxed()
                .sorted((a, b) -> Double.compare(said[a], said[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int endOfTies(int[] order, int start) {
        int stop = start;
        while (stop < order.length && said[order[stop]] <= said[order[start]]) {
            stop++;
        }
        return stop;
    }

    double meanAbsoluteError() {
        return IntStream.range(0, said.length)
                .mapToDouble(i -> Math.abs(said[i] - was[i]))
                .average()
                .orElse(Double.NaN);
    }

    double meanSquaredError() {
        return IntStream.range(0, said.length)
                .mapToDouble(i -> (said[i] - was[i]) * (said[i] - was[i]))
                .average()
                .orElse(Double.NaN);
    }

    /** 1 - (squared errors) / (squared deviations from the mean); NaN where all is the same. */
    double determination() {
        double mean = Arrays.stream(was).average().orElse(Double.NaN);
        double deviation = Arrays.stream(was).map(v -> (v - mean) * (v - mean)).sum();
        return deviation > 0 ? 1 - meanSquaredError() * was.length / deviation : Double.NaN;
    }

    /** The share of rows where the likelier of yes and no is so. */
    double agreement() {
        return IntStream.range(0, said.length)
                .mapToDouble(i -> said[i] > 0.5 == was[i] > 0.5 ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** The mean of minus the logarithm of the probability of what is so, of at least the smallest normal number. */
    double logLoss() {
        return IntStream.range(0, said.length)
                .mapToDouble(i -> -Math.log(Math.max(Double.MIN_NORMAL, was[i] > 0.5 ? said[i] : 1 - said[i])))
                .average()
                .orElse(Double.NaN);
    }
}
