package org.seprank.linear;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;

/** Sums, norms and random matrices; matrices are arrays of rows. */
public final class Matrices {
    private Matrices() {}

    /** A new matrix of independent normal entries. */
    public static double[][] gaussian(int rows, int columns, double deviation, SplittableRandom random) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = deviation * random.nextGaussian();
            }
        }
        return matrix;
    }

    /** A new matrix with orthonormal columns, from the QR decomposition of a Gaussian one; rows at least columns. */
    public static double[][] orthonormal(int rows, int columns, SplittableRandom random) {
        if (rows < columns) {
            throw new IllegalArgumentException(columns + " columns of length " + rows + " cannot be orthonormal");
        }
        return new QRDecomposition(new Array2DRowRealMatrix(gaussian(rows, columns, 1, random), false))
                .getQ()
                .getSubMatrix(0, rows - 1, 0, columns - 1)
                .getData();
    }

    /** A new multiple of the identity. */
    public static double[][] identity(int n, double scale) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = scale;
        }
        return matrix;
    }

    /** A new {@code aᵀ}. */
    public static double[][] transposed(double[][] a) {
        double[][] t = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < t.length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }

    /** {@code y += s x}. */
    public static void addScaled(double s, double[] x, double[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] += s * x[j];
        }
    }

    /** {@code y += s x}. */
    public static void addScaled(double s, double[][] x, double[][] y) {
        for (int i = 0; i < y.length; i++) {
            addScaled(s, x[i], y[i]);
        }
    }

    /** A new {@code a - b}. */
    public static double[][] difference(double[][] a, double[][] b) {
        double[][] d = copy(a);
        addScaled(-1, b, d);
        return d;
    }

    /** A new matrix of the same entries. */
    public static double[][] copy(double[][] a) {
        double[][] copy = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            copy[i] = a[i].clone();
        }
        return copy;
    }

    /** Multiplies all entries. */
    public static void scale(double s, double[][] a) {
        for (double[] row : a) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= s;
            }
        }
    }

    /** {@code <x, y>}, in four sums that the processor can take at once. */
    public static double dot(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 3 < x.length; j += 4) {
            s0 += x[j] * y[j];
            s1 += x[j + 1] * y[j + 1];
            s2 += x[j + 2] * y[j + 2];
            s3 += x[j + 3] * y[j + 3];
        }
        for (; j < x.length; j++) {
            s0 += x[j] * y[j];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** The sum of the products of corresponding entries. */
    public static double dot(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += dot(a[i], b[i]);
        }
        return sum;
    }

    /** The square of the Frobenius norm. */
    public static double squaredNorm(double[][] a) {
        return dot(a, a);
    }

    /** The Frobenius norm. */
    public static double norm(double[][] a) {
        return Math.sqrt(squaredNorm(a));
    }

    /** {@code ‖a - b‖ / ‖b‖}. */
    public static double relativeError(double[][] a, double[][] b) {
        return norm(difference(a, b)) / norm(b);
    }

    /** Rows and columns, such as "[2, 3]". */
    public static String shape(double[][] a) {
        return "[" + a.length + ", " + (a.length == 0 ? 0 : a[0].length) + "]";
    }
}
