package org.seprank.rewire.feature.plane;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.dataset.SparseFeatures;
import org.seprank.linear.Lanczos;

/**
 * The rows of a matrix in the plane of its first two principal components: {@code ((x_v - m) a, (x_v - m) b)}, m the
 * mean row and a, b the unit eigenvectors of the covariance with the largest eigenvalues, each with its largest entry
 * positive. Where the second eigenvalue is 0 all rows are on a line. Equal rows are equal points to the last digit. The
 * iteration starts from the same vector always, so nothing is random. Time O(entries) for each of its steps.
 */
public final class PrincipalPlane {
    private static final double NOTHING = 1e-12; // of the largest eigenvalue

    private final SparseFeatures rows;
    private final double[] mean;
    private final double[][] coordinates;

    private PrincipalPlane(SparseFeatures rows) {
        this.rows = rows;
        this.mean = transposed(ones(rows.rows()));
        for (int c = 0; c < mean.length; c++) {
            mean[c] /= Math.max(1, rows.rows());
        }
        this.coordinates = new double[2][rows.rows()];
        place();
    }

    /** The plane of a matrix. */
    public static PrincipalPlane of(SparseFeatures rows) {
        return new PrincipalPlane(rows);
    }

    /** The first coordinate of each row. */
    public double[] x() {
        return coordinates[0].clone();
    }

    /** The second coordinate of each row. */
    public double[] y() {
        return coordinates[1].clone();
    }

    private void place() {
        Centred first = new Centred(new double[0]);
        if (first.trace <= 0) {
            return;
        }
        Lanczos one = Lanczos.of(first, start(1));
        coordinates[0] = projected(axis(one.vector()));
        Lanczos two = Lanczos.of(new Centred(one.vector()), start(2));
        if (two.value() > NOTHING * one.value()) {
            coordinates[1] = projected(axis(two.vector()));
        }
    }

    private double[] start(long which) {
        SplittableRandom random = new SplittableRandom(which);
        double[] start = new double[rows.rows()];
        Arrays.setAll(start, v -> random.nextDouble() - 0.5);
        return start;
    }

    /** The eigenvector of the covariance that belongs to one of the Gram matrix. */
    private double[] axis(double[] vector) {
        double[] axis = transposed(vector);
        int largest = 0;
        double square = 0;
        for (int c = 0; c < axis.length; c++) {
            square += axis[c] * axis[c];
            largest = Math.abs(axis[c]) > Math.abs(axis[largest]) ? c : largest;
        }
        double scale = Math.signum(axis[largest]) / Math.sqrt(square);
        for (int c = 0; c < axis.length; c++) {
            axis[c] *= scale;
        }
        return axis;
    }

    private double[] projected(double[] axis) {
        double[] coordinate = multiplied(axis);
        double middle = dot(mean, axis);
        for (int v = 0; v < coordinate.length; v++) {
            coordinate[v] -= middle;
        }
        return coordinate;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** {@code X^T x}; x has mean 0, or stands for all rows. */
    private double[] transposed(double[] x) {
        double[] sums = new double[rows.columns()];
        for (int v = 0; v < x.length; v++) {
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                sums[rows.indices()[k]] += rows.values()[k] * x[v];
            }
        }
        return sums;
    }

    /** {@code X a}. */
    private double[] multiplied(double[] a) {
        double[] products = new double[rows.rows()];
        for (int v = 0; v < products.length; v++) {
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                products[v] += rows.values()[k] * a[rows.indices()[k]];
            }
        }
        return products;
    }

    /** The Gram matrix of the rows without their mean, divided by its trace, off one vector. */
    private final class Centred implements Lanczos.Operator {
        private final double[] off;
        private final double trace;

        Centred(double[] off) {
            this.off = off;
            double squares = 0;
            for (float value : rows.values()) {
                squares += (double) value * value;
            }
            double spread = squares - rows.rows() * dot(mean, mean);
            this.trace = spread > NOTHING * squares ? spread : 0;
        }

        @Override
        public void apply(double[] x, double[] y) {
            double[] image = multiplied(transposed(x));
            for (int v = 0; v < y.length; v++) {
                y[v] = image[v] / trace;
            }
            project(y);
        }

        @Override
        public void project(double[] x) {
            double average = Arrays.stream(x).sum() / x.length;
            double along = 0;
            for (int v = 0; v < x.length; v++) {
                x[v] -= average;
                along += off.length == 0 ? 0 : x[v] * off[v];
            }
            for (int v = 0; v < off.length; v++) {
                x[v] -= along * off[v];
            }
        }
    }
}
