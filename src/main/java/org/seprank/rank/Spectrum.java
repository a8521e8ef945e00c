package org.seprank.rank;

import java.util.Arrays;
import org.seprank.linear.SingularValues;

/**
 * The singular values of a real matrix and what is read off them. Immutable.
 *
 * <p>The error of the {@link SingularValues} is a small multiple of {@code σ₁·2⁻⁵²}: all that a rank with a tolerance
 * can use. Time O(m·n·min(m, n)).
 */
public final class Spectrum {
    private static final double ULP = 0x1p-52;

    private final int largerSide;
    private final double[] values; // descending

    private Spectrum(int largerSide, double[] values) {
        this.largerSide = largerSide;
        this.values = values;
    }

    /**
     * What a spectrum says in a few numbers; all 0 for a zero matrix.
     *
     * @param rank the numerical rank
     * @param largest σ₁
     * @param effectiveRank see {@link Spectrum#effectiveRank}
     * @param stableRank see {@link Spectrum#stableRank}
     * @param entanglementEntropy see {@link Spectrum#entanglementEntropy}, in nats
     * @param certainty the tolerance of the numerical rank
     */
    public record Summary(
            int rank,
            double largest,
            double effectiveRank,
            double stableRank,
            double entanglementEntropy,
            Certainty certainty) {}

    /**
     * The spectrum of a matrix.
     *
     * @param matrix [m, n], m and n at least 1, finite; left as it is
     */
    public static Spectrum of(double[][] matrix) {
        double largest = largestAbsolute(matrix);
        int rows = matrix.length;
        int columns = matrix[0].length;
        if (largest == 0) {
            return new Spectrum(Math.max(rows, columns), new double[Math.min(rows, columns)]);
        }
        // a power of two changes no digit and keeps squares from overflow and underflow
        int exponent = Math.getExponent(largest);
        double[] scaled = new double[Math.multiplyExact(rows, columns)];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                scaled[i * columns + j] = Math.scalb(matrix[i][j], -exponent);
            }
        }
        double[] values = SingularValues.of(rows, columns, scaled);
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.scalb(values[k], exponent);
        }
        return new Spectrum(Math.max(rows, columns), values);
    }

    /**
     * The spectrum of a square matrix with these singular values.
     *
     * @param values at least one, finite, not negative, descending; copied
     */
    public static Spectrum ofSingularValues(double[] values) {
        double previous = Double.MAX_VALUE;
        for (int k = 0; k < values.length; k++) {
            if (!(values[k] >= 0 && values[k] <= previous)) {
                throw new IllegalArgumentException(
                        "singular value number " + k + " is " + values[k] + ", not in 0.." + previous);
            }
            previous = values[k];
        }
        if (values.length == 0) {
            throw new IllegalArgumentException("a spectrum needs at least one singular value");
        }
        return new Spectrum(values.length, values.clone());
    }

    private static double largestAbsolute(double[][] matrix) {
        if (matrix.length == 0 || matrix[0].length == 0) {
            throw new IllegalArgumentException("a matrix without entries has no spectrum");
        }
        double largest = 0;
        for (int i = 0; i < matrix.length; i++) {
            if (matrix[i].length != matrix[0].length) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + matrix[i].length + " entries, row 0 has " + matrix[0].length);
            }
            for (int j = 0; j < matrix[i].length; j++) {
                if (!Double.isFinite(matrix[i][j])) {
                    throw new IllegalArgumentException(
                            "entry (" + i + ", " + j + ") is " + matrix[i][j] + "; a spectrum needs finite numbers");
                }
                largest = Math.max(largest, Math.abs(matrix[i][j]));
            }
        }
        return largest;
    }

    /** The min(m, n) singular values, descending; a new array. */
    public double[] singularValues() {
        return values.clone();
    }

    /** σ₁. */
    public double largest() {
        return values[0];
    }

    /** The tolerance {@code max(m, n)·σ₁·2⁻⁵²}, about the error of the singular values. */
    double defaultTolerance() {
        return largerSide * largest() * ULP;
    }

    /** The number of singular values above the tolerance; to be shown as {@link Certainty.Numerical}. */
    public int numericalRank(double tolerance) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("tolerance " + tolerance + " is not at least 0");
        }
        return (int) Arrays.stream(values).filter(value -> value > tolerance).count();
    }

    /**
     * The effective rank {@code exp(-Σ p_k ln p_k)}, {@code p_k = σ_k / Σ σ} (Roy and Vetterli, EUSIPCO 2007), in
     * 1..min(m, n); 0 for a zero matrix.
     */
    public double effectiveRank() {
        return largest() == 0 ? 0 : Math.exp(entropy(1));
    }

    /** The stable rank {@code Σ σ² / σ₁²}, in 1..min(m, n); 0 for a zero matrix. */
    double stableRank() {
        return largest() == 0
                ? 0
                : Arrays.stream(values).map(value -> power(value, 2)).sum();
    }

    /**
     * The entanglement entropy {@code -Σ p_k ln p_k}, {@code p_k = σ_k² / Σ σ²}, in nats, in 0..ln min(m, n); 0 for a
     * zero matrix. It is at most the logarithm of the rank.
     */
    double entanglementEntropy() {
        return largest() == 0 ? 0 : entropy(2);
    }

    /** The entropy of the distribution proportional to the given power of the singular values. */
    private double entropy(int power) {
        double sum = Arrays.stream(values).map(value -> power(value, power)).sum();
        return Arrays.stream(values)
                .map(value -> power(value, power) / sum)
                .filter(p -> p > 0)
                .map(p -> -p * Math.log(p))
                .sum();
    }

    private double power(double value, int power) {
        return Math.pow(value / largest(), power);
    }

    /** The measures together, with the default tolerance. */
    public Summary summary() {
        return summary(defaultTolerance());
    }

    /** The measures together, with a tolerance in the units of the singular values. */
    public Summary summary(double tolerance) {
        return new Summary(
                numericalRank(tolerance),
                largest(),
                effectiveRank(),
                stableRank(),
                entanglementEntropy(),
                new Certainty.Numerical(tolerance));
    }
}
