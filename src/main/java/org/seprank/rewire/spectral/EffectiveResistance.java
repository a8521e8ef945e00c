package org.seprank.rewire.spectral;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * The effective resistance {@code R_uv = (e_u - e_v)^T L^+ (e_u - e_v)} between vertices of an undirected graph whose
 * edges are conductors: L = D - W is the Laplacian of the weights, 1 where there are none. It is 0 from a vertex to
 * itself and infinite between components; the sum of {@code w_e R_e} over all edges is n minus the number of
 * components, and a bridge has {@code w_e R_e = 1}.
 *
 * <ul>
 *   <li>{@link #exact}: up to rounding, time O(n^3 / 2) and memory 4 n^2 bytes for every component.
 *   <li>{@link #approximate}: k = ceil(c ln n) random projections (D. Spielman and N. Srivastava, arXiv 0803.0929),
 *       {@code R_uv ~ |Z_u - Z_v|^2 / k} for {@code Z = Q W^(1/2) B L^+} with k rows of random signs Q and the
 *       incidence matrix B. Unbiased; a standard error of at most sqrt(2/k), relative to R; {@code w_e R_e} of a bridge
 *       is exact up to the tolerance of the solver. Time O(k m log n) or so, memory 8 k n bytes.
 * </ul>
 *
 * <p>Neither depends on the number of threads.
 */
public final class EffectiveResistance {
    /** The largest component that {@link #exact} takes, or the total of more: the root of the sum of their squares. */
    public static final int MOST_EXACT = 4000;

    private static final long MOST_PROJECTED = 1L << 32; // bytes

    /**
     * The sum of the effective resistances of all pairs of vertices in the same component (Kirchhoff index): {@code sum
     * over components c of |c| trace(L_c^+)}.
     *
     * @param value the sum
     * @param standardError of an estimate; 0 if the value is exact up to rounding
     */
    public record Total(double value, double standardError) {}

    /** Where resistances come from. */
    sealed interface Source permits ExactResistances, ProjectedResistances {
        /** Between different vertices of one component. */
        double between(int u, int v);

        double[] ofEdges();

        Total total();

        double standardError();
    }

    private final Components components;
    private final Source source;

    private EffectiveResistance(Components components, Source source) {
        this.components = components;
        this.source = source;
    }

    /**
     * Exact resistances.
     *
     * @param graph undirected, with positive finite weights
     * @throws IllegalArgumentException if the components are larger than {@value #MOST_EXACT} vertices, or too many
     */
    public static EffectiveResistance exact(Graph graph) {
        checkConductors(graph);
        Components components = Components.of(graph);
        double root = Math.sqrt((double) ExactResistances.entries(components, graph.vertexCount()));
        if (root > MOST_EXACT) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "exact resistances would take %.0f MB and %.0f seconds or more; approximate them: the root of the "
                            + "sum of the squared sizes of the components is %.0f, not at most %d",
                    4 * root * root / 1e6,
                    root * root * root / 2e9,
                    root,
                    MOST_EXACT));
        }
        return new EffectiveResistance(components, ExactResistances.of(graph, components));
    }

    /** Approximate resistances. */
    public static EffectiveResistance approximate(Graph graph, ResistanceOptions options) {
        return approximate(graph, options, Progress.none());
    }

    /**
     * Approximate resistances.
     *
     * @param graph undirected, with positive finite weights
     * @param progress told the number of projections
     * @throws IllegalArgumentException if the projections take more than 4 GB
     * @throws CancellationException if {@code progress} asks to stop
     * @throws ArithmeticException if the solver does not reach the tolerance
     */
    public static EffectiveResistance approximate(Graph graph, ResistanceOptions options, Progress progress) {
        checkConductors(graph);
        int n = graph.vertexCount();
        long bytes = 8L * n * options.projections(n);
        if (bytes > MOST_PROJECTED) {
            throw new IllegalArgumentException(options.projections(n) + " projections of " + n + " vertices would take "
                    + (bytes >> 20) + " MB, not at most " + (MOST_PROJECTED >> 20) + "; lower the factor");
        }
        Components components = Components.of(graph);
        return new EffectiveResistance(components, ProjectedResistances.of(graph, components, options, progress));
    }

    /** Whether {@link #exact} takes that graph. */
    public static boolean isExactFeasible(Graph graph) {
        return ExactResistances.entries(Components.of(graph), graph.vertexCount()) <= (long) MOST_EXACT * MOST_EXACT;
    }

    /** Refuses directed graphs and weights that are not positive and finite. */
    static void checkConductors(Graph graph) {
        if (graph.directed()) {
            throw new IllegalArgumentException("a directed graph has no effective resistances; make it undirected");
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            double weight = graph.weight(e);
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight " + weight + " of edge (" + graph.source(e) + ", "
                        + graph.target(e) + ") is not positive and finite");
            }
        }
    }

    /** R of a pair of vertices: 0 if they are the same, infinity if no path joins them. Time O(1), approximate O(k). */
    public double between(int u, int v) {
        if (components.of(u) != components.of(v)) {
            return Double.POSITIVE_INFINITY;
        }
        return u == v ? 0 : source.between(u, v);
    }

    /** R of every edge, by edge number. Time O(m), approximate O(k m). */
    public double[] ofEdges() {
        return source.ofEdges();
    }

    /**
     * The sum over all pairs of vertices that a path joins. For approximate resistances it is the estimate of M.
     * Hutchinson (1989) for the trace of L^+ with k further random vectors, in the time of the construction.
     */
    public Total total() {
        return source.total();
    }

    /** A bound of the standard error of a single resistance relative to it: 0 if exact, otherwise sqrt(2/k). */
    public double standardError() {
        return source.standardError();
    }
}
