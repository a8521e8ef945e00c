package org.seprank.measure.fidelity;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.rewire.spectral.linear.LaplacianSolver;

/**
 * The ratio {@code x^T L' x / x^T L x} of the quadratic forms of two Laplacians by the weights of edges, which spectral
 * sparsifiers keep near 1 for all x (D. Spielman and S. Teng, arXiv 0808.4134).
 *
 * <p>Its extremes over the x with {@code x^T L x > 0} are found by power iteration on {@code L^+ L'} and {@code L'^+
 * L}, where each step takes a linear system: what is found is attained, so the greatest is at least that and the least
 * at most. Where the second graph splits a component the least is 0, where it joins two the greatest infinite, both
 * exact. For undirected graphs with positive weights on the same vertices.
 */
public final class QuadraticForms {
    private static final double TOLERANCE = 1e-8;
    private static final double CHANGE = 1e-7;

    private final Graph first;
    private final Graph second;

    private QuadraticForms(Graph first, Graph second) {
        this.first = first;
        this.second = second;
    }

    /** The forms of two graphs, the first the original. */
    public static QuadraticForms of(Graph first, Graph second) {
        return new QuadraticForms(first, second);
    }

    /** The ratio for so many vectors of random normal numbers; the first graph has an edge. Time O(n + m) each. */
    public double[] random(int count, long seed) {
        double[] ratios = new double[count];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            double[] x = normal(first.vertexCount(), random);
            ratios[i] = form(second, x) / form(first, x);
        }
        return ratios;
    }

    /** The greatest ratio that so many steps find. */
    public double greatest(int steps, long seed) {
        return joins(first, second) ? Double.POSITIVE_INFINITY : largest(first, second, steps, seed);
    }

    /** The least ratio that so many steps find. */
    public double least(int steps, long seed) {
        return joins(second, first) ? 0 : 1 / largest(second, first, steps, seed);
    }

    /** Whether edges of one graph join components of the other. */
    private static boolean joins(Graph split, Graph joining) {
        Components components = Components.of(split);
        for (int e = 0; e < joining.edgeCount(); e++) {
            if (components.of(joining.source(e)) != components.of(joining.target(e))) {
                return true;
            }
        }
        return false;
    }

    /** The largest eigenvalue of {@code L^+ L'}, L of the first, from below. */
    private static double largest(Graph below, Graph above, int steps, long seed) {
        LaplacianSolver solver = LaplacianSolver.of(below, seed);
        double[] x = normal(below.vertexCount(), new SplittableRandom(seed));
        double found = form(above, x) / form(below, x);
        for (int i = 0; i < steps; i++) {
            x = solver.solve(laplacian(above, x), TOLERANCE);
            double size = form(below, x);
            if (size == 0) {
                break;
            }
            double ratio = form(above, x) / size;
            boolean settled = Math.abs(ratio - found) <= CHANGE * ratio;
            found = Math.max(found, ratio);
            if (settled) {
                break;
            }
            double scale = 1 / Math.sqrt(size);
            x = Arrays.stream(x).map(value -> value * scale).toArray();
        }
        return found;
    }

    private static double form(Graph graph, double[] x) {
        double sum = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            double difference = x[graph.source(e)] - x[graph.target(e)];
            sum += graph.weight(e) * difference * difference;
        }
        return sum;
    }

    private static double[] laplacian(Graph graph, double[] x) {
        double[] image = new double[x.length];
        for (int e = 0; e < graph.edgeCount(); e++) {
            double flow = graph.weight(e) * (x[graph.source(e)] - x[graph.target(e)]);
            image[graph.source(e)] += flow;
            image[graph.target(e)] -= flow;
        }
        return image;
    }

    private static double[] normal(int n, SplittableRandom random) {
        double[] x = new double[n];
        for (int v = 0; v < n; v++) {
            x[v] = random.nextGaussian();
        }
        return x;
    }
}
