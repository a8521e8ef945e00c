package org.seprank.measure.fidelity;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * Breadth-first searches from one vertex after another that add up what their shortest paths say: betweenness of
 * vertices by U. Brandes' accumulation (J. Math. Sociol. 25, 2001) and harmonic closeness {@code Σ 1/d}. Edges have
 * length 1; directed graphs are searched along their edges. Time O(n + m) a vertex, memory O(n).
 */
final class PathSearch {
    /** The distance of a vertex that is not reached. */
    static final int UNREACHED = -1;

    private final Adjacency rows;
    private final int[] distances;
    private final int[] queue;
    private final double[] paths;
    private final double[] dependencies;
    private final double[] betweenness;
    private final double[] closeness;
    private int size;

    PathSearch(Graph graph) {
        int n = graph.vertexCount();
        this.rows = graph.out();
        this.distances = new int[n];
        this.queue = new int[n];
        this.paths = new double[n];
        this.dependencies = new double[n];
        this.betweenness = new double[n];
        this.closeness = new double[n];
    }

    /**
     * Searches from a vertex and adds what it finds.
     *
     * @throws IllegalArgumentException if two vertices have 10^308 shortest paths
     */
    void from(int source) {
        search(source);
        for (int i = size - 1; i > 0; i--) {
            int v = queue[i];
            double sum = 0;
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                int w = rows.neighbours()[k];
                if (distances[w] == distances[v] + 1) {
                    sum += paths[v] / paths[w] * (1 + dependencies[w]);
                }
            }
            dependencies[v] = sum;
            betweenness[v] += sum;
            closeness[v] += 1.0 / distances[v];
        }
    }

    private void search(int source) {
        Arrays.fill(distances, UNREACHED);
        distances[source] = 0;
        paths[source] = 1;
        queue[0] = source;
        size = 1;
        for (int i = 0; i < size; i++) {
            int v = queue[i];
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                int w = rows.neighbours()[k];
                if (distances[w] == UNREACHED) {
                    distances[w] = distances[v] + 1;
                    paths[w] = 0;
                    queue[size++] = w;
                }
                if (distances[w] == distances[v] + 1) {
                    paths[w] += paths[v];
                }
            }
            if (paths[v] > Double.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "vertices " + source + " and " + v + " have more than 10^308 shortest paths");
            }
        }
    }

    /** The distance of a vertex from the last source, or {@link #UNREACHED}. */
    int distance(int v) {
        return distances[v];
    }

    /** The largest distance that the last search met. */
    int eccentricity() {
        return distances[queue[size - 1]];
    }

    /** By vertex, from all sources so far; of undirected graphs twice that over unordered pairs. */
    double[] betweenness() {
        return betweenness.clone();
    }

    /** By vertex, {@code Σ 1/d} over the other sources that reach it. */
    double[] closeness() {
        return closeness.clone();
    }
}
