package org.seprank.rewire.spectral.linear;

import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * Solves {@code L x = b} for the Laplacian L = D - W of a weighted undirected graph by conjugate gradients,
 * preconditioned by the randomised factorisation of arXiv 1605.02353. The number of steps hardly depends on the graph;
 * a step takes O(m log n) at most. Safe to share between threads.
 */
public final class LaplacianSolver {
    /** The least tolerance that can be asked for; below it rounding decides. */
    public static final double LEAST_TOLERANCE = 1e-12;

    private static final int MOST_STEPS = 2000;

    private final Adjacency adjacency;
    private final double[] weights; // of the entries of the adjacency
    private final double[] degrees; // sums of weights
    private final ApproximateCholesky preconditioner;

    private LaplacianSolver(Graph graph, long seed) {
        this.adjacency = graph.out();
        this.weights = new double[adjacency.neighbours().length];
        this.degrees = new double[graph.vertexCount()];
        int[] edges = adjacency.edges();
        for (int v = 0; v < degrees.length; v++) {
            for (int k = adjacency.offsets()[v]; k < adjacency.offsets()[v + 1]; k++) {
                weights[k] = graph.weight(edges[k]);
                degrees[v] += weights[k];
            }
        }
        this.preconditioner = ApproximateCholesky.of(graph, seed);
    }

    /**
     * The solver for an undirected graph with positive finite weights.
     *
     * @param seed of the preconditioner; solutions depend on it by less than the tolerance
     */
    public static LaplacianSolver of(Graph graph, long seed) {
        return new LaplacianSolver(graph, seed);
    }

    /**
     * A solution x; on every component it is determined but for a constant.
     *
     * @param b the right-hand side, n numbers with sum 0 on every component; not changed
     * @param tolerance the square root of {@code r^T M r / b^T M b} at which the iteration ends, r being the residual
     *     and M the preconditioner; near to the error relative to x in the norm of {@code x^T L x}
     * @throws ArithmeticException if {@value #MOST_STEPS} steps do not reach the tolerance, as may happen where weights
     *     differ by many powers of ten
     */
    public double[] solve(double[] b, double tolerance) {
        if (!(tolerance >= LEAST_TOLERANCE && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance " + tolerance + " is not in " + LEAST_TOLERANCE + "..1");
        }
        double[] x = new double[b.length];
        double[] residual = b.clone();
        double[] z = residual.clone();
        preconditioner.solve(z);
        double[] direction = z.clone();
        double[] image = new double[b.length];
        double energy = dot(residual, z);
        double goal = energy * tolerance * tolerance;
        for (int step = 0; energy > goal; step++) {
            if (step == MOST_STEPS) {
                throw new ArithmeticException("no solution to tolerance " + tolerance + " in " + step
                        + " steps; ask for a larger one or scale the weights");
            }
            multiply(direction, image);
            double length = energy / dot(direction, image);
            add(x, length, direction);
            add(residual, -length, image);
            System.arraycopy(residual, 0, z, 0, z.length);
            preconditioner.solve(z);
            double before = energy;
            energy = dot(residual, z);
            for (int v = 0; v < z.length; v++) {
                direction[v] = z[v] + energy / before * direction[v];
            }
        }
        return x;
    }

    private void multiply(double[] x, double[] y) {
        int[] offsets = adjacency.offsets();
        int[] columns = adjacency.neighbours();
        for (int v = 0; v < x.length; v++) {
            double sum = degrees[v] * x[v];
            for (int k = offsets[v]; k < offsets[v + 1]; k++) {
                sum -= weights[k] * x[columns[k]];
            }
            y[v] = sum;
        }
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int v = 0; v < x.length; v++) {
            sum += x[v] * y[v];
        }
        return sum;
    }

    private static void add(double[] x, double factor, double[] y) {
        for (int v = 0; v < x.length; v++) {
            x[v] += factor * y[v];
        }
    }
}
