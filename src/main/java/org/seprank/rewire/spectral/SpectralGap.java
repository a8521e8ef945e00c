package org.seprank.rewire.spectral;

import org.seprank.graph.Graph;

/**
 * The second smallest eigenvalue of the normalised Laplacian of an undirected graph, the spectral gap: 0 if two
 * components have edges, otherwise in (0, 2]. Isolated vertices and weights are not heeded; 0 without edges.
 *
 * @param value the eigenvalue found
 * @param residual the matrix has an eigenvalue no farther than that from the value; much smaller than it if the
 *     iteration of {@link FiedlerVector} converged
 */
public record SpectralGap(double value, double residual) {
    /**
     * The gap of a graph.
     *
     * @throws IllegalArgumentException if the graph is directed
     */
    public static SpectralGap of(Graph graph, long seed) {
        return of(FiedlerVector.of(graph, seed));
    }

    /**
     * The smallest of the gaps of the components.
     *
     * @throws IllegalArgumentException if the graph is directed
     */
    public static SpectralGap withinComponents(Graph graph, long seed) {
        return of(FiedlerVector.withinComponents(graph, seed));
    }

    private static SpectralGap of(FiedlerVector vector) {
        return new SpectralGap(vector.eigenvalue(), vector.residual());
    }
}
