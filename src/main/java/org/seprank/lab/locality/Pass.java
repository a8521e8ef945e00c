package org.seprank.lab.locality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.seprank.lab.locality.image.Shape;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;

/**
 * A {@link ConvNet} f at work on a fixed number of samples: {@link #forward}, then {@link #differentiate} for
 * {@code ∇ₓf}, then {@link #tangent} for the derivative of f along a direction, then {@link #accumulate} for parameter
 * derivatives. The tangent {@code ⟨∇ₓf, p⟩} is the answer to p of the same network with frozen units and without
 * biases; it is linear in the activations, so that its backward signals are those of f, and the derivatives of a loss
 * and of tangents are one product with a sum of activations. Time O(cost of the layers) each. Not for several threads.
 */
final class Pass {
    private final ConvNet net;
    private final int samples;
    private final List<double[][]> activations = new ArrayList<>();
    private final List<double[][]> signals = new ArrayList<>();
    private final List<double[][]> tangents = new ArrayList<>();
    private final List<double[][]> mixed = new ArrayList<>();
    private final List<double[][]> columns = new ArrayList<>();
    private final List<double[][]> products = new ArrayList<>();
    private final double[] logits;

    /** With arrays for so many samples. */
    Pass(ConvNet net, int samples) {
        this.net = net;
        this.samples = samples;
        this.logits = new double[samples];
        add(net.in());
        for (Convolution layer : net.layers()) {
            add(layer.out());
            columns.add(new double[layer.taps()][layer.out().area() * samples]);
            products.add(new double[layer.out().channels()][layer.taps()]);
        }
    }

    /** Bytes that one takes. */
    static long memory(ConvNet net, int samples) {
        long numbers = 4L * net.in().size() * samples;
        for (Convolution layer : net.layers()) {
            numbers +=
                    (4L * layer.out().size() + (long) layer.taps() * layer.out().area()) * samples;
            numbers += (long) layer.taps() * layer.out().channels();
        }
        return numbers * Double.BYTES;
    }

    private void add(Shape shape) {
        for (List<double[][]> arrays : List.of(activations, signals, tangents, mixed)) {
            arrays.add(new double[shape.channels()][shape.area() * samples]);
        }
    }

    int samples() {
        return samples;
    }

    /** To be written: the samples, channels x positions·samples. */
    double[][] input() {
        return activations.get(0);
    }

    /** {@code ∂f/∂input} of every sample, after {@link #differentiate}. */
    double[][] inputGradient() {
        return signals.get(0);
    }

    /** To be written: the direction of {@link #tangent}. */
    double[][] direction() {
        return tangents.get(0);
    }

    /** The answers to {@link #input}, live. */
    double[] forward() {
        for (int l = 0; l < net.layers().size(); l++) {
            double[][] next = activations.get(l + 1);
            convolve(l, activations.get(l), next);
            double[] biases = net.biases(l);
            for (int c = 0; c < next.length; c++) {
                rectify(next[c], biases[c]);
            }
        }
        Arrays.fill(logits, net.offset());
        addMeans(activations.get(net.layers().size()), net.head(), logits);
        return logits;
    }

    /** The last answers. */
    double[] logits() {
        return logits;
    }

    private void convolve(int layer, double[][] from, double[][] to) {
        net.layers().get(layer).gather(from, samples, columns.get(layer));
        Products.multiply(net.weights(layer), columns.get(layer), to);
    }

    private static void rectify(double[] values, double bias) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(values[i] + bias, 0);
        }
    }

    /** Adds the mean of every channel times its coefficient. */
    private void addMeans(double[][] channels, double[] head, double[] sums) {
        int area = channels[0].length / samples;
        for (int c = 0; c < channels.length; c++) {
            double scale = head[c] / area;
            for (int i = 0; i < channels[c].length; i++) {
                sums[i % samples] += scale * channels[c][i];
            }
        }
    }

    /**
     * Backward signals of every sample's answer; after {@link #forward}.
     *
     * @param toInput whether down to the input
     */
    void differentiate(boolean toInput) {
        int last = net.layers().size();
        double[][] top = signals.get(last);
        for (int c = 0; c < top.length; c++) {
            Arrays.fill(top[c], net.head()[c] / net.layers().get(last - 1).out().area());
        }
        mask(top, activations.get(last));
        for (int l = last - 1; l >= (toInput ? 0 : 1); l--) {
            Products.transposedTimes(net.weights(l), signals.get(l + 1), columns.get(l));
            net.layers().get(l).scatter(columns.get(l), samples, signals.get(l));
            if (l > 0) {
                mask(signals.get(l), activations.get(l));
            }
        }
    }

    /** Zero where a unit is off. */
    private static void mask(double[][] values, double[][] activations) {
        for (int c = 0; c < values.length; c++) {
            double[] value = values[c];
            double[] activation = activations[c];
            for (int i = 0; i < value.length; i++) {
                value[i] = activation[i] > 0 ? value[i] : 0;
            }
        }
    }

    /** Sends {@link #direction} through the network with the units of {@link #forward}. */
    void tangent() {
        for (int l = 0; l < net.layers().size(); l++) {
            convolve(l, tangents.get(l), tangents.get(l + 1));
            mask(tangents.get(l + 1), activations.get(l + 1));
        }
    }

    /** The derivative of every sample's answer along its direction, after {@link #tangent}. */
    double[] directional() {
        double[] sums = new double[samples];
        addMeans(tangents.get(net.layers().size()), net.head(), sums);
        return sums;
    }

    /**
     * Adds the parameter derivatives of {@code Σ_s slopes[s] f(x_s)} plus, if asked for, {@code Σ_s ⟨∇ₓf(x_s), p_s⟩};
     * after {@link #differentiate}.
     */
    void accumulate(double[] slopes, boolean withTangents, List<double[][]> gradient) {
        int last = net.layers().size();
        for (int l = 0; l < last; l++) {
            mix(l, slopes, withTangents);
            net.layers().get(l).gather(mixed.get(l), samples, columns.get(l));
            double[][] signal = signals.get(l + 1);
            Products.timesTransposed(signal, columns.get(l), products.get(l));
            Matrices.addScaled(1, products.get(l), gradient.get(2 * l));
            addSums(signal, slopes, gradient.get(2 * l + 1)[0]);
        }
        mix(last, slopes, withTangents);
        double[] head = gradient.get(2 * last)[0];
        int area = net.layers().get(last - 1).out().area();
        for (int c = 0; c < head.length; c++) {
            head[c] += Arrays.stream(mixed.get(last)[c]).sum() / area;
        }
        gradient.get(2 * last + 1)[0][0] += Arrays.stream(slopes).sum();
    }

    private void mix(int layer, double[] slopes, boolean withTangents) {
        double[][] result = mixed.get(layer);
        for (int c = 0; c < result.length; c++) {
            double[] sum = result[c];
            double[] activation = activations.get(layer)[c];
            double[] tangent = tangents.get(layer)[c];
            for (int from = 0; from < sum.length; from += samples) {
                for (int s = 0; s < samples; s++) {
                    double own = slopes[s] * activation[from + s];
                    sum[from + s] = withTangents ? own + tangent[from + s] : own;
                }
            }
        }
    }

    private static void addSums(double[][] signal, double[] slopes, double[] sums) {
        for (int c = 0; c < signal.length; c++) {
            double sum = 0;
            for (int from = 0; from < signal[c].length; from += slopes.length) {
                for (int s = 0; s < slopes.length; s++) {
                    sum += slopes[s] * signal[c][from + s];
                }
            }
            sums[c] += sum;
        }
    }
}
