package org.seprank.rewire.spectral;

import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * Effective resistances of edges by the random projections of {@link ResistanceEmbedding}; {@code w_e R_e} of a bridge
 * is exact up to the tolerance of the solver.
 */
final class ProjectedResistances {
    private ProjectedResistances() {}

    /**
     * The resistance of every edge, by edge number.
     *
     * @param graph undirected, with positive finite weights
     * @param progress told the number of projections
     * @throws IllegalArgumentException if the projections take more than 4 GB
     * @throws CancellationException if {@code progress} asks to stop
     * @throws ArithmeticException if the solver does not reach the tolerance
     */
    static double[] ofEdges(Graph graph, ResistanceOptions options, Progress progress) {
        double[][] potentials = ResistanceEmbedding.potentials(graph, options, progress);
        double[] resistances = new double[graph.edgeCount()];
        for (double[] row : potentials) {
            for (int e = 0; e < resistances.length; e++) {
                double drop = row[graph.source(e)] - row[graph.target(e)];
                resistances[e] += drop * drop;
            }
        }
        for (int e = 0; e < resistances.length; e++) {
            resistances[e] /= potentials.length;
        }
        return resistances;
    }
}
