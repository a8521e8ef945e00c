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
record ResistanceOptions(double factor, double tolerance, long seed) {
    ResistanceOptions {
        if (!(factor > 0 && factor <= 10_000)) {
            throw new IllegalArgumentException("factor " + factor + " is not in (0, 10000]");
        }
        if (!(tolerance >= LaplacianSolver.LEAST_TOLERANCE && tolerance < 1)) {
            throw new IllegalArgumentException(
                    "tolerance " + tolerance + " is not in [" + LaplacianSolver.LEAST_TOLERANCE + ", 1)");
        }
    }

    /** c = 8 (a standard error of 16 % for ten thousand vertices) and tolerance 1e-5. */
    static ResistanceOptions seeded(long seed) {
        return new ResistanceOptions(8, 1e-5, seed);
    }

    /** k for a graph with {@code n} vertices, at least 1. */
    int projections(int n) {
        return (int) Math.max(1, Math.ceil(factor * Math.log(n)));
    }
}
