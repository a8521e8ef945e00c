package org.seprank.gnn.training;

import java.util.ArrayList;
import java.util.List;
import org.seprank.dataset.Truth;
import org.seprank.gnn.Predictions;

/**
 * How far probabilities can be believed: those of the likeliest class, or of all events, in bins of equal width (Guo et
 * al., arXiv 1706.04599).
 *
 * @param bins from 0 to 1
 */
public record Reliability(List<Bin> bins) {
    /** The number of bins. */
    public static final int BINS = 15;

    /**
     * Predictions of similar probability.
     *
     * @param from the least probability
     * @param to the greatest
     * @param count how many predictions
     * @param probability their mean; NaN where there is none
     * @param share how many of them came true, in 0..1; NaN where there is none
     */
    public record Bin(double from, double to, int count, double probability, double share) {}

    /** Keeps the list. */
    public Reliability {
        bins = List.copyOf(bins);
    }

    /** Over those rows. */
    public static Reliability of(Predictions predictions, Truth truth, int[] rows) {
        return of(
                truth.kind() != Truth.Kind.CLASSES
                        ? Scores.all(predictions, truth, rows)
                        : Scores.ofLikeliest(predictions, truth, rows));
    }

    private static Reliability of(Scores scores) {
        int[] counts = new int[BINS];
        double[] said = new double[BINS];
        double[] was = new double[BINS];
        for (int i = 0; i < scores.said().length; i++) {
            int bin = (int) Math.min(BINS - 1.0, scores.said()[i] * BINS);
            counts[bin]++;
            said[bin] += scores.said()[i];
            was[bin] += scores.was()[i];
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            double count = counts[bin];
            bins.add(new Bin(
                    bin / (double) BINS, (bin + 1) / (double) BINS, counts[bin], said[bin] / count, was[bin] / count));
        }
        return new Reliability(bins);
    }

    /** The expected calibration error: the mean over the predictions of the distance of probability and share. */
    public double error() {
        double sum = 0;
        double count = 0;
        for (Bin bin : bins) {
            if (bin.count() > 0) {
                sum += bin.count() * Math.abs(bin.probability() - bin.share());
                count += bin.count();
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
