package org.seprank.separation.interaction;

/**
 * The threshold, {@code factor·max(R, C)·σ₁} with the largest singular value σ₁, at or below which a singular value of
 * a measured grid [R, C] is taken for 0.
 *
 * <p>If the values of the grid differ from those of the exact function by a matrix of spectral norm at most the
 * threshold, as many singular values of the exact grid are positive as are counted (Weyl's inequality), so that the
 * count is a proven lower bound on the separation rank. The threshold has to cover the rounding errors of the function
 * itself, which grow with depth; choose a larger factor by evaluating it twice in different precisions if in doubt.
 *
 * @param factor not negative, less than 1
 */
public record Tolerance(double factor) {
    /** Checks the range. */
    public Tolerance {
        if (!(factor >= 0 && factor < 1)) {
            throw new IllegalArgumentException("relative tolerance " + factor + " is not in [0, 1)");
        }
    }

    /** {@code max(R, C)·σ₁·2⁻⁵²}, for functions evaluated in double precision. */
    public static Tolerance doublePrecision() {
        return new Tolerance(0x1p-52);
    }

    /** {@code max(R, C)·σ₁·2⁻²³}, for networks evaluated in single precision. */
    public static Tolerance singlePrecision() {
        return new Tolerance(0x1p-23);
    }

    /** The threshold for a grid with this many rows and columns whose largest singular value is {@code largest}. */
    double threshold(int rows, int columns, double largest) {
        return factor * Math.max(rows, columns) * largest;
    }
}
