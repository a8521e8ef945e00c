package org.seprank.linear;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The largest eigenvalue and its eigenvector of a symmetric operator on a subspace, by the thick-restart Lanczos method
 * (K. Wu and H. Simon, SIAM J. Matrix Anal. Appl. 22, 2000) with full reorthogonalisation. Memory {@value #BASIS}
 * vectors; a step takes one application and {@value #BASIS} inner products.
 */
public final class Lanczos {
    /** Norm of {@code A x - mu x} for unit x at which the iteration ends. */
    public static final double TOLERANCE = 1e-9;

    private static final int BASIS = 40;
    private static final int KEPT = 12;
    private static final int CYCLES = 300;

    /** Below this norm what is left of a vector is rounding: the basis spans an invariant subspace. */
    private static final double NOTHING = 1e-13;

    /** A symmetric matrix of norm near 1, and a subspace. */
    public interface Operator {
        /** Sets {@code y} to the image of {@code x}, a different array. */
        void apply(double[] x, double[] y);

        /** Takes off {@code x} what is not in the subspace, which the matrix maps to itself. */
        void project(double[] x);
    }

    private final Operator operator;
    private final double[][] basis;
    private final double[][] projected;
    private double[] vector;
    private double value;
    private double residual;

    private Lanczos(Operator operator, double[] start) {
        this.operator = operator;
        int dimension = Math.min(BASIS, start.length);
        this.basis = new double[dimension + 1][start.length];
        this.projected = new double[dimension][dimension];
        this.vector = new double[start.length];
        System.arraycopy(start, 0, basis[0], 0, start.length);
    }

    /**
     * Iterates from {@code start} until the residual is at most {@value #TOLERANCE}, or for {@value #CYCLES} cycles.
     */
    public static Lanczos of(Operator operator, double[] start) {
        Lanczos lanczos = new Lanczos(operator, start);
        lanczos.iterate();
        return lanczos;
    }

    /** The eigenvector, of norm 1; 0 if the subspace has none but that. */
    public double[] vector() {
        return vector.clone();
    }

    /** The eigenvalue. */
    public double value() {
        return value;
    }

    /** Norm of {@code A x - mu x}; the eigenvalue is no farther than that from one of the operator. */
    public double residual() {
        return residual;
    }

    private void iterate() {
        operator.project(basis[0]);
        double norm = norm(basis[0]);
        if (norm <= NOTHING) {
            return;
        }
        scale(basis[0], 1 / norm);
        residual = Double.POSITIVE_INFINITY;
        int size = 0;
        for (int cycle = 0; cycle < CYCLES && residual > TOLERANCE; cycle++) {
            double rest = 1;
            while (size < projected.length && rest > NOTHING) {
                rest = extend(size++);
            }
            size = restart(size, rest);
        }
    }

    /** Adds the next basis vector and a row of the projected matrix; answers the norm that the vector had. */
    private double extend(int last) {
        double[] next = basis[last + 1];
        operator.apply(basis[last], next);
        for (int i = 0; i <= last; i++) {
            projected[i][last] = 0;
        }
        for (int pass = 0; pass < 2; pass++) {
            operator.project(next);
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
        value = ritz.getRealEigenvalue(0);
        residual = rest > NOTHING ? rest * Math.abs(ritz.getEigenvector(0).getEntry(size - 1)) : 0;
        int kept = Math.min(KEPT, size - 1);
        double[][] vectors = new double[Math.max(1, kept)][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = combination(ritz.getEigenvector(i).toArray());
        }
        vector = vectors[0];
        for (int i = 0; i < kept; i++) {
            System.arraycopy(vectors[i], 0, basis[i], 0, vector.length);
            Arrays.fill(projected[i], 0);
            projected[i][i] = ritz.getRealEigenvalue(i);
        }
        System.arraycopy(basis[size], 0, basis[kept], 0, vector.length);
        return kept;
    }

    private double[] combination(double[] weights) {
        double[] sum = new double[vector.length];
        for (int i = 0; i < weights.length; i++) {
            for (int v = 0; v < sum.length; v++) {
                sum[v] += weights[i] * basis[i][v];
            }
        }
        return sum;
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
        for (double entry : x) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }

    private static void scale(double[] x, double factor) {
        for (int v = 0; v < x.length; v++) {
            x[v] *= factor;
        }
    }
}
