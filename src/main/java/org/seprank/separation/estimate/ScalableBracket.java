package org.seprank.separation.estimate;

import java.util.Set;
import org.seprank.separation.Bound;
import org.seprank.separation.Bounds;

/**
 * The tightest bounds among those that enumerate no monomials, which are there on every graph: on small graphs others
 * are tighter, so that only these compare between small and large ones.
 *
 * @param lower ln of the greatest lower one
 * @param upper ln of the least upper one
 */
public record ScalableBracket(double lower, double upper) {
    private static final Set<String> ENUMERATED =
            Set.of("side-monomials", "hybrid-monomials", "monomial-matching", "monomial-peeling");

    /** Those of a problem. */
    public static ScalableBracket of(Bounds bounds) {
        return new ScalableBracket(
                bounds.of(Bound.Side.LOWER).stream()
                        .filter(ScalableBracket::isScalable)
                        .mapToDouble(Bound::nats)
                        .max()
                        .orElse(0),
                bounds.of(Bound.Side.UPPER).stream()
                        .filter(ScalableBracket::isScalable)
                        .mapToDouble(Bound::nats)
                        .min()
                        .orElse(Double.POSITIVE_INFINITY));
    }

    private static boolean isScalable(Bound bound) {
        return !ENUMERATED.contains(bound.name());
    }

    /** Where between the bounds, 0 at the lower and 1 at the upper one, a rank is; NaN where they are equal. */
    public double position(double lnRank) {
        return upper > lower ? (lnRank - lower) / (upper - lower) : Double.NaN;
    }

    /** The logarithm of the rank at that position. */
    double at(double position) {
        return lower + position * (upper - lower);
    }
}
