package org.seprank.lab.linear;

import org.seprank.linear.Matrices;

/**
 * The greatest ℓ2 margin of points through 0, {@code max_{‖w‖ ≤ 1} min_i <w, z_i>}, which is the distance of 0 to their
 * convex hull: weight is moved from the point farthest along the nearest one so far to the point least along it, by as
 * much as is best (Mitchell, Dem'yanov and Malozemov 1974), until the margin and its bound, the distance, agree. Time
 * O(n² d) and O(n) for each move.
 */
final class HardMargin {
    private static final int MOVES = 2_000_000;
    private static final double EXACT = 1e-9;

    private final double[] direction;
    private final double lower;
    private final double upper;

    private HardMargin(double[] direction, double lower, double upper) {
        this.direction = direction;
        this.lower = lower;
        this.upper = upper;
    }

    /** Of points that a direction separates from 0; not copied. */
    static HardMargin of(double[][] points) {
        int n = points.length;
        double[][] gram = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = Matrices.dot(points[i], points[j]);
                gram[j][i] = gram[i][j];
            }
        }
        double[] weights = new double[n];
        weights[0] = 1;
        double[] along = gram[0].clone();
        for (int move = 0; move < MOVES; move++) {
            int least = 0;
            int most = -1;
            for (int i = 0; i < n; i++) {
                least = along[i] < along[least] ? i : least;
                most = weights[i] > 0 && (most < 0 || along[i] > along[most]) ? i : most;
            }
            if (along[most] - along[least] <= EXACT * Math.abs(along[most])) {
                break;
            }
            double squared = gram[least][least] + gram[most][most] - 2 * gram[least][most];
            double moved = Math.min(weights[most], (along[most] - along[least]) / squared);
            weights[most] = moved == weights[most] ? 0 : weights[most] - moved;
            weights[least] += moved;
            for (int i = 0; i < n; i++) {
                along[i] += moved * (gram[least][i] - gram[most][i]);
            }
        }
        return of(points, weights);
    }

    private static HardMargin of(double[][] points, double[] weights) {
        double[] w = new double[points[0].length];
        for (int i = 0; i < points.length; i++) {
            Matrices.addScaled(weights[i], points[i], w);
        }
        double norm = Math.sqrt(Matrices.dot(w, w));
        double least = Double.POSITIVE_INFINITY;
        for (double[] point : points) {
            least = Math.min(least, Matrices.dot(w, point) / norm);
        }
        for (int j = 0; j < w.length; j++) {
            w[j] /= norm;
        }
        return new HardMargin(w, least, norm);
    }

    /** The direction, of norm 1; a new array. */
    double[] direction() {
        return direction.clone();
    }

    /** The margin of the direction. */
    double lower() {
        return lower;
    }

    /** A margin that no direction exceeds. */
    double upper() {
        return upper;
    }
}
