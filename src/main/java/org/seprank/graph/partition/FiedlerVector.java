package org.seprank.graph.partition;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * The eigenvector of the second smallest eigenvalue of the normalised Laplacian {@code I - D^(-1/2) B D^(-1/2)} of a
 * connected undirected graph, by the thick-restart Lanczos method (K. Wu and H. Simon, SIAM J. Matrix Anal. Appl. 22,
 * 2000) with full reorthogonalisation, on the complement of the known eigenvector {@code D^(1/2) 1}. Memory
 * {@value #BASIS} vectors; a step takes O(m) and {@value #BASIS} inner products.
 */
final class FiedlerVector {
    private static final int BASIS = 40;
    private static final int KEPT = 12;
    private static final int CYCLES = 300;

    /** Norm of {@code N x - mu x} for unit x at which the iteration ends. */
    static final double TOLERANCE = 1e-9;

    /** Below this norm what is left of a vector is rounding: the basis spans an invariant subspace. */
    private static final double NOTHING = 1e-13;

    private final Adjacency adjacency;
    private final double[] inverseRoots; // degree^(-1/2)
    private final double[] known; // D^(1/2) 1, normalised
    private final double[][] basis;
    private final double[][] projected;
    private final int dimension;
    private double[] vector = new double[0];
    private double eigenvalue;
    private double residual = Double.POSITIVE_INFINITY;

    private FiedlerVector(Graph graph) {
        int n = graph.vertexCount();
        this.adjacency = graph.out();
        this.inverseRoots = new double[n];
        this.known = new double[n];
        for (int v = 0; v < n; v++) {
            inverseRoots[v] = 1 / Math.sqrt(adjacency.degree(v));
            known[v] = Math.sqrt(adjacency.degree(v) / (2.0 * graph.edgeCount()));
        }
        this.dimension = Math.min(BASIS, n - 1);
        this.basis = new double[dimension + 1][n];
        this.projected = new double[dimension][dimension];
    }

    /** The vector of a connected graph with two vertices at least; {@code seed} chooses where the iteration starts. */
    static FiedlerVector of(Graph graph, long seed) {
        FiedlerVector fiedler = new FiedlerVector(graph);
        fiedler.iterate(seed);
        return fiedler;
    }

    /** The eigenvector, of norm 1. */
    double[] vector() {
        return vector;
    }

    /** The eigenvalue, in (0, 2]. */
    double eigenvalue() {
        return eigenvalue;
    }

    /**
     * The norm of what the matrix leaves of the vector beside the eigenvalue: at most {@link #TOLERANCE} if converged.
     */
    double residual() {
        return residual;
    }

    private void iterate(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int v = 0; v < known.length; v++) {
            basis[0][v] = random.nextDouble() - 0.5;
        }
        reduce(basis[0], known);
        scale(basis[0], 1 / norm(basis[0]));
        int size = 0;
        for (int cycle = 0; cycle < CYCLES && residual > TOLERANCE; cycle++) {
            double rest = 1;
            while (size < dimension && rest > NOTHING) {
                rest = extend(size++);
            }
            size = restart(size, rest);
        }
    }

    /** Adds the next basis vector and a row of the projected matrix; answers the norm that the vector had. */
    private double extend(int last) {
        double[] next = basis[last + 1];
        multiply(basis[last], next);
        for (int i = 0; i <= last; i++) {
            projected[i][last] = 0;
        }
        for (int pass = 0; pass < 2; pass++) {
            reduce(next, known);
            for (int i = last; i >= 0; i--) {
                projected[i][last] += reduce(next, basis[i]);
            }
        }
        for (int i = 0; i < last; i++) {
            projected[last][i] = projected[i][last];
        }
        double rest = norm(next);
        scale(next, rest > NOTHING ? 1 / rest : 0);
        return rest;
    }

    /** Reads the largest Ritz pair off and keeps the subspace of the largest few. */
    private int restart(int size, double rest) {
        var matrix = new Array2DRowRealMatrix(projected, true).getSubMatrix(0, size - 1, 0, size - 1);
        var ritz = new EigenDecomposition(matrix); // descending
        eigenvalue = 1 - ritz.getRealEigenvalue(0);
        residual = rest > NOTHING ? rest * Math.abs(ritz.getEigenvector(0).getEntry(size - 1)) : 0;
        int kept = Math.min(KEPT, size - 1);
        double[][] vectors = new double[Math.max(1, kept)][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = combination(ritz.getEigenvector(i).toArray());
        }
        vector = vectors[0];
        for (int i = 0; i < kept; i++) {
            basis[i] = vectors[i];
            Arrays.fill(projected[i], 0);
            projected[i][i] = ritz.getRealEigenvalue(i);
        }
        basis[kept] = basis[size].clone();
        return kept;
    }

    private double[] combination(double[] weights) {
        double[] sum = new double[known.length];
        for (int i = 0; i < weights.length; i++) {
            for (int v = 0; v < sum.length; v++) {
                sum[v] += weights[i] * basis[i][v];
            }
        }
        return sum;
    }

    private void multiply(double[] x, double[] y) {
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

    /** Takes the part along the unit vector u off x and answers how much that was. */
    private static double reduce(double[] x, double[] u) {
        double along = 0;
        for (int v = 0; v < x.length; v++) {
            along += x[v] * u[v];
        }
        for (int v = 0; v < x.length; v++) {
            x[v] -= along * u[v];
        }
        return along;
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    private static void scale(double[] x, double factor) {
        for (int v = 0; v < x.length; v++) {
            x[v] *= factor;
        }
    }
}
