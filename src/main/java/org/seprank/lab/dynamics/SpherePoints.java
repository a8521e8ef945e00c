package org.seprank.lab.dynamics;

import java.util.SplittableRandom;
import org.seprank.linear.Matrices;
import org.seprank.linear.SymmetricEigen;

/** Random points of norm 1 with values ±1 in turn, and the kernel of infinite width on them. Immutable. */
final class SpherePoints {
    private final double[][] points;

    private SpherePoints(double[][] points) {
        this.points = points;
    }

    static SpherePoints random(int count, int dimension, SplittableRandom random) {
        double[][] points = Matrices.gaussian(count, dimension, 1, random);
        for (double[] point : points) {
            double norm = Math.sqrt(Matrices.dot(point, point));
            for (int j = 0; j < dimension; j++) {
                point[j] /= norm;
            }
        }
        return new SpherePoints(points);
    }

    /** As rows; not to be written to. */
    double[][] points() {
        return points;
    }

    /** What is to be fitted at a point. */
    double value(int point) {
        return point % 2 == 0 ? 1 : -1;
    }

    /** {@code H_ij = <x_i, x_j> (π - arccos <x_i, x_j>)/(2π)}: one hidden layer, its weights trained (1810.02054). */
    double[][] limit() {
        double[][] limit = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points.length; j++) {
                double cosine = i == j ? 1 : Math.max(-1, Math.min(1, Matrices.dot(points[i], points[j])));
                limit[i][j] = cosine * (Math.PI - Math.acos(cosine)) / (2 * Math.PI);
            }
        }
        return limit;
    }

    /** The least eigenvalue of {@link #limit}. */
    double leastEigenvalue() {
        SymmetricEigen eigen = SymmetricEigen.of(limit());
        return eigen.value(eigen.size() - 1);
    }
}
