package org.seprank.lab.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;

/**
 * Two layers of rectifiers without biases, {@code f(x) = Σ_j a_j max(0, <w_j, x>)}, and gradient descent on the mean
 * logistic loss {@code (1/n) Σ_i ln(1 + exp(-y_i f(x_i))) + λ(‖W‖² + ‖a‖²)}. f is homogeneous of degree 2 in its
 * parameters, so its normalized margin is {@code 2 min_i y_i f(x_i) / (‖W‖² + ‖a‖²)}, the margin at {@code ‖θ‖² = 2}.
 * Not safe for use by several threads.
 */
final class TwoLayerNetwork {
    private final double[][] inner;
    private final double[] outer;

    /** With these parameters, which become its own. */
    TwoLayerNetwork(double[][] inner, double[] outer) {
        this.inner = inner;
        this.outer = outer;
    }

    /** Independent normal parameters. */
    static TwoLayerNetwork gaussian(int dimension, int width, double deviation, SplittableRandom random) {
        return new TwoLayerNetwork(
                Matrices.gaussian(dimension, width, deviation, random),
                Matrices.gaussian(1, width, deviation, random)[0]);
    }

    /**
     * {@code |x_1| - |x_2|} by four units, which labels every point of {@link LabelledPoints} with 1 or -1: the
     * normalized margin is {@code 2·1/(4 + 4) = 1/4}.
     */
    static TwoLayerNetwork fourUnits(int dimension) {
        double[][] inner = new double[dimension][4];
        inner[0][0] = 1;
        inner[0][1] = -1;
        inner[1][2] = 1;
        inner[1][3] = -1;
        return new TwoLayerNetwork(inner, new double[] {1, 1, -1, -1});
    }

    /** W, [dimension, width], w_j the columns; changed by steps. */
    double[][] inner() {
        return inner;
    }

    /** a; changed by steps. */
    double[] outer() {
        return outer;
    }

    /** {@code f(x_i)} for the rows x_i. Time O(points·dimension·width). */
    double[] outputs(double[][] points) {
        return sums(Products.product(points, inner));
    }

    /** {@code ‖W‖² + ‖a‖²}. */
    double squaredNorm() {
        return Matrices.squaredNorm(inner) + Matrices.dot(outer, outer);
    }

    /** The normalized margin on these points; negative if one is on the wrong side. */
    double margin(LabelledPoints data) {
        return 2 * data.least(outputs(data.points())) / squaredNorm();
    }

    /** Gradient descent of one network on one set of points. */
    final class Descent {
        private final LabelledPoints data;
        private final double lambda;
        private final double[][] products; // [points, width]
        private final double[][] gradient = new double[inner.length][outer.length];
        private final double[] outerGradient = new double[outer.length];
        private double slope;

        Descent(LabelledPoints data, double lambda) {
            this.data = data;
            this.lambda = lambda;
            this.products = new double[data.count()][outer.length];
        }

        /** A step of that rate. Time O(points·dimension·width). */
        void step(double rate) {
            differentiate();
            Matrices.addScaled(-rate, gradient, inner);
            Matrices.addScaled(-rate, outerGradient, outer);
        }

        /**
         * A step of that rate over the mean of {@code 1/(1 + exp(y_i f(x_i)))}, so that it does not become short as the
         * loss does.
         */
        void stepPerSlope(double rate) {
            differentiate();
            Matrices.addScaled(-rate / Math.max(Double.MIN_NORMAL, slope), gradient, inner);
            Matrices.addScaled(-rate / Math.max(Double.MIN_NORMAL, slope), outerGradient, outer);
        }

        private void differentiate() {
            Products.multiply(data.points(), inner, products);
            double[] outputs = sums(products);
            Arrays.fill(outerGradient, 0);
            slope = 0;
            for (int i = 0; i < products.length; i++) {
                double label = data.label(i);
                double part = -label / (products.length * (1 + Math.exp(label * outputs[i])));
                slope += Math.abs(part);
                double[] row = products[i];
                for (int j = 0; j < row.length; j++) {
                    outerGradient[j] += part * Math.max(0, row[j]);
                    row[j] = row[j] > 0 ? part * outer[j] : 0;
                }
            }
            Products.transposedTimes(data.points(), products, gradient);
            Matrices.addScaled(2 * lambda, inner, gradient);
            Matrices.addScaled(2 * lambda, outer, outerGradient);
        }
    }

    private double[] sums(double[][] innerProducts) {
        double[] outputs = new double[innerProducts.length];
        for (int i = 0; i < outputs.length; i++) {
            double sum = 0;
            for (int j = 0; j < outer.length; j++) {
                sum += outer[j] * Math.max(0, innerProducts[i][j]);
            }
            outputs[i] = sum;
        }
        return outputs;
    }
}
