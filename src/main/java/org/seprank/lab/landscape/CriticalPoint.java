package org.seprank.lab.landscape;

import java.util.SplittableRandom;
import org.seprank.linear.Lanczos;
import org.seprank.linear.Matrices;
import org.seprank.linear.SymmetricEigen;

/**
 * A point where the gradient of a loss is 0 to rounding, whatever the signs of the Hessian's eigenvalues are: found by
 * damped Gauss-Newton steps (Levenberg and Marquardt) {@code (H² + μI) p = -H g} on {@code ½‖g‖²}. Immutable.
 */
final class CriticalPoint {
    private static final int STEPS = 300;
    private static final double LEAST_DAMPING = 1e-11;

    private final Landscape landscape;
    private final double[] at;
    private final double slope;

    private CriticalPoint(Landscape landscape, double[] at) {
        this.landscape = landscape;
        this.at = at;
        this.slope = norm(landscape.gradient(at));
    }

    /** This point, wherever it is. */
    static CriticalPoint at(Landscape landscape, double[] point) {
        return new CriticalPoint(landscape, point.clone());
    }

    /**
     * The search's last point, critical if its {@link #slope} is near 0. Time O(size) products with the Hessian and
     * O(size³) for a step.
     *
     * @param start not changed
     * @param enough norm of the gradient to stop at
     */
    static CriticalPoint near(Landscape landscape, double[] start, double enough) {
        double[] at = start.clone();
        double[] gradient = landscape.gradient(at);
        double damping = 1e-2;
        for (int step = 0; step < STEPS && norm(gradient) > enough; step++) {
            SymmetricEigen hessian = hessian(landscape, at);
            boolean better = false;
            for (int trial = 0; trial < 30 && !better; trial++) {
                double[] moved = at.clone();
                Matrices.addScaled(-1, direction(hessian, gradient, damping), moved);
                double[] there = landscape.gradient(moved);
                better = norm(there) < norm(gradient);
                damping = better ? Math.max(LEAST_DAMPING, damping / 5) : damping * 4;
                if (better) {
                    at = moved;
                    gradient = there;
                }
            }
            if (!better) {
                break;
            }
        }
        return new CriticalPoint(landscape, at);
    }

    /** {@code (H² + μI)^{-1} H g} by the eigenvectors of H, so that H is not squared. */
    private static double[] direction(SymmetricEigen hessian, double[] gradient, double damping) {
        double[] direction = new double[gradient.length];
        for (int k = 0; k < hessian.size(); k++) {
            double value = hessian.value(k);
            double[] vector = hessian.vector(k);
            Matrices.addScaled(value / (value * value + damping) * Matrices.dot(vector, gradient), vector, direction);
        }
        return direction;
    }

    /** All of it, by products with the unit vectors. */
    private static SymmetricEigen hessian(Landscape landscape, double[] at) {
        int size = at.length;
        double[][] hessian = new double[size][];
        double[] unit = new double[size];
        for (int j = 0; j < size; j++) {
            unit[j] = 1;
            hessian[j] = landscape.curvature(at, unit);
            unit[j] = 0;
            for (int i = 0; i < j; i++) { // equal but for rounding
                hessian[j][i] = hessian[i][j];
            }
        }
        return SymmetricEigen.of(hessian);
    }

    private static double norm(double[] x) {
        return Math.sqrt(Matrices.dot(x, x));
    }

    /** The norm of the gradient. */
    double slope() {
        return slope;
    }

    /** The loss. */
    double value() {
        return landscape.value(at);
    }

    /** Where it is; a new array. */
    double[] parameters() {
        return at.clone();
    }

    /** The least eigenvalue of the Hessian, by Lanczos on products with it. */
    double leastEigenvalue(SplittableRandom random) {
        double[] start = Matrices.gaussian(1, at.length, 1, random)[0];
        double largest = Math.abs(extreme(start, 1, 1));
        double bound = Math.max(largest, Math.abs(extreme(start, -1, 1)));
        return bound == 0 ? 0 : -bound * extreme(start, -1, bound);
    }

    /** The greatest eigenvalue of the Hessian times a sign, over a scale. */
    private double extreme(double[] start, int sign, double scale) {
        return Lanczos.of(
                        new Lanczos.Operator() {
                            @Override
                            public void apply(double[] x, double[] y) {
                                double[] image = landscape.curvature(at, x);
                                for (int i = 0; i < y.length; i++) {
                                    y[i] = sign * image[i] / scale;
                                }
                            }

                            @Override
                            public void project(double[] x) {
                                // the whole space
                            }
                        },
                        start)
                .value();
    }
}
