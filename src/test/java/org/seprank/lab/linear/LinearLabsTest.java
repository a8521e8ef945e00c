package org.seprank.lab.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.linear.Matrices;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

class LinearLabsTest {
    private static Figures assertHoldsInTheMedian(Lab lab, Settings settings) {
        List<Figures> runs = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            runs.add(lab.run(settings, seed, Progress.none()).figures());
        }
        Figures medians = Figures.medians(runs);
        assertThat(lab.judge(settings, medians)).allMatch(Finding::holds).isNotEmpty();
        return medians;
    }

    @Test
    void everySteepestDescentReachesItsOwnGreatestMarginOfThePair() {
        Lab lab = new SteepestDescentLab();
        Settings settings = lab.with("iterations=20000");
        Figures figures = lab.run(settings, 0, Progress.none()).figures();
        assertThat(lab.judge(settings, figures)).allMatch(Finding::holds).hasSize(6);
        assertThat(figures.get("ℓ∞ margin of descent in ℓ∞")).isCloseTo(3.5, within(0.01));
    }

    @Test
    void everySteepestDescentHasTheGreatestMarginInItsNormOnRandomPoints() {
        Lab lab = new SteepestDescentLab();
        assertHoldsInTheMedian(lab, lab.with("data=random", "rate=1", "iterations=20000"));
    }

    @Test
    void gradientsOfSeparableDataAreThoseOfFiniteDifferences() {
        SeparableData data = SeparableData.planted(7, 3, new SplittableRandom(1));
        double[] w = {0.3, -0.2, 0.5};
        double[] gradient = new double[3];
        data.gradient(w, gradient);
        double step = 1e-6;
        double[] values = new double[2];
        for (int side = 0; side < 2; side++) {
            double[] moved = w.clone();
            moved[1] += side == 0 ? -step : step;
            values[side] = logOfLoss(new SplittableRandom(1), moved);
        }
        assertThat(gradient[1]).isCloseTo((values[1] - values[0]) / (2 * step), within(1e-8));
    }

    private static double logOfLoss(SplittableRandom random, double[] w) {
        double[] direction = Matrices.gaussian(1, 3, 1, random)[0];
        double length = Math.sqrt(Matrices.dot(direction, direction));
        double sum = 0;
        for (double[] point : Matrices.gaussian(7, 3, 1, random)) {
            double sign = Math.signum(Matrices.dot(point, direction));
            sum += Math.exp(-sign * Matrices.dot(point, w) - Matrices.dot(direction, w) / length);
        }
        return Math.log(sum);
    }

    @Test
    @Tag("slow")
    void convolutionsMaximizeTheMarginInTheFourierDomainInTheMedianOfFiveSeeds() {
        Lab lab = new LinearConvolutionLab();
        assertHoldsInTheMedian(lab, lab.with());
    }

    @Test
    @Tag("slow")
    void steepestDescentAndDeepNetworksHoldAsTheyAreSet() {
        for (Lab lab : List.of(new SteepestDescentLab(), new LinearNetworkLab())) {
            assertHoldsInTheMedian(lab, lab.with());
        }
    }

    @Test
    void theLogisticLossLeadsToTheSameMargins() {
        Lab lab = new SteepestDescentLab();
        Settings settings = lab.with("loss=logistic", "iterations=20000");
        LabResult result = lab.run(settings, 0, Progress.none());
        assertThat(lab.judge(settings, result.figures()))
                .allMatch(Finding::holds)
                .hasSize(6);
        assertThat(result.panels()).hasSize(2);
    }

    @Test
    void constantStepsAreSlower() {
        Lab lab = new SteepestDescentLab();
        Figures fast = lab.run(lab.with("iterations=20000"), 0, Progress.none()).figures();
        for (String loss : List.of("exponential", "logistic")) {
            Settings settings = lab.with("loss=" + loss, "steps=constant", "iterations=20000");
            Figures slow = lab.run(settings, 0, Progress.none()).figures();
            assertThat(lab.judge(settings, slow)).allMatch(Finding::holds).hasSize(3);
            String name = "ℓ2 margin of descent in ℓ2";
            assertThat(slow.get(name)).isLessThan(0.999 * fast.get(name));
        }
    }

    @Test
    void oddPowersAreRefused() {
        Lab lab = new LinearNetworkLab();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.run(lab.with("powers=3", "iterations=10"), 0, Progress.none()))
                .withMessageContaining("power 3");
    }

    @Test
    void theGradientOfAConvolutionalNetworkIsThatOfFiniteDifferences() {
        SplittableRandom random = new SplittableRandom(2);
        for (int depth = 1; depth <= 4; depth++) {
            double[][] filters = Matrices.gaussian(depth, 6, 0.7, random);
            double[] direction = Matrices.gaussian(1, 6, 1, random)[0];
            double[][] gradients = new double[depth][6];
            CircularNetwork.gradients(filters, direction, gradients);
            for (int l = 0; l < depth; l++) {
                double[] values = new double[2];
                for (int side = 0; side < 2; side++) {
                    double[][] moved = Matrices.copy(filters);
                    moved[l][2] += side == 0 ? -1e-5 : 1e-5;
                    values[side] = Matrices.dot(CircularNetwork.predictor(moved), direction);
                }
                assertThat(gradients[l][2]).isCloseTo((values[1] - values[0]) / 2e-5, within(1e-9));
            }
        }
    }

    /** With the unitary transform, convolution scaled by D^{-1/2} is the product: {@code β̂ = ŵ_1 ⊙ .. ⊙ ŵ_L}. */
    @Test
    void theSpectrumOfThePredictorIsTheProductOfTheFiltersSpectra() {
        double[][] filters = Matrices.gaussian(3, 8, 1, new SplittableRandom(4));
        double[] product = CircularNetwork.spectrum(CircularNetwork.predictor(filters));
        for (int k = 0; k < 8; k++) {
            double expected = 1;
            double squares = 0;
            for (double[] filter : filters) {
                double value = CircularNetwork.spectrum(filter)[k];
                expected *= value;
                squares += value * value;
            }
            assertThat(product[k]).isCloseTo(expected, within(1e-12));
            assertThat(squares).isGreaterThanOrEqualTo(3 * Math.pow(product[k], 2.0 / 3) - 1e-12);
        }
    }

    @Test
    void balancedLinearNetworksStayBelowTheBoundAndDepthSpeedsTheFourthPowerUp() {
        Lab lab = new LinearNetworkLab();
        Figures medians = assertHoldsInTheMedian(lab, lab.with("iterations=1000"));
        assertThat(medians.get("iterations of depth 1, power 2")).isEqualTo(1);
        assertThat(medians.get("½ ½ ½ towards -1")).isBetween(0.0, 0.01);
    }

    @Test
    void startsFartherThanSingularMatricesAreRefused() {
        Lab lab = new LinearNetworkLab();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.run(lab.with("noise=50"), 0, Progress.none()))
                .withMessageContaining("noise 50.0");
    }
}
