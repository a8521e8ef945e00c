package org.seprank.separation.interaction;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.linear.SingularValues;
import org.seprank.rank.Certainty;
import org.seprank.rank.Spectrum;

/**
 * A grid whose row a is taken {@code r_a} times and column b {@code c_b} times. Repeated rows and columns leave the
 * singular values those of {@code diag(√r) F diag(√c)}, which is smaller: a resample of R rows has about 0.63 R
 * different ones.
 */
final class Resample {
    private final InteractionGrid grid; // scaled by a power of two so that squares are safe
    private final int exponent;
    private final double[] rowWeights;
    private final double[] columnWeights;

    private Resample(InteractionGrid grid, int exponent, double[] rowWeights, double[] columnWeights) {
        this.grid = grid;
        this.exponent = exponent;
        this.rowWeights = rowWeights;
        this.columnWeights = columnWeights;
    }

    /** The grid itself. */
    static Resample everything(InteractionGrid grid) {
        double[] rows = new double[grid.rows()];
        double[] columns = new double[grid.columns()];
        Arrays.fill(rows, 1);
        Arrays.fill(columns, 1);
        int exponent = Math.getExponent(grid.largest());
        return new Resample(grid.scaled(-exponent), exponent, rows, columns);
    }

    /** As many rows and columns as this grid has, drawn with replacement, rows first. */
    Resample drawn(SplittableRandom random) {
        return new Resample(grid, exponent, draw(rowWeights.length, random), draw(columnWeights.length, random));
    }

    private static double[] draw(int count, SplittableRandom random) {
        double[] counts = new double[count];
        for (int i = 0; i < count; i++) {
            counts[random.nextInt(count)]++;
        }
        return counts;
    }

    /** The measures of the resampled grid. */
    InteractionMeasures measures(Tolerance tolerance) {
        Means means = Means.of(grid, rowWeights, columnWeights);
        double[] raw = singularValues(grid.values());
        double threshold = tolerance.threshold(grid.rows(), grid.columns(), raw[0]);
        double[] centred = cut(singularValues(means.centred(grid)), threshold);
        cut(raw, threshold);
        double variation = sumOfSquares(means.withoutGrandMean(grid));
        if (Math.sqrt(variation) <= threshold) {
            Arrays.fill(centred, 0);
        }
        double interaction = sumFrom(0, centred);
        return new InteractionMeasures(
                summary(raw, threshold),
                summary(centred, threshold),
                share(sumFrom(1, raw), sumFrom(0, raw)),
                share(interaction, Math.max(variation, interaction)),
                share(sumFrom(1, centred), Math.max(variation, interaction)));
    }

    private double[] singularValues(double[] matrix) {
        double[] weighted = new double[present(rowWeights) * present(columnWeights)];
        int at = 0;
        for (int a = 0; a < rowWeights.length; a++) {
            for (int b = 0; b < columnWeights.length; b++) {
                double weight = rowWeights[a] * columnWeights[b];
                if (weight > 0) {
                    weighted[at++] = Math.sqrt(weight) * matrix[a * columnWeights.length + b];
                }
            }
        }
        return SingularValues.of(present(rowWeights), present(columnWeights), weighted);
    }

    private static int present(double[] weights) {
        return (int) Arrays.stream(weights).filter(weight -> weight > 0).count();
    }

    private double sumOfSquares(double[] matrix) {
        double sum = 0;
        for (int a = 0; a < rowWeights.length; a++) {
            for (int b = 0; b < columnWeights.length; b++) {
                double value = matrix[a * columnWeights.length + b];
                sum += rowWeights[a] * columnWeights[b] * value * value;
            }
        }
        return sum;
    }

    private static double[] cut(double[] values, double threshold) {
        for (int k = 0; k < values.length; k++) {
            values[k] = values[k] > threshold ? values[k] : 0;
        }
        return values;
    }

    private static double sumFrom(int first, double[] values) {
        double sum = 0;
        for (int k = first; k < values.length; k++) {
            sum += values[k] * values[k];
        }
        return sum;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** Back in the units of the grid. */
    private Spectrum.Summary summary(double[] values, double threshold) {
        Spectrum.Summary scaled = Spectrum.ofSingularValues(values).summary(threshold);
        return new Spectrum.Summary(
                scaled.rank(),
                Math.scalb(scaled.largest(), exponent),
                scaled.effectiveRank(),
                scaled.stableRank(),
                scaled.entanglementEntropy(),
                new Certainty.Numerical(Math.scalb(threshold, exponent)));
    }
}
