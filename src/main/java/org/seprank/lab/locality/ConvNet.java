package org.seprank.lab.locality;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.locality.Convolution.Window;
import org.seprank.lab.locality.image.Shape;
import org.seprank.linear.Matrices;

/**
 * A convolutional network with one answer: convolutions with biases and rectified linear units, the mean over all
 * positions, and a linear function of the channels. Its answer, the logit, is positive where it takes the label for 1.
 * {@link Pass} evaluates and differentiates it.
 */
final class ConvNet {
    private final List<Convolution> layers;
    private final List<double[][]> parameters;

    private ConvNet(List<Convolution> layers, List<double[][]> parameters) {
        this.layers = List.copyOf(layers);
        this.parameters = List.copyOf(parameters);
    }

    /**
     * Windows of 3 at every second position, padded by 1; normal weights of variance 2 over the number of inputs (He et
     * al., arXiv 1502.01852), biases 0.
     *
     * @param in what it is for
     * @param layers number of convolutions, in 1..20
     * @param channels of every convolution, in 1..1024
     */
    static ConvNet random(Shape in, int layers, int channels, SplittableRandom random) {
        if (layers < 1 || layers > 20) {
            throw new IllegalArgumentException("layers " + layers + " is not in 1..20");
        }
        if (channels < 1 || channels > 1024) {
            throw new IllegalArgumentException("channels " + channels + " is not in 1..1024");
        }
        List<Convolution> geometry = new ArrayList<>();
        Shape shape = in;
        for (int layer = 0; layer < layers; layer++) {
            Convolution next = Convolution.of(shape, new Window(3, 2, 1), channels);
            geometry.add(next);
            shape = next.out();
        }
        return random(geometry, random);
    }

    /** Convolutions of any geometry, each made for the answer of the one before it. */
    static ConvNet random(List<Convolution> layers, SplittableRandom random) {
        List<double[][]> parameters = new ArrayList<>();
        Shape shape = layers.get(0).in();
        for (Convolution layer : layers) {
            if (!layer.in().equals(shape)) {
                throw new IllegalArgumentException("a layer for " + layer.in() + " follows one that gives " + shape);
            }
            shape = layer.out();
            double deviation = Math.sqrt(2.0 / layer.taps());
            parameters.add(Matrices.gaussian(shape.channels(), layer.taps(), deviation, random));
            parameters.add(new double[1][shape.channels()]);
        }
        double deviation = Math.sqrt(2.0 / shape.channels());
        parameters.add(Matrices.gaussian(1, shape.channels(), deviation, random));
        parameters.add(new double[1][1]);
        return new ConvNet(layers, parameters);
    }

    /** What it is for. */
    Shape in() {
        return layers.get(0).in();
    }

    List<Convolution> layers() {
        return layers;
    }

    /** The live parameters: of every convolution weights [channels, taps] and biases, then those of the mean. */
    List<double[][]> parameters() {
        return parameters;
    }

    double[][] weights(int layer) {
        return parameters.get(2 * layer);
    }

    double[] biases(int layer) {
        return parameters.get(2 * layer + 1)[0];
    }

    /** The coefficients of the channels' means. */
    double[] head() {
        return parameters.get(2 * layers.size())[0];
    }

    /** Added to the answer. */
    double offset() {
        return parameters.get(2 * layers.size() + 1)[0][0];
    }

    /** New zeros in the shapes of the parameters. */
    List<double[][]> zeros() {
        return parameters.stream()
                .map(matrix -> new double[matrix.length][matrix[0].length])
                .toList();
    }
}
