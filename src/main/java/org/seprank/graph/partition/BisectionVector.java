package org.seprank.graph.partition;

import java.util.SplittableRandom;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.linear.Lanczos;

/**
 * The eigenvector of the second smallest eigenvalue of the normalised Laplacian {@code I - D^(-1/2) B D^(-1/2)} of a
 * connected undirected graph, by {@link Lanczos} iteration on the complement of the known eigenvector {@code D^(1/2)
 * 1}. A step takes O(m).
 */
final class BisectionVector implements Lanczos.Operator {
    private final Adjacency adjacency;
    private final double[] inverseRoots; // degree^(-1/2)
    private final double[] known; // D^(1/2) 1, normalised

    private BisectionVector(Graph graph) {
        int n = graph.vertexCount();
        this.adjacency = graph.out();
        this.inverseRoots = new double[n];
        this.known = new double[n];
        for (int v = 0; v < n; v++) {
            inverseRoots[v] = 1 / Math.sqrt(adjacency.degree(v));
            known[v] = Math.sqrt(adjacency.degree(v) / (2.0 * graph.edgeCount()));
        }
    }

    /**
     * The vector of a connected graph with two vertices at least, and 1 less its eigenvalue.
     *
     * @param seed chooses where the iteration starts
     */
    static Lanczos of(Graph graph, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] start = new double[graph.vertexCount()];
        for (int v = 0; v < start.length; v++) {
            start[v] = random.nextDouble() - 0.5;
        }
        return Lanczos.of(new BisectionVector(graph), start);
    }

    @Override
    public void apply(double[] x, double[] y) {
        int[] offsets = adjacency.offsets();
        int[] columns = adjacency.neighbours();
        for (int v = 0; v < x.length; v++) {
            double sum = 0;
            for (int k = offsets[v]; k < offsets[v + 1]; k++) {
                sum += x[columns[k]] * inverseRoots[columns[k]];
            }
            y[v] = sum * inverseRoots[v];
        }
    }

    @Override
    public void project(double[] x) {
        double along = 0;
        for (int v = 0; v < x.length; v++) {
            along += x[v] * known[v];
        }
        for (int v = 0; v < x.length; v++) {
            x[v] -= along * known[v];
        }
    }
}
