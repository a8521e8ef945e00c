package org.seprank.lab.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.linear.Matrices;
import org.seprank.work.Progress;

class StochasticDescentTest {
    private static final SplittableRandom UNUSED = new SplittableRandom(0);

    static Stream<FittedModel> models() {
        LinearModel linear = LinearModel.planted(6, 4, 2, 0.3, new SplittableRandom(1));
        return Stream.of(linear, linear.diagonal(), RectifierModel.taught(6, 3, 5, new SplittableRandom(2)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void slopesAreThoseOfFiniteDifferences(FittedModel model) {
        double[] at = Matrices.gaussian(1, model.size(), 1, new SplittableRandom(3))[0];
        double sum = 0;
        for (int i = 0; i < model.examples(); i++) {
            double[] slope = new double[model.size()];
            model.addSlope(at, i, 1, slope);
            for (int j = 0; j < at.length; j++) {
                double[] moved = at.clone();
                moved[j] += 1e-6;
                double above = model.output(moved, i);
                moved[j] -= 2e-6;
                assertThat(slope[j]).isCloseTo((above - model.output(moved, i)) / 2e-6, within(1e-7));
                sum += slope[j] * slope[j];
            }
        }
        assertThat(model.sharpness(at)).isCloseTo(sum / model.examples(), within(1e-12));
    }

    /** A batch of all examples, each once, is the gradient of the mean loss. */
    @ParameterizedTest
    @MethodSource("models")
    void aFullStepGoesDownTheGradientOfTheLoss(FittedModel model) {
        double[] start = Matrices.gaussian(1, model.size(), 1, new SplittableRandom(4))[0];
        double[] at = start.clone();
        SampledDescent.full(1e-3).run(model, at, 1, UNUSED, (t, there) -> {});
        for (int j = 0; j < start.length; j++) {
            double[] moved = start.clone();
            moved[j] += 1e-6;
            double above = model.loss(moved);
            moved[j] -= 2e-6;
            double slope = (above - model.loss(moved)) / 2e-6;
            assertThat((start[j] - at[j]) / 1e-3).isCloseTo(slope, within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(SampledDescent.Method.class)
    void equalSeedsGiveEqualSteps(SampledDescent.Method method) {
        FittedModel model = LinearModel.planted(6, 4, 2, 0.3, new SplittableRandom(1));
        double[] first = new double[4];
        double[] second = new double[4];
        SampledDescent descent = new SampledDescent(method, 2, 0.01, 0.5);
        descent.run(model, first, 50, new SplittableRandom(9), (t, at) -> {});
        descent.run(model, second, 50, new SplittableRandom(9), (t, at) -> {});
        assertThat(first).isEqualTo(second).isNotEqualTo(new double[4]);
    }

    /** Steps are sums of inputs whatever the noise; Adam scales the coordinates. */
    @Test
    void noiseInLabelsStaysInTheSpanOfTheInputs() {
        LinearModel model = LinearModel.planted(5, 12, 12, 0, new SplittableRandom(6));
        for (SampledDescent.Method method : SampledDescent.Method.values()) {
            double[] at = new double[12];
            new SampledDescent(method, 1, 0.005, 3).run(model, at, 400, new SplittableRandom(7), (t, there) -> {});
            double outside = LeastSquares.outside(model.rows(), at);
            if (method == SampledDescent.Method.ADAM) {
                assertThat(outside).isGreaterThan(0.05);
            } else {
                assertThat(outside).isLessThan(1e-13);
            }
        }
    }

    @Test
    void solutionsOfEquationsAreThoseByHand() {
        assertThat(LeastSquares.leastNorm(new double[][] {{3, 4}}, new double[] {5}))
                .containsExactly(new double[] {0.6, 0.8}, within(1e-15));
        assertThat(LeastSquares.overdetermined(new double[][] {{1}, {1}}, new double[] {1, 4}))
                .containsExactly(new double[] {2.5}, within(1e-15));
    }

    @Test
    void allHoldsAsItIsSetAtFewerSteps() {
        Lab lab = new StochasticDescentLab();
        var settings = lab.with("steps=150000", "rectifier-steps=60000", "passes=60");
        Figures figures = lab.run(settings, 0, Progress.none()).figures();
        assertThat(lab.judge(settings, figures)).hasSize(11).allMatch(Finding::holds);
    }

    @Test
    void withoutNoiseNothingIsSelected() {
        Lab lab = new StochasticDescentLab();
        var settings = lab.with("noise=0", "steps=20000", "rectifier-steps=2000", "linear-steps=5000", "passes=20");
        Figures figures = lab.run(settings, 0, Progress.none()).figures();
        assertThat(lab.judge(settings, figures).get(3).holds()).isFalse();
    }

    @Test
    @Tag("slow")
    void allHoldsAsItIsSetAtFiveSeeds() {
        Lab lab = new StochasticDescentLab();
        for (int seed = 0; seed < 5; seed++) {
            Figures figures = lab.run(lab.with(), seed, Progress.none()).figures();
            assertThat(lab.judge(lab.with(), figures)).as("seed " + seed).allMatch(Finding::holds);
        }
    }
}
