package org.seprank.lab.linear;

import org.seprank.linear.Matrices;

/** A norm of parameters and the steepest descent with respect to it. */
enum Geometry {
    /** The sum of absolute values; steepest descent moves one coordinate. */
    SUM("ℓ1") {
        @Override
        double norm(double[] w) {
            double sum = 0;
            for (double entry : w) {
                sum += Math.abs(entry);
            }
            return sum;
        }

        @Override
        void step(double[] w, double[] gradient, double eta) {
            int steepest = 0;
            for (int j = 1; j < w.length; j++) {
                steepest = Math.abs(gradient[j]) > Math.abs(gradient[steepest]) ? j : steepest;
            }
            w[steepest] -= eta * gradient[steepest];
        }
    },
    /** The Euclidean norm; steepest descent is gradient descent. */
    EUCLIDEAN("ℓ2") {
        @Override
        double norm(double[] w) {
            return Math.sqrt(Matrices.dot(w, w));
        }

        @Override
        void step(double[] w, double[] gradient, double eta) {
            Matrices.addScaled(-eta, gradient, w);
        }
    },
    /** The largest absolute value; steepest descent moves all coordinates equally far. */
    LARGEST("ℓ∞") {
        @Override
        double norm(double[] w) {
            double largest = 0;
            for (double entry : w) {
                largest = Math.max(largest, Math.abs(entry));
            }
            return largest;
        }

        @Override
        void step(double[] w, double[] gradient, double eta) {
            double length = SUM.norm(gradient);
            for (int j = 0; j < w.length; j++) {
                w[j] -= eta * length * Math.signum(gradient[j]);
            }
        }
    };

    private final String sign;

    Geometry(String sign) {
        this.sign = sign;
    }

    /** As it is written. */
    String sign() {
        return sign;
    }

    abstract double norm(double[] w);

    /** {@code w += η argmin_v <g, v> + ½‖v‖²}. */
    abstract void step(double[] w, double[] gradient, double eta);
}
