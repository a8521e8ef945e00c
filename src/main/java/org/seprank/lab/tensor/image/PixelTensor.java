package org.seprank.lab.tensor.image;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.linear.Matrices;

/**
 * A tensor of one mode of length 2 per pixel, the sum of R outer products: its entry at a binary image x is {@code f(x)
 * = Σ_r Π_n w_n[x_n, r]} (Razin, Maman and Cohen, arXiv 2102.09972). Its 2^N entries are never held; a value or
 * derivative takes time O(N R). Trained by Adam (arXiv 1412.6980). Not safe for use by several threads.
 */
final class PixelTensor {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double EPSILON = 1e-8;

    private final double[][] weights; // row 2n + x_n, R columns
    private final double[][] gradient;
    private final double[][] firstMoment;
    private final double[][] secondMoment;
    private final double[][] prefixes; // row n: products over the pixels before n
    private final double[] suffix;
    private int steps;

    private PixelTensor(double[][] weights) {
        int components = weights[0].length;
        this.weights = weights;
        this.gradient = new double[weights.length][components];
        this.firstMoment = new double[weights.length][components];
        this.secondMoment = new double[weights.length][components];
        this.prefixes = new double[weights.length / 2 + 1][components];
        this.suffix = new double[components];
        Arrays.fill(prefixes[0], 1);
    }

    /** These weights, [2N, R], row 2n + b for pixel n of value b; kept. */
    static PixelTensor over(double[][] weights) {
        return new PixelTensor(weights);
    }

    /**
     * Independent normal weights about {@code R^{-1/N}}, so that every value is about 1 at the beginning: sums of
     * products about 1 would begin at R, and descent from there ends with all products at 0.
     *
     * @param pixels N
     * @param components R
     */
    static PixelTensor nearOne(int pixels, int components, double deviation, SplittableRandom random) {
        double[][] weights = Matrices.gaussian(2 * pixels, components, deviation, random);
        double mean = Math.pow(components, -1.0 / pixels);
        for (double[] row : weights) {
            for (int r = 0; r < components; r++) {
                row[r] += mean;
            }
        }
        return over(weights);
    }

    /** f(x). */
    double value(byte[] image) {
        for (int n = 0; n < image.length; n++) {
            double[] row = weights[2 * n + image[n]];
            double[] before = prefixes[n];
            double[] after = prefixes[n + 1];
            for (int r = 0; r < row.length; r++) {
                after[r] = before[r] * row[r];
            }
        }
        return Arrays.stream(prefixes[image.length]).sum();
    }

    /** The derivatives computed last, as the weights; not to be written to. */
    double[][] gradient() {
        return gradient;
    }

    /** The mean of (f(x) - y)² over the images; computes its derivatives. */
    double differentiate(BinaryImages data) {
        for (double[] row : gradient) {
            Arrays.fill(row, 0);
        }
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            byte[] image = data.image(i);
            double error = value(image) - data.target(i);
            sum += error * error;
            back(image, 2 * error / data.size());
        }
        return sum / data.size();
    }

    private void back(byte[] image, double slope) {
        Arrays.fill(suffix, slope);
        for (int n = image.length - 1; n >= 0; n--) {
            double[] row = weights[2 * n + image[n]];
            double[] by = gradient[2 * n + image[n]];
            double[] before = prefixes[n];
            for (int r = 0; r < row.length; r++) {
                by[r] += suffix[r] * before[r];
                suffix[r] *= row[r];
            }
        }
    }

    /** A step of Adam along the derivatives computed last. */
    void step(double rate) {
        steps++;
        double length = rate / (1 - Math.pow(FIRST, steps));
        double unseen = 1 - Math.pow(SECOND, steps);
        for (int k = 0; k < weights.length; k++) {
            for (int r = 0; r < suffix.length; r++) {
                double slope = gradient[k][r];
                firstMoment[k][r] = FIRST * firstMoment[k][r] + (1 - FIRST) * slope;
                secondMoment[k][r] = SECOND * secondMoment[k][r] + (1 - SECOND) * slope * slope;
                weights[k][r] -= length * firstMoment[k][r] / (Math.sqrt(secondMoment[k][r] / unseen) + EPSILON);
            }
        }
    }

    /** The mean over the images of min((f(x) - y)², most). */
    double error(BinaryImages data, double most) {
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            double error = value(data.image(i)) - data.target(i);
            sum += Math.min(error * error, most);
        }
        return sum / data.size();
    }
}
