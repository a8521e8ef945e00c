package org.seprank.measure.range;

import java.util.function.IntFunction;
import org.seprank.graph.Graph;
import org.seprank.rewire.spectral.EffectiveResistance;
import org.seprank.rewire.spectral.ResistanceEmbedding;
import org.seprank.separation.interaction.Hops;
import org.seprank.work.Progress;

/**
 * Distances d(v, u) of all vertices u to one v after another, infinite where no path leads from u to v. Weights of
 * edges do not count. For one thread.
 */
public final class VertexDistances {
    /** The largest graph whose resistances are inverted rather than projected. */
    public static final int MOST_INVERTED = 1000;

    private final String words;
    private final int projections;
    private final IntFunction<double[]> from;

    private VertexDistances(String words, int projections, IntFunction<double[]> from) {
        this.words = words;
        this.projections = projections;
        this.from = from;
    }

    /** The least number of edges of a path, along the edges of directed graphs. Time O(n + m) a vertex. */
    public static VertexDistances hops(Graph graph) {
        int n = graph.vertexCount();
        Hops hops = new Hops(graph.in(), n);
        return new VertexDistances("hops", 0, v -> {
            int[] found = hops.from(v);
            double[] distances = new double[n];
            for (int u = 0; u < n; u++) {
                distances[u] = found[u] == Hops.UNREACHED ? Double.POSITIVE_INFINITY : found[u];
            }
            return distances;
        });
    }

    /**
     * Effective resistances where every edge is a conductor of 1: exact up to {@value #MOST_INVERTED} vertices, time
     * O(n³) once; by random projections beyond, k = 8 ln n linear systems once. Time O(n), or O(k n), a vertex.
     *
     * @param seed of the projections
     * @throws IllegalArgumentException if the graph is directed
     */
    public static VertexDistances resistances(Graph graph, long seed, Progress progress) {
        if (graph.directed()) {
            throw new IllegalArgumentException("a directed graph has no effective resistances; make it undirected");
        }
        Graph unit = unit(graph);
        int n = unit.vertexCount();
        if (n <= MOST_INVERTED) {
            EffectiveResistance exact = EffectiveResistance.exact(unit);
            return new VertexDistances("resistance", 0, v -> {
                double[] distances = new double[n];
                for (int u = 0; u < n; u++) {
                    distances[u] = Math.max(0, exact.between(u, v));
                }
                return distances;
            });
        }
        ResistanceEmbedding embedding = ResistanceEmbedding.of(unit, seed, progress);
        return new VertexDistances("resistance", embedding.projections(), embedding::from);
    }

    private static Graph unit(Graph graph) {
        if (!graph.weighted()) {
            return graph;
        }
        int[][] edges = new int[graph.edgeCount()][];
        for (int e = 0; e < edges.length; e++) {
            edges[e] = new int[] {graph.source(e), graph.target(e)};
        }
        return Graph.undirected(graph.vertexCount(), edges);
    }

    /** "hops" or "resistance". */
    public String words() {
        return words;
    }

    /** How many random projections the distances are from; 0 where they are exact. */
    public int projections() {
        return projections;
    }

    /** d(v, u) for every u; a new array. */
    public double[] of(int v) {
        return from.apply(v);
    }
}
