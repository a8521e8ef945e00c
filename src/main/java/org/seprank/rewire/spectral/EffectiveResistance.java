package org.seprank.rewire.spectral;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.linear.GroundedInverse;
import org.seprank.work.Progress;

/**
 * The effective resistances {@code R_uv = (e_u - e_v)^T L^+ (e_u - e_v)} between vertices of an undirected graph whose
 * edges are conductors: L = D - W is the Laplacian of the weights, 1 where there are none. It is 0 from a vertex to
 * itself and infinite between components; the sum of {@code w_e R_e} over all edges is n minus the number of
 * components, and a bridge has {@code w_e R_e = 1}.
 *
 * <p>Up to rounding, by the inverse G of the Laplacian of every component without the row and column of its first
 * vertex: {@code R_uv = G_uu + G_vv - 2 G_uv}, where the entries of the first vertex are 0. Time O(n^3 / 2) and memory
 * 4 n^2 bytes for every component, whatever the number of threads. Larger graphs have {@link ProjectedResistances}.
 */
public final class EffectiveResistance {
    /** The largest component that {@link #exact} takes, or the total of more: the root of the sum of their squares. */
    private static final int MOST = 4000;

    private final Graph graph;
    private final Components components;
    private final int[] places; // of the vertices in their components, from 0
    private final double[][][] inverses; // of each component, lower triangles; row i is the vertex at place i+1

    private EffectiveResistance(Graph graph, Components components) {
        this.graph = graph;
        this.components = components;
        this.places = new int[graph.vertexCount()];
        int[] sizes = new int[components.count()];
        for (int v = 0; v < places.length; v++) {
            places[v] = sizes[components.of(v)]++;
        }
        this.inverses = new double[components.count()][][];
        for (int c = 0; c < inverses.length; c++) {
            inverses[c] = new double[sizes[c] - 1][];
            Arrays.setAll(inverses[c], i -> new double[i + 1]);
        }
    }

    /** The sum of the squared sizes of the components: twice the number of entries kept. */
    public static long entries(Components components) {
        return Arrays.stream(components.sizes())
                .mapToLong(size -> (long) size * size)
                .sum();
    }

    /**
     * The resistances of a graph.
     *
     * @param graph undirected, with positive finite weights
     * @throws IllegalArgumentException if the components are larger than {@value #MOST} vertices, or too many
     */
    public static EffectiveResistance exact(Graph graph) {
        checkConductors(graph);
        Components components = Components.of(graph);
        double root = Math.sqrt((double) entries(components));
        if (root > MOST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "exact resistances would take %.0f MB and %.0f seconds or more; approximate them: the root of the "
                            + "sum of the squared sizes of the components is %.0f, not at most %d",
                    4 * root * root / 1e6,
                    root * root * root / 2e9,
                    root,
                    MOST));
        }
        EffectiveResistance exact = new EffectiveResistance(graph, components);
        exact.fill();
        for (double[][] matrix : exact.inverses) {
            GroundedInverse.invert(matrix);
        }
        return exact;
    }

    /** Whether {@link #exact} takes that graph. */
    static boolean isExactFeasible(Graph graph) {
        return entries(Components.of(graph)) <= (long) MOST * MOST;
    }

    /**
     * Refuses what has no effective resistances.
     *
     * @throws IllegalArgumentException if the graph is directed, or a weight is not positive and finite
     */
    public static void checkConductors(Graph graph) {
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

    private void fill() {
        Adjacency adjacency = graph.out();
        for (int v = 0; v < places.length; v++) {
            int i = places[v] - 1;
            if (i < 0) {
                continue;
            }
            double[] row = inverses[components.of(v)][i];
            for (int k = adjacency.offsets()[v]; k < adjacency.offsets()[v + 1]; k++) {
                double weight = graph.weight(adjacency.edges()[k]);
                int j = places[adjacency.neighbours()[k]] - 1;
                row[i] += weight;
                if (j >= 0 && j < i) {
                    row[j] -= weight;
                }
            }
        }
    }

    /** R of a pair of vertices: 0 if they are the same, infinity if no path joins them. Time O(1). */
    public double between(int u, int v) {
        if (components.of(u) != components.of(v)) {
            return Double.POSITIVE_INFINITY;
        }
        if (u == v) {
            return 0;
        }
        double[][] inverse = inverses[components.of(u)];
        int i = Math.max(places[u], places[v]) - 1;
        int j = Math.min(places[u], places[v]) - 1;
        return j < 0 ? inverse[i][i] : inverse[i][i] + inverse[j][j] - 2 * inverse[i][j];
    }

    /**
     * R of every edge, by edge number: exact where {@link #exact} takes the graph, otherwise by random projections.
     *
     * @param graph undirected, with positive finite weights
     * @param seed of the projections
     * @throws IllegalArgumentException if the projections take more than 4 GB
     * @throws CancellationException if {@code progress} asks to stop
     */
    public static double[] ofEdges(Graph graph, long seed, Progress progress) {
        return isExactFeasible(graph)
                ? exact(graph).ofEdges()
                : ProjectedResistances.ofEdges(graph, ResistanceOptions.seeded(seed), progress);
    }

    /** R of every edge, by edge number. Time O(m). */
    double[] ofEdges() {
        double[] resistances = new double[graph.edgeCount()];
        Arrays.setAll(resistances, e -> between(graph.source(e), graph.target(e)));
        return resistances;
    }

    /**
     * The sum over all pairs of vertices that a path joins (Kirchhoff index), {@code sum over components c of |c|
     * trace(L_c^+)} with {@code trace(L^+) = trace(G) - 1^T G 1 / size}.
     */
    public double total() {
        double total = 0;
        for (double[][] inverse : inverses) {
            double trace = 0;
            double sum = 0;
            for (int i = 0; i < inverse.length; i++) {
                trace += inverse[i][i];
                sum += 2 * Arrays.stream(inverse[i]).sum() - inverse[i][i];
            }
            total += (inverse.length + 1) * trace - sum;
        }
        return total;
    }
}
