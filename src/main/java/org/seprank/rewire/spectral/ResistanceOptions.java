package org.seprank.rewire.spectral;

import org.seprank.rewire.spectral.linear.LaplacianSolver;

/**
 * How effective resistances are approximated.
 *
 * @param factor c > 0: {@code k = ceil(c ln n)} random projections are taken; the standard error of a resistance,
 *     relative to it, is at most sqrt(2/k)
 * @param tolerance of the linear systems, in [1e-12, 1); it should be well below {@code sqrt(2/k) / sqrt(n)}
 * @param seed of the projections
 */
public record ResistanceOptions(double factor, double tolerance, long seed) {
    /** Checks the factor and the tolerance. */
    public ResistanceOptions {
        if (!(factor > 0 && factor <= 10_000)) {
            throw new IllegalArgumentException("factor " + factor + " is not in (0, 10000]");
        }
        if (!(tolerance >= LaplacianSolver.LEAST_TOLERANCE && tolerance < 1)) {
            throw new IllegalArgumentException(
                    "tolerance " + tolerance + " is not in [" + LaplacianSolver.LEAST_TOLERANCE + ", 1)");
        }
    }

    /** c = 8 (a standard error of 16 % for ten thousand vertices) and tolerance 1e-5. */
    public static ResistanceOptions seeded(long seed) {
        return new ResistanceOptions(8, 1e-5, seed);
    }

    /** The same with another factor. */
    public ResistanceOptions withFactor(double other) {
        return new ResistanceOptions(other, tolerance, seed);
    }

    /** The same with another tolerance. */
    public ResistanceOptions withTolerance(double other) {
        return new ResistanceOptions(factor, other, seed);
    }

    /** k for a graph with {@code n} vertices, at least 1. */
    public int projections(int n) {
        return (int) Math.max(1, Math.ceil(factor * Math.log(n)));
    }
}
