package org.seprank.lab.landscape;

/**
 * A layer of k rectifiers that learns another of d over Gaussian inputs of dimension d, all output weights 1 and the
 * teacher's units the unit vectors: {@code ½ E (Σ_i max(0, <w_i, x>) - Σ_j max(0, <v_j, x>))²}, by the closed form
 * {@code E max(0, <w, x>) max(0, <v, x>) = ‖w‖‖v‖ (sin θ + (π - θ) cos θ)/(2π)} at the angle θ. From d = 6 on it has
 * local minima that are not global (Safran and Shamir, arXiv 1712.08968). Immutable.
 */
final class RectifierLandscape implements Landscape {
    private final int units;
    private final int dimension;

    /** With k units and d teachers in dimension d. */
    RectifierLandscape(int units, int dimension) {
        this.units = units;
        this.dimension = dimension;
    }

    @Override
    public int size() {
        return units * dimension;
    }

    /** Unit i of the student, or of the teacher behind its last; a new array. */
    private double[] unit(double[] at, int i) {
        double[] unit = new double[dimension];
        if (i < units) {
            System.arraycopy(at, i * dimension, unit, 0, dimension);
        } else {
            unit[i - units] = 1;
        }
        return unit;
    }

    private double sign(int i) {
        return i < units ? 1 : -1;
    }

    private static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += x[j] * y[j];
        }
        return sum;
    }

    private double[][] all(double[] at) {
        double[][] all = new double[units + dimension][];
        for (int i = 0; i < all.length; i++) {
            all[i] = unit(at, i);
        }
        return all;
    }

    @Override
    public double value(double[] at) {
        double[][] all = all(at);
        double sum = 0;
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < all.length; j++) {
                double lengths = norm(all[i]) * norm(all[j]);
                double angle = angle(dot(all[i], all[j]) / lengths);
                double mean = lengths * (Math.sin(angle) + (Math.PI - angle) * Math.cos(angle)) / (2 * Math.PI);
                sum += sign(i) * sign(j) * mean / 2;
            }
        }
        return Math.max(0, sum);
    }

    private static double angle(double cosine) {
        return Math.acos(Math.max(-1, Math.min(1, cosine)));
    }

    /** By unit i: the sum over j of {@code ±(‖v_j‖ sin θ w_i/‖w_i‖ + (π - θ) v_j)/(2π)}. */
    @Override
    public double[] gradient(double[] at) {
        double[][] all = all(at);
        double[] gradient = new double[size()];
        for (int i = 0; i < units; i++) {
            double length = norm(all[i]);
            for (int j = 0; j < all.length; j++) {
                double other = norm(all[j]);
                double angle = i == j ? 0 : angle(dot(all[i], all[j]) / (length * other));
                double along = other * Math.sin(angle) / length;
                for (int d = 0; d < dimension; d++) {
                    gradient[i * dimension + d] +=
                            sign(j) * (along * all[i][d] + (Math.PI - angle) * all[j][d]) / (2 * Math.PI);
                }
            }
        }
        return gradient;
    }

    @Override
    public double[] curvature(double[] at, double[] direction) {
        double[][] all = all(at);
        double[] result = new double[size()];
        double[] still = new double[dimension];
        for (int i = 0; i < units; i++) {
            double[] moved = unit(direction, i);
            for (int j = 0; j < all.length; j++) {
                double[] otherMoved = j < units ? unit(direction, j) : still;
                double[] slope = i == j ? halved(moved) : slope(all[i], all[j], moved, otherMoved);
                for (int d = 0; d < dimension; d++) {
                    result[i * dimension + d] += sign(j) * slope[d];
                }
            }
        }
        return result;
    }

    private static double[] halved(double[] x) {
        double[] half = x.clone();
        for (int d = 0; d < half.length; d++) {
            half[d] /= 2;
        }
        return half;
    }

    /** How a pair's part of the gradient by w changes as w moves by p and v by q. */
    private static double[] slope(double[] w, double[] v, double[] p, double[] q) {
        double length = norm(w);
        double other = norm(v);
        double cosine = Math.max(-1, Math.min(1, dot(w, v) / (length * other)));
        double sine = Math.sqrt(1 - cosine * cosine);
        double angle = Math.acos(cosine);
        double growth = dot(w, p) / (length * length);
        double otherGrowth = dot(v, q) / (other * other);
        double turned = (dot(p, v) + dot(w, q)) / (length * other) - cosine * (growth + otherGrowth);
        double turn = sine > 1e-9 ? -turned / sine : 0; // at equal directions its two terms cancel
        double ratio = other / length;
        double[] slope = new double[w.length];
        for (int d = 0; d < slope.length; d++) {
            double stretched = ratio * (sine * (otherGrowth - growth) + cosine * turn) * w[d] + ratio * sine * p[d];
            slope[d] = (stretched - turn * v[d] + (Math.PI - angle) * q[d]) / (2 * Math.PI);
        }
        return slope;
    }
}
