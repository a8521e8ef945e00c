package org.seprank.gnn.training;

import java.util.Arrays;
import java.util.Locale;
import org.seprank.dataset.Labels;
import org.seprank.gnn.Predictions;

/** How good predictions are over some labelled rows. NaN where it is not defined, such as over no rows. */
public enum Metric {
    /** The share of rows whose likeliest class is theirs. */
    ACCURACY {
        @Override
        public double of(Predictions predictions, Labels labels, int[] rows) {
            int right = 0;
            for (int row : rows) {
                right += predictions.argmax(row) == labels.label(row) ? 1 : 0;
            }
            return rows.length == 0 ? Double.NaN : (double) right / rows.length;
        }
    },

    /** The mean over the classes that occur, in labels or predictions, of the harmonic mean of precision and recall. */
    MACRO_F1 {
        @Override
        public double of(Predictions predictions, Labels labels, int[] rows) {
            int classes = labels.classCount();
            long[] both = new long[classes];
            long[] either = new long[classes]; // labelled so plus predicted so
            for (int row : rows) {
                int predicted = predictions.argmax(row);
                either[predicted]++;
                either[labels.label(row)]++;
                if (predicted == labels.label(row)) {
                    both[predicted]++;
                }
            }
            double sum = 0;
            int occurring = 0;
            for (int c = 0; c < classes; c++) {
                if (either[c] > 0) {
                    occurring++;
                    sum += 2.0 * both[c] / either[c];
                }
            }
            return occurring == 0 ? Double.NaN : sum / occurring;
        }
    },

    /**
     * The probability that a row of class 1 gets a higher probability of it than one of class 0, ties half; of two
     * classes only. Time O(rows log rows).
     */
    ROC_AUC {
        @Override
        public double of(Predictions predictions, Labels labels, int[] rows) {
            if (labels.classCount() != 2) {
                throw new IllegalArgumentException("ROC-AUC is defined for 2 classes, not for " + labels.classCount());
            }
            int column = predictions.width() == 1 ? 0 : 1;
            Integer[] order = Arrays.stream(rows).boxed().toArray(Integer[]::new);
            Arrays.sort(
                    order,
                    (a, b) -> Double.compare(predictions.probability(a, column), predictions.probability(b, column)));
            return fromOrder(predictions, labels, order, column);
        }
    };

    /** The metric over those rows, all of which have a label. */
    public abstract double of(Predictions predictions, Labels labels, int[] rows);

    /** The name in options and tables, such as {@code macro-f1}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The Mann-Whitney statistic: mean ranks for ties. */
    private static double fromOrder(Predictions predictions, Labels labels, Integer[] order, int column) {
        double rankSum = 0;
        long positive = 0;
        for (int start = 0; start < order.length; ) {
            int stop = start;
            double p = predictions.probability(order[start], column);
            while (stop < order.length && predictions.probability(order[stop], column) <= p) {
                stop++;
            }
            double meanRank = (start + 1 + stop) / 2.0;
            for (int i = start; i < stop; i++) {
                if (labels.label(order[i]) == 1) {
                    rankSum += meanRank;
                    positive++;
                }
            }
            start = stop;
        }
        long negative = order.length - positive;
        double pairs = (double) positive * negative;
        return pairs == 0 ? Double.NaN : (rankSum - positive * (positive + 1) / 2.0) / pairs;
    }
}
