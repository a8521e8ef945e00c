package org.seprank.lab.locality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seprank.lab.locality.Convolution.Window;
import org.seprank.lab.locality.image.LabelledImages;
import org.seprank.lab.locality.image.Patch;
import org.seprank.lab.locality.image.Shape;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;
import org.seprank.work.Parallel;

class ObjectiveTest {
    private static final double STEP = 1e-6;

    private static LabelledImages images(Shape shape, int count) {
        SplittableRandom random = new SplittableRandom(2);
        double[][] values = Matrices.gaussian(count, shape.size(), 1, random);
        return LabelledImages.over(shape, values, random.ints(count, 0, 2).toArray());
    }

    private static ConvNet net(Shape shape) {
        SplittableRandom random = new SplittableRandom(3);
        ConvNet net = ConvNet.random(shape, 3, 4, random);
        for (double[][] matrix : net.parameters()) {
            Matrices.addScaled(1, Matrices.gaussian(matrix.length, matrix[0].length, 0.1, random), matrix);
        }
        return net;
    }

    private static final List<Shape> SHAPES = List.of(Shape.sequence(24), new Shape(2, 1, 20), Shape.grey(8, 10));

    private static Patch.Pair patches(Shape shape) {
        int height = Math.min(3, shape.height());
        return new Patch.Pair(new Patch(0, 1, height, 4), new Patch(shape.height() - height, 5, height, 4));
    }

    @Test
    void valuesAreThoseOfTheDefinition() {
        for (Shape shape : SHAPES) {
            ConvNet net = net(shape);
            LabelledImages data = images(shape, 20);
            int[] batch = {19, 0, 3, 7, 5, 6, 1, 2, 4, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17};
            Objective.Value value =
                    new Objective(net, 0.5, 32, Parallel.single()).value(data, batch, patches(shape), net.zeros());
            double loss = 0;
            for (int image : batch) {
                double answer = DirectNet.answer(net, channels(shape, data.values(image)));
                loss += Math.log(1 + Math.exp(data.label(image) == 1 ? -answer : answer)) / batch.length;
            }
            assertThat(value.loss()).isCloseTo(loss, within(1e-12));
            assertThat(value.regularizer()).isCloseTo(regularizer(net, data, batch), within(1e-7));
        }
    }

    private static double[][] channels(Shape shape, double[] values) {
        double[][] channels = new double[shape.channels()][shape.area()];
        for (int i = 0; i < values.length; i++) {
            channels[i / shape.area()][i % shape.area()] = values[i];
        }
        return channels;
    }

    /** By finite differences of the direct answer. */
    private static double regularizer(ConvNet net, LabelledImages data, int[] batch) {
        Shape shape = data.shape();
        Patch.Pair patches = patches(shape);
        double[][] plain = new double[batch.length][];
        double[][] mixed = new double[batch.length][];
        for (int i = 0; i < batch.length; i++) {
            double[][] image = channels(shape, data.values(batch[i]));
            double[][] next = channels(shape, data.values(batch[(i + 1) % batch.length]));
            plain[i] = gradient(net, image, patches.first());
            for (int position : patches.second().positions(shape)) {
                for (int c = 0; c < image.length; c++) {
                    image[c][position] = next[c][position];
                }
            }
            mixed[i] = gradient(net, image, patches.first());
        }
        return meanAlignment(plain, mixed);
    }

    private static double[] gradient(ConvNet net, double[][] image, Patch patch) {
        List<Double> gradient = new ArrayList<>();
        for (double[] channel : image) {
            for (int position : patch.positions(net.in())) {
                double value = channel[position];
                channel[position] = value + STEP;
                double above = DirectNet.answer(net, image);
                channel[position] = value - STEP;
                double below = DirectNet.answer(net, image);
                channel[position] = value;
                gradient.add((above - below) / (2 * STEP));
            }
        }
        return gradient.stream().mapToDouble(x -> x).toArray();
    }

    @Test
    void derivativesAreThoseOfFiniteDifferences() {
        for (Shape shape : SHAPES) {
            for (double strength : new double[] {0, 0.7}) {
                assertDerivatives(shape, strength);
            }
        }
    }

    private static void assertDerivatives(Shape shape, double strength) {
        ConvNet net = net(shape);
        LabelledImages data = images(shape, 20);
        int[] batch = IntStream.range(1, 20).toArray();
        Objective objective = new Objective(net, strength, batch.length, Parallel.single());
        List<double[][]> gradient = net.zeros();
        objective.value(data, batch, patches(shape), gradient);
        List<double[][]> ignored = net.zeros();
        for (int n = 0; n < gradient.size(); n++) {
            double[][] parameter = net.parameters().get(n);
            double[] row = parameter[parameter.length - 1];
            for (int j = 0; j < row.length; j++) {
                double start = row[j];
                double[] sides = new double[2];
                for (int side = 0; side < 2; side++) {
                    row[j] = start + (side == 0 ? -STEP : STEP);
                    Objective.Value value = objective.value(data, batch, patches(shape), ignored);
                    sides[side] = value.loss() + strength * value.regularizer();
                }
                row[j] = start;
                assertThat(gradient.get(n)[parameter.length - 1][j])
                        .isCloseTo((sides[1] - sides[0]) / (2 * STEP), within(2e-9));
            }
        }
    }

    /** With errors of fourth order in the step, so that it can be longer and rounding matters less. */
    @Test
    void derivativesOfTheRegularizerAreThoseOfFinerDifferences() {
        Shape shape = Shape.sequence(16);
        ConvNet net = ConvNet.random(shape, 2, 3, new SplittableRandom(8));
        LabelledImages data = images(shape, 3);
        int[] batch = {0, 1, 2};
        Objective objective = new Objective(net, 1, 3, Parallel.single());
        List<double[][]> gradient = net.zeros();
        objective.value(data, batch, patches(shape), gradient);
        for (int n = 0; n < gradient.size(); n++) {
            double[] row = net.parameters().get(n)[0];
            for (int j = 0; j < row.length; j++) {
                double start = row[j];
                double slope = 0;
                for (int side : new int[] {-2, -1, 1, 2}) {
                    row[j] = start + side * 2e-5;
                    Objective.Value value = objective.value(data, batch, patches(shape), net.zeros());
                    double weight = Math.abs(side) == 1 ? 8 * side : -side / 2.0;
                    slope += weight * (value.loss() + value.regularizer()) / (12 * 2e-5);
                }
                row[j] = start;
                assertThat(gradient.get(n)[0][j]).isCloseTo(slope, within(2e-10));
            }
        }
    }

    @Test
    void anAdditiveNetworkHasRegularizerOneAndNoDerivativeOfIt() {
        Shape shape = Shape.sequence(30);
        SplittableRandom random = new SplittableRandom(4);
        ConvNet net = ConvNet.random(List.of(Convolution.of(shape, new Window(3, 1, 1), 6)), random);
        Patch.Pair apart = new Patch.Pair(new Patch(0, 2, 1, 8), new Patch(0, 15, 1, 8));
        LabelledImages data = images(shape, 10);
        int[] batch = IntStream.range(0, 10).toArray();
        List<double[][]> with = net.zeros();
        List<double[][]> without = net.zeros();
        assertThat(new Objective(net, 3, 10, Parallel.single())
                        .value(data, batch, apart, with)
                        .regularizer())
                .isCloseTo(1, within(1e-12));
        new Objective(net, 0, 10, Parallel.single()).value(data, batch, apart, without);
        for (int n = 0; n < with.size(); n++) {
            assertThat(Matrices.norm(Matrices.difference(with.get(n), without.get(n))))
                    .isLessThan(1e-12);
        }
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        Shape shape = Shape.sequence(24);
        ConvNet net = net(shape);
        LabelledImages data = images(shape, 70);
        int[] batch = IntStream.range(0, 70).toArray();
        List<List<double[][]>> gradients = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            List<double[][]> gradient = net.zeros();
            Objective objective = new Objective(net, 1, 70, Parallel.of(threads));
            objective.value(data, batch, patches(shape), gradient);
            gradients.add(gradient);
            assertThat(objective.accuracy(data)).isEqualTo(accuracy(net, data));
        }
        for (int n = 0; n < gradients.get(0).size(); n++) {
            assertThat(gradients.get(1).get(n)).isDeepEqualTo(gradients.get(0).get(n));
        }
    }

    private static double accuracy(ConvNet net, LabelledImages data) {
        int right = 0;
        for (int i = 0; i < data.size(); i++) {
            boolean positive = DirectNet.answer(net, channels(data.shape(), data.values(i))) > 0;
            right += positive == (data.label(i) == 1) ? 1 : 0;
        }
        return (double) right / data.size();
    }

    @Test
    void alignmentIsOneForProductsAndSumsAndLessForHigherRank() {
        SplittableRandom random = new SplittableRandom(6);
        double[][] b = Matrices.gaussian(400, 5, 1, random);
        double[][] exchanged = Matrices.gaussian(400, 5, 1, random);
        double[] byRank = new double[4];
        for (int rank = 1; rank <= 3; rank++) {
            // f(a, b) = aᵀ M b has the gradient M b by a
            double[][] m =
                    Products.product(Matrices.gaussian(5, rank, 1, random), Matrices.gaussian(rank, 5, 1, random));
            byRank[rank] = meanAlignment(Products.productTransposed(b, m), Products.productTransposed(exchanged, m));
        }
        assertThat(byRank[1]).isCloseTo(1, within(1e-12));
        assertThat(byRank[2]).isBetween(0.5, 0.9);
        assertThat(byRank[3]).isBetween(0.4, byRank[2]);
        // f(a, b) = g(a) + h(b) has a gradient by a that b does not change
        assertThat(meanAlignment(b, b)).isCloseTo(1, within(1e-12));
    }

    @Test
    void theAlignmentOfNothingIsNothing() {
        double[] byG = {7, 7};
        double[] byH = {7, 7};
        assertThat(Alignment.of(new double[] {0, 0}, new double[] {1, 2}, byG, byH))
                .isZero();
        assertThat(byG).containsExactly(0, 0);
        assertThat(byH).containsExactly(0, 0);
    }

    @Test
    void tooLargeABatchIsRefusedBeforeItTakesMemory() {
        ConvNet net = ConvNet.random(Shape.grey(256, 256), 1, 512, new SplittableRandom(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Objective(net, 1, 4096, Parallel.single()))
                .withMessageContaining("MiB");
    }

    @Test
    void theRegularizerCostsLessThanThreeTimesAsMuch() {
        ConvNet net = ConvNet.random(Shape.sequence(128), 6, 32, new SplittableRandom(0));
        assertThat(Objective.costRatio(net, 0)).isEqualTo(1);
        assertThat(Objective.costRatio(net, 1)).isBetween(8.0 / 3, 2.75);
    }

    /** The mean absolute cosine of corresponding rows. */
    private static double meanAlignment(double[][] g, double[][] h) {
        double sum = 0;
        for (int i = 0; i < g.length; i++) {
            sum += Alignment.of(g[i], h[i], new double[g[i].length], new double[g[i].length]);
        }
        return sum / g.length;
    }
}
