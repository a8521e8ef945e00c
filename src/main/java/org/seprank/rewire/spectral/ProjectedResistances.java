package org.seprank.rewire.spectral;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.rewire.spectral.linear.LaplacianSolver;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Effective resistances by k = ceil(c ln n) random projections (D. Spielman and N. Srivastava, arXiv 0803.0929):
 * {@code R_uv ~ |Z_u - Z_v|^2 / k} for {@code Z = Q W^(1/2) B L^+} with k rows of random signs Q and the incidence
 * matrix B; the rows of Z are the potentials that random currents of strength sqrt(w) along all edges raise. Unbiased;
 * a standard error of at most sqrt(2/k), relative to R; {@code w_e R_e} of a bridge is exact up to the tolerance of the
 * solver. Time O(k m log n) or so, memory 8 k n bytes. Does not depend on the number of threads.
 */
final class ProjectedResistances {
    private static final long MOST = 1L << 32; // bytes

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
        EffectiveResistance.checkConductors(graph);
        int n = graph.vertexCount();
        int k = options.projections(n);
        long bytes = 8L * n * k;
        if (bytes > MOST) {
            throw new IllegalArgumentException(k + " projections of " + n + " vertices would take " + (bytes >> 20)
                    + " MB, not at most " + (MOST >> 20) + "; lower the factor");
        }
        LaplacianSolver solver = LaplacianSolver.of(graph, options.seed());
        SplittableRandom random = new SplittableRandom(options.seed());
        SplittableRandom[] streams = new SplittableRandom[k]; // set apart before threads come in
        Arrays.setAll(streams, i -> random.split());
        progress.start("effective resistances", k);
        double[][] potentials = new double[k][];
        Parallel.current()
                .each(k, progress, i -> potentials[i] = solver.solve(currents(graph, streams[i]), options.tolerance()));
        double[] resistances = new double[graph.edgeCount()];
        for (double[] row : potentials) {
            for (int e = 0; e < resistances.length; e++) {
                double drop = row[graph.source(e)] - row[graph.target(e)];
                resistances[e] += drop * drop;
            }
        }
        for (int e = 0; e < resistances.length; e++) {
            resistances[e] /= k;
        }
        return resistances;
    }

    private static double[] currents(Graph graph, SplittableRandom random) {
        double[] currents = new double[graph.vertexCount()];
        long signs = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            signs = e % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
            double current = (signs & 1) == 0 ? Math.sqrt(graph.weight(e)) : -Math.sqrt(graph.weight(e));
            currents[graph.source(e)] += current;
            currents[graph.target(e)] -= current;
        }
        return currents;
    }
}
