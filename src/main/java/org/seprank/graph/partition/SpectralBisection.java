package org.seprank.graph.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.linear.Lanczos;

/**
 * Two parts of a graph with few edges between them: the signs of the Fiedler vector x of the normalised Laplacian (J.
 * Shi and J. Malik, IEEE PAMI 22, 2000). Edge directions and weights do not count.
 *
 * <p>x is turned so that the first vertex that is not on the threshold has a positive value; the part that is returned
 * holds that vertex and all with {@code x_v >= -10^-6 max |x|}, so vertices on the threshold go to the first part.
 * Where the eigenvalue is degenerate (cycles, cliques, square grids) every vector of its eigenspace is as good, and
 * which one appears depends on the seed.
 *
 * <p>In a disconnected graph the components come first: a component with more than half of the vertices is bisected as
 * above; then the others, largest first, each go to the part with fewer vertices. Time O(m) per Lanczos step.
 *
 * @param vertices the part with vertex 0, or with the first vertex of the largest component
 * @param eigenvalue the second smallest eigenvalue of the bisected component; 0 if none was bisected
 * @param residual numerical: how far eigenvalue and vector are from being a pair; above 10^-9 the iteration ended
 *     before it converged, and the partition is an approximation
 */
public record SpectralBisection(VertexSet vertices, double eigenvalue, double residual) {
    private static final double ON_THE_THRESHOLD = 1e-6;

    /**
     * Bisects a graph.
     *
     * @param seed where the iteration starts
     * @throws IllegalArgumentException if the graph has fewer than two vertices
     */
    public static SpectralBisection of(Graph graph, long seed) {
        int n = graph.vertexCount();
        if (n < 2) {
            throw new IllegalArgumentException("a graph with " + n + " vertices has no two parts");
        }
        Graph undirected = graph.asUndirected();
        List<int[]> components = components(undirected);
        BitSet part = new BitSet();
        int[] largest = components.get(0);
        double eigenvalue = 0;
        double residual = 0;
        int placed = 0;
        if (largest.length > n / 2) {
            Lanczos fiedler = BisectionVector.of(induced(undirected, largest), seed);
            eigenvalue = 1 - fiedler.value();
            residual = fiedler.residual();
            split(largest, fiedler.vector(), part);
            components = components.subList(1, components.size());
            placed = largest.length;
        }
        for (int[] component : components) {
            if (2 * part.cardinality() <= placed) {
                for (int v : component) {
                    part.set(v);
                }
            }
            placed += component.length;
        }
        return new SpectralBisection(VertexSet.of(n, part), eigenvalue, residual);
    }

    private static void split(int[] component, double[] x, BitSet part) {
        double max = 0;
        for (double value : x) {
            max = Math.max(max, Math.abs(value));
        }
        double threshold = ON_THE_THRESHOLD * max;
        double sign = 0;
        for (int i = 0; i < x.length && sign == 0; i++) {
            sign = Math.abs(x[i]) > threshold ? Math.signum(x[i]) : 0;
        }
        for (int i = 0; i < x.length; i++) {
            part.set(component[i], sign * x[i] >= -threshold);
        }
    }

    /** The vertices of each component ascending; larger components first, equal ones by their first vertex. */
    static List<int[]> components(Graph graph) {
        List<int[]> components = new ArrayList<>();
        BitSet seen = new BitSet();
        int[] queue = new int[graph.vertexCount()];
        for (int v = 0; v < graph.vertexCount(); v = seen.nextClearBit(v)) {
            int size = reach(v, graph.out(), seen, queue);
            Arrays.sort(queue, 0, size);
            components.add(Arrays.copyOf(queue, size));
        }
        components.sort(Comparator.comparingInt((int[] component) -> component.length)
                .reversed()
                .thenComparingInt(component -> component[0]));
        return components;
    }

    private static int reach(int start, Adjacency rows, BitSet seen, int[] queue) {
        int size = 1;
        queue[0] = start;
        seen.set(start);
        for (int i = 0; i < size; i++) {
            for (int k = rows.offsets()[queue[i]]; k < rows.offsets()[queue[i] + 1]; k++) {
                int w = rows.neighbours()[k];
                if (!seen.get(w)) {
                    seen.set(w);
                    queue[size++] = w;
                }
            }
        }
        return size;
    }

    static Graph induced(Graph graph, int[] vertices) {
        int[] places = new int[graph.vertexCount()];
        Arrays.fill(places, -1);
        for (int i = 0; i < vertices.length; i++) {
            places[vertices[i]] = i;
        }
        GraphBuilder builder = GraphBuilder.over(vertices.length, false);
        for (int e = 0; e < graph.edgeCount(); e++) {
            if (places[graph.source(e)] >= 0) {
                builder.edge(places[graph.source(e)], places[graph.target(e)]);
            }
        }
        return builder.build();
    }
}
