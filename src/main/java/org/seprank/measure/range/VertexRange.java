package org.seprank.measure.range;

/**
 * The range of the influences I(u, v) on a vertex u: {@code ρ_u = Σ_v I(u, v) d(u, v)}, and normalised {@code ρ_u / Σ_v
 * I(u, v)} (Bamberger et al. 2025, arXiv 2506.05971). Locality, additivity, homogeneity and a unit for single
 * interactions leave no other measure.
 *
 * <p>Influence between vertices that no path joins has no distance; it counts in none of the sums and is said apart.
 * (The published code gives resistance across components the distance 0.)
 *
 * @param influence {@code Σ_v I(u, v)} over the v with a distance
 * @param weighted {@code Σ_v I(u, v) d(u, v)} over the same
 * @param apart the influence of vertices without a distance
 */
public record VertexRange(double influence, double weighted, double apart) {
    /**
     * The range of influences on one vertex. Time O(n).
     *
     * @param influences of all vertices, finite; their absolute values count
     * @param distances of all vertices, not negative, infinite where there is no path
     * @throws IllegalArgumentException if an influence is not finite or a distance is negative or NaN
     */
    public static VertexRange of(double[] influences, double[] distances) {
        if (influences.length != distances.length) {
            throw new IllegalArgumentException(
                    influences.length + " influences do not fit " + distances.length + " distances");
        }
        double sum = 0;
        double weighted = 0;
        double apart = 0;
        for (int v = 0; v < influences.length; v++) {
            double strength = Math.abs(influences[v]);
            if (!(strength < Double.POSITIVE_INFINITY) || !(distances[v] >= 0)) {
                throw new IllegalArgumentException("influence " + influences[v] + " of vertex " + v + " at distance "
                        + distances[v] + " is not finite, or its distance negative");
            }
            if (distances[v] < Double.POSITIVE_INFINITY) {
                sum += strength;
                weighted += strength * distances[v];
            } else {
                apart += strength;
            }
        }
        return new VertexRange(sum, weighted, apart);
    }

    /** {@code ρ_u / Σ_v I(u, v)}; NaN without influence. */
    public double normalised() {
        return influence > 0 ? weighted / influence : Double.NaN;
    }
}
