package org.seprank.rewire.spectral;

import java.util.Arrays;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;

/**
 * The second smallest eigenvalue of the normalised Laplacian of an undirected graph, the spectral gap: in (0, 2] if the
 * graph is connected, otherwise 0. Weights, where there are some, take the place of the entries 1 of the adjacency
 * matrix.
 *
 * @param value the eigenvalue found
 * @param residual the matrix has an eigenvalue no farther than that from the value; much smaller than it if the
 *     iteration of {@link FiedlerVector} converged
 */
public record SpectralGap(double value, double residual) {
    /** Whether the graph is undirected, has an edge, and its weights are positive and finite. */
    public static boolean isDefined(Graph graph) {
        for (int e = 0; e < graph.edgeCount(); e++) {
            if (!(graph.weight(e) > 0 && Double.isFinite(graph.weight(e)))) {
                return false;
            }
        }
        return !graph.directed() && graph.edgeCount() > 0;
    }

    /**
     * The gap of a graph.
     *
     * @throws IllegalArgumentException if the graph is directed, or a weight not positive and finite
     */
    public static SpectralGap of(Graph graph, long seed) {
        return Components.of(graph).count() > 1 ? new SpectralGap(0, 0) : of(FiedlerVector.of(graph, seed));
    }

    /**
     * The smallest of the gaps of the components, isolated vertices left out.
     *
     * @throws IllegalArgumentException if the graph is directed, or a weight not positive and finite
     */
    public static SpectralGap withinComponents(Graph graph, long seed) {
        return of(FiedlerVector.withinComponents(graph, seed));
    }

    /**
     * To first order what the smallest gap of the components gains without each edge, by edge number: {@code lambda
     * (f_u^2 + f_v^2) - (f_u - f_v)^2} with {@code f = D^(-1/2) x} for its eigenvector x, as {@link ProxyDelete} scores
     * edges. Weights are not heeded. Where several eigenvectors have the eigenvalue, one is picked by the seed.
     *
     * @throws IllegalArgumentException if the graph is directed
     */
    public static double[] gainsWithout(Graph graph, long seed) {
        FiedlerVector fiedler = FiedlerVector.withinComponents(ChangingGraph.of(graph), seed);
        double[] potentials = fiedler.potentials();
        double[] gains = new double[graph.edgeCount()];
        Arrays.setAll(
                gains,
                e -> 0.0
                        - ProxyAdd.gain(
                                fiedler.eigenvalue(), potentials[graph.source(e)], potentials[graph.target(e)]));
        return gains;
    }

    private static SpectralGap of(FiedlerVector vector) {
        return new SpectralGap(vector.eigenvalue(), vector.residual());
    }
}
