package org.seprank.lab.locality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.lab.locality.Convolution.Window;
import org.seprank.lab.locality.image.Shape;
import org.seprank.linear.Matrices;

class ConvNetTest {
    private static final int SAMPLES = 3;
    private static final double STEP = 1e-6;

    /** Nets on sequences and images, with several strides, paddings and channels; biases are not zero. */
    private static List<ConvNet> nets() {
        List<ConvNet> nets = new ArrayList<>();
        nets.add(chain(new Shape(1, 1, 23), new Window(3, 2, 1), new Window(3, 2, 1)));
        nets.add(chain(new Shape(2, 1, 17), new Window(5, 1, 2), new Window(4, 3, 0)));
        nets.add(chain(new Shape(1, 9, 12), new Window(3, 2, 1), new Window(3, 1, 1)));
        nets.add(chain(new Shape(2, 7, 6), new Window(2, 1, 1), new Window(3, 2, 0)));
        return nets;
    }

    private static ConvNet chain(Shape in, Window... windows) {
        SplittableRandom random = new SplittableRandom(in.size());
        List<Convolution> layers = new ArrayList<>();
        Shape shape = in;
        for (int l = 0; l < windows.length; l++) {
            layers.add(Convolution.of(shape, windows[l], 5 - l));
            shape = layers.get(l).out();
        }
        ConvNet net = ConvNet.random(layers, random);
        for (double[][] matrix : net.parameters()) {
            Matrices.addScaled(1, Matrices.gaussian(matrix.length, matrix[0].length, 0.1, random), matrix);
        }
        return net;
    }

    private static Pass filled(ConvNet net) {
        Pass pass = new Pass(net, SAMPLES);
        SplittableRandom random = new SplittableRandom(5);
        fill(pass.input(), random);
        fill(pass.direction(), random);
        return pass;
    }

    private static void fill(double[][] matrix, SplittableRandom random) {
        Matrices.scale(0, matrix);
        Matrices.addScaled(1, Matrices.gaussian(matrix.length, matrix[0].length, 1, random), matrix);
    }

    @Test
    void answersAreThoseOfTheDefinition() {
        for (ConvNet net : nets()) {
            Pass pass = filled(net);
            double[] logits = pass.forward().clone();
            int area = net.in().area();
            for (int s = 0; s < SAMPLES; s++) {
                double[][] image = new double[net.in().channels()][area];
                for (int c = 0; c < image.length; c++) {
                    for (int position = 0; position < area; position++) {
                        image[c][position] = pass.input()[c][position * SAMPLES + s];
                    }
                }
                assertThat(logits[s]).isCloseTo(DirectNet.answer(net, image), within(1e-12));
            }
        }
    }

    @Test
    void inputGradientsAreThoseOfFiniteDifferences() {
        for (ConvNet net : nets()) {
            Pass pass = filled(net);
            pass.forward();
            pass.differentiate(true);
            double[][] gradient = Matrices.copy(pass.inputGradient());
            for (int c = 0; c < gradient.length; c++) {
                for (int i = 0; i < gradient[c].length; i++) {
                    double value = pass.input()[c][i];
                    pass.input()[c][i] = value + STEP;
                    double above = pass.forward()[i % SAMPLES];
                    pass.input()[c][i] = value - STEP;
                    double below = pass.forward()[i % SAMPLES];
                    pass.input()[c][i] = value;
                    assertThat(gradient[c][i]).isCloseTo((above - below) / (2 * STEP), within(1e-8));
                }
            }
        }
    }

    @Test
    void tangentsAreProductsOfInputGradientsAndDirections() {
        for (ConvNet net : nets()) {
            Pass pass = filled(net);
            pass.forward();
            pass.differentiate(true);
            pass.tangent();
            double[] tangents = pass.directional();
            double[] expected = new double[SAMPLES];
            for (int c = 0; c < pass.direction().length; c++) {
                for (int i = 0; i < pass.direction()[c].length; i++) {
                    expected[i % SAMPLES] += pass.direction()[c][i] * pass.inputGradient()[c][i];
                }
            }
            assertThat(tangents).containsExactly(expected, within(1e-12));
        }
    }

    @Test
    void parameterDerivativesOfAnswersAndTangentsAreThoseOfFiniteDifferences() {
        double[] slopes = {0.7, -1.3, 0};
        for (ConvNet net : nets()) {
            Pass pass = filled(net);
            for (boolean withTangents : new boolean[] {false, true}) {
                value(pass, slopes, withTangents);
                pass.differentiate(false);
                List<double[][]> gradient = net.zeros();
                pass.accumulate(slopes, withTangents, gradient);
                for (int n = 0; n < gradient.size(); n++) {
                    double[] row = net.parameters().get(n)[0];
                    for (int j = 0; j < row.length; j++) {
                        double start = row[j];
                        row[j] = start + STEP;
                        double above = value(pass, slopes, withTangents);
                        row[j] = start - STEP;
                        double below = value(pass, slopes, withTangents);
                        row[j] = start;
                        assertThat(gradient.get(n)[0][j]).isCloseTo((above - below) / (2 * STEP), within(1e-8));
                    }
                }
            }
        }
    }

    private static double value(Pass pass, double[] slopes, boolean withTangents) {
        double[] logits = pass.forward();
        double sum = 0;
        for (int s = 0; s < SAMPLES; s++) {
            sum += slopes[s] * logits[s];
        }
        if (withTangents) {
            pass.tangent();
            for (double tangent : pass.directional()) {
                sum += tangent;
            }
        }
        return sum;
    }

    @Test
    void convolutionsOfStrideTwoHalveEveryDirection() {
        ConvNet sequence = ConvNet.random(Shape.sequence(128), 6, 32, new SplittableRandom(0));
        assertThat(sequence.layers().get(5).out()).isEqualTo(new Shape(32, 1, 2));
        assertThat(sequence.layers().get(5).taps()).isEqualTo(96);
        ConvNet image = ConvNet.random(Shape.grey(16, 64), 6, 8, new SplittableRandom(0));
        assertThat(image.layers().get(2).out()).isEqualTo(new Shape(8, 2, 8));
        assertThat(image.layers().get(5).out()).isEqualTo(new Shape(8, 1, 1));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        SplittableRandom random = new SplittableRandom(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConvNet.random(Shape.sequence(8), 21, 4, random))
                .withMessage("layers 21 is not in 1..20");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConvNet.random(Shape.sequence(8), 2, 0, random))
                .withMessage("channels 0 is not in 1..1024");
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(3, 1, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Convolution.of(Shape.sequence(2), new Window(5, 1, 1), 1))
                .withMessageContaining("length of 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Shape(1, 0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Shape(1 << 10, 1 << 10, 1 << 10));
    }
}
