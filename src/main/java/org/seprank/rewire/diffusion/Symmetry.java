package org.seprank.rewire.diffusion;

/** How the two entries of a pair, which differ once columns have been cut and normalised, make one weight. */
public enum Symmetry {
    /** Their mean, 0 where a column has not kept the pair. The weights sum to what the matrix off the diagonal does. */
    MEAN,
    /** The larger one. */
    MAX;

    double of(double a, double b) {
        return this == MAX ? Math.max(a, b) : (a + b) / 2;
    }
}
