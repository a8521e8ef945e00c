package org.seprank.measure.alignment;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * The eigenvectors of a symmetric matrix with the eigenvalues of largest absolute value, by subspace iteration with
 * Rayleigh-Ritz projection (G. Golub and C. Van Loan, Matrix Computations, 8.2.4). With a block of b vectors, the k
 * that are wanted and {@value #SPARE} more: a step takes b products and O(n b²); {@value #MOST_STEPS} steps at most.
 */
final class DominantSubspace {
    private static final int SPARE = 16;
    private static final int MOST_STEPS = 300;
    private static final double GOAL = 1e-9;

    private final double[][] basis; // vectors, the dominant first
    private final double[] values;
    private double residual = Double.POSITIVE_INFINITY;

    private DominantSubspace(int block, int n, SplittableRandom random) {
        this.basis = new double[block][n];
        this.values = new double[block];
        for (double[] vector : basis) {
            Arrays.setAll(vector, i -> random.nextGaussian());
        }
    }

    /**
     * Iterates until the residuals of the wanted vectors are at most {@value #GOAL} of the largest eigenvalue.
     *
     * @param n the size of the matrix
     * @param wanted how many vectors, in 1..n
     * @param matrix maps a vector to a new one
     * @param seed of the start
     */
    static DominantSubspace of(int n, int wanted, UnaryOperator<double[]> matrix, long seed) {
        DominantSubspace space = new DominantSubspace(Math.min(n, 2 * wanted + SPARE), n, new SplittableRandom(seed));
        space.orthonormalise();
        for (int step = 0; step < MOST_STEPS && space.residual > GOAL; step++) {
            space.step(wanted, matrix);
        }
        return space;
    }

    private void step(int wanted, UnaryOperator<double[]> matrix) {
        double[][] images = new double[basis.length][];
        Arrays.setAll(images, i -> matrix.apply(basis[i]));
        double[][] projected = new double[basis.length][basis.length];
        for (int i = 0; i < basis.length; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = (dot(basis[i], images[j]) + dot(basis[j], images[i])) / 2;
                projected[i][j] = entry;
                projected[j][i] = entry;
            }
        }
        JacobiRotations ritz = JacobiRotations.of(projected);
        int[] order = ritz.order();
        double[][] vectors = new double[basis.length][];
        double[][] mapped = new double[basis.length][];
        for (int i = 0; i < order.length; i++) {
            double[] weights = ritz.vector(order[i]);
            values[i] = ritz.value(order[i]);
            vectors[i] = combined(basis, weights);
            mapped[i] = combined(images, weights);
        }
        residual = residual(vectors, mapped, wanted);
        double[][] next = residual > GOAL ? mapped : vectors;
        System.arraycopy(next, 0, basis, 0, basis.length);
        if (residual > GOAL) {
            orthonormalise();
        }
    }

    /**
     * The largest {@code |A x - μ x|} of the wanted vectors, relative to the largest eigenvalue; 0 for a zero matrix.
     */
    private double residual(double[][] vectors, double[][] mapped, int wanted) {
        double largest = 0;
        for (int i = 0; i < wanted; i++) {
            double square = 0;
            for (int v = 0; v < vectors[i].length; v++) {
                square += Math.pow(mapped[i][v] - values[i] * vectors[i][v], 2);
            }
            largest = Math.max(largest, Math.sqrt(square));
        }
        return values[0] == 0 ? 0 : largest / Math.abs(values[0]);
    }

    private static double[] combined(double[][] vectors, double[] weights) {
        double[] sum = new double[vectors[0].length];
        for (int i = 0; i < weights.length; i++) {
            for (int v = 0; v < sum.length; v++) {
                sum[v] += weights[i] * vectors[i][v];
            }
        }
        return sum;
    }

    /** Gram and Schmidt, twice; a vector of which nothing is left becomes a unit vector and is done again. */
    private void orthonormalise() {
        int spare = 0;
        for (int i = 0; i < basis.length; i++) {
            double before = Math.sqrt(dot(basis[i], basis[i]));
            double after = reduced(i);
            while (!(after > 1e-10 * before)) {
                Arrays.fill(basis[i], 0);
                basis[i][spare++ % basis[i].length] = 1;
                before = 1;
                after = reduced(i);
            }
            double scale = 1 / after;
            double[] vector = basis[i];
            Arrays.setAll(vector, v -> vector[v] * scale);
        }
    }

    /** Takes off what is along the vectors before; the norm that is left. */
    private double reduced(int i) {
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < i; j++) {
                double along = dot(basis[i], basis[j]);
                for (int v = 0; v < basis[i].length; v++) {
                    basis[i][v] -= along * basis[j][v];
                }
            }
        }
        return Math.sqrt(dot(basis[i], basis[i]));
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** The i-th vector, of norm 1; must not be changed. */
    double[] vector(int i) {
        return basis[i];
    }

    /** Its eigenvalue. */
    double value(int i) {
        return values[i];
    }

    /** How many of the first vectors have eigenvalues that are not 0 within rounding. */
    int rank(int wanted) {
        int rank = 0;
        while (rank < wanted && Math.abs(values[rank]) > 1e-10 * Math.abs(values[0])) {
            rank++;
        }
        return rank;
    }

    /** The largest residual, relative to the largest eigenvalue. */
    double residual() {
        return residual;
    }
}
