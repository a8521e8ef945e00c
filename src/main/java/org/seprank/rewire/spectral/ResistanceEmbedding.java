package org.seprank.rewire.spectral;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.rewire.spectral.linear.LaplacianSolver;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The vertices of a graph as points whose squared distances are effective resistances, by k = ceil(c ln n) random
 * projections (D. Spielman and N. Srivastava, arXiv 0803.0929): {@code R_uv ~ |Z_u - Z_v|^2 / k} for {@code Z = Q
 * W^(1/2) B L^+} with k rows of random signs Q and the incidence matrix B; the rows of Z are the potentials that random
 * currents of strength sqrt(w) along all edges raise. Unbiased; a standard error of at most sqrt(2/k), relative to R.
 * Time O(k m log n) or so, memory 8 k n bytes. Does not depend on the number of threads.
 */
public final class ResistanceEmbedding {
    private static final long MOST = 1L << 32; // bytes

    private final double[][] potentials;
    private final Components components;

    private ResistanceEmbedding(double[][] potentials, Components components) {
        this.potentials = potentials;
        this.components = components;
    }

    /**
     * The embedding with c = 8, a standard error of 16 % of the resistance for ten thousand vertices.
     *
     * @param graph undirected, with positive finite weights
     * @param seed of the projections
     * @param progress told the number of projections
     * @throws IllegalArgumentException if the projections take more than 4 GB
     * @throws CancellationException if {@code progress} asks to stop
     * @throws ArithmeticException if the solver does not reach the tolerance
     */
    public static ResistanceEmbedding of(Graph graph, long seed, Progress progress) {
        return new ResistanceEmbedding(
                potentials(graph, ResistanceOptions.seeded(seed), progress), Components.of(graph));
    }

    /** k. */
    public int projections() {
        return potentials.length;
    }

    /** R of v and every vertex, 0 for v and infinite in other components; a new array. Time O(k n). */
    public double[] from(int v) {
        double[] resistances = new double[potentials[0].length];
        for (double[] row : potentials) {
            for (int u = 0; u < resistances.length; u++) {
                resistances[u] += (row[u] - row[v]) * (row[u] - row[v]);
            }
        }
        for (int u = 0; u < resistances.length; u++) {
            resistances[u] = components.of(u) == components.of(v)
                    ? resistances[u] / potentials.length
                    : Double.POSITIVE_INFINITY;
        }
        return resistances;
    }

    /** Z, row by row. */
    static double[][] potentials(Graph graph, ResistanceOptions options, Progress progress) {
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
        return potentials;
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
