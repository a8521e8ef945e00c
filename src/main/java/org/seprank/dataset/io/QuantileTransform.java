package org.seprank.dataset.io;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Maps a column of numbers to the standard normal distribution by its own quantiles, as
 * {@code sklearn.preprocessing.QuantileTransformer(output_distribution="normal")} does with at most 1000 of them: the
 * place of a number among the quantiles, taken from below and from above and averaged, then the inverse of the normal
 * distribution function. NaN stays NaN. Fitted once, applied to any numbers.
 */
final class QuantileTransform {
    private static final int MOST_QUANTILES = 1000;
    private static final double BOUND = 1e-7;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final double[] quantiles;
    private final double[] references;
    private final double[] negatedQuantiles;
    private final double[] negatedReferences;

    private QuantileTransform(double[] quantiles, double[] references) {
        this.quantiles = quantiles;
        this.references = references;
        this.negatedQuantiles = negated(quantiles);
        this.negatedReferences = negated(references);
    }

    /** Fitted to these numbers, NaN left aside. */
    static QuantileTransform fit(double[] column) {
        double[] known = Arrays.stream(column)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int count = Math.max(1, Math.min(MOST_QUANTILES, column.length));
        double[] references = new double[count];
        double[] quantiles = new double[count];
        for (int i = 0; i < count; i++) {
            references[i] = count == 1 ? 0 : i / (count - 1.0);
            quantiles[i] = known.length == 0 ? 0 : quantile(known, references[i]);
        }
        return new QuantileTransform(quantiles, references);
    }

    private static double quantile(double[] sorted, double fraction) {
        double place = fraction * (sorted.length - 1);
        int below = (int) place;
        double next = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (place - below) * (next - sorted[below]);
    }

    private static double[] negated(double[] values) {
        double[] negated = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            negated[i] = -values[values.length - 1 - i];
        }
        return negated;
    }

    double apply(double value) {
        if (Double.isNaN(value)) {
            return value;
        }
        double place =
                (interpolated(value, quantiles, references) - interpolated(-value, negatedQuantiles, negatedReferences))
                        / 2;
        if (value + BOUND > quantiles[quantiles.length - 1]) {
            place = 1;
        }
        if (value - BOUND < quantiles[0]) {
            place = 0;
        }
        double least = BOUND - Math.ulp(1.0);
        return NORMAL.inverseCumulativeProbability(Math.max(least, Math.min(1 - least, place)));
    }

    /** Linear interpolation at the last of equal places. */
    private static double interpolated(double x, double[] xs, double[] ys) {
        int low = 0;
        int high = xs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (xs[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0 || low == xs.length) {
            return ys[Math.max(0, low - 1)];
        }
        double slope = (ys[low] - ys[low - 1]) / (xs[low] - xs[low - 1]);
        return ys[low - 1] + slope * (x - xs[low - 1]);
    }
}
