package org.seprank.lab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.linear.Matrices;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

class MarginAndKernelTest {
    private static double[] differences(double[] at, ToDoubleFunction<double[]> f) {
        double[] slopes = new double[at.length];
        for (int j = 0; j < at.length; j++) {
            double[] moved = at.clone();
            moved[j] = at[j] + 1e-5;
            double above = f.applyAsDouble(moved);
            moved[j] = at[j] - 1e-5;
            slopes[j] = (above - f.applyAsDouble(moved)) / 2e-5;
        }
        return slopes;
    }

    @Test
    void fourUnitsHaveTheMarginOfAQuarterOnEveryPoint() {
        TwoLayerNetwork four = TwoLayerNetwork.fourUnits(7);
        LabelledPoints data = LabelledPoints.cross(100, 7, new SplittableRandom(1));
        assertThat(four.margin(data)).isEqualTo(0.25);
        assertThat(data.error(four.outputs(data.points()))).isZero();
    }

    @Test
    void theMarginDoesNotDependOnTheScaleOfTheParameters() {
        LabelledPoints data = LabelledPoints.cross(50, 6, new SplittableRandom(2));
        TwoLayerNetwork network = TwoLayerNetwork.gaussian(6, 5, 1, new SplittableRandom(3));
        double[] scaled = Arrays.stream(FlatNetwork.parameters(network))
                .map(entry -> 7 * entry)
                .toArray();
        assertThat(FlatNetwork.with(network, scaled).margin(data)).isCloseTo(network.margin(data), within(1e-12));
    }

    @Test
    void theGradientOfTheRegularizedLossIsThatOfFiniteDifferences() {
        LabelledPoints data = LabelledPoints.cross(9, 5, new SplittableRandom(4));
        TwoLayerNetwork network = TwoLayerNetwork.gaussian(5, 4, 0.8, new SplittableRandom(5));
        double[] before = FlatNetwork.parameters(network);
        double[] expected =
                differences(before, moved -> FlatNetwork.loss(FlatNetwork.with(network, moved), data, 0.03));
        TwoLayerNetwork.Descent descent = network.new Descent(data, 0.03);
        descent.step(0.5);
        double[] after = FlatNetwork.parameters(network);
        for (int j = 0; j < before.length; j++) {
            assertThat((before[j] - after[j]) / 0.5).isCloseTo(expected[j], within(1e-9));
        }
    }

    @Test
    void tangentsAreFiniteDifferencesOfTheOutput() {
        double[] point = Matrices.gaussian(1, 5, 1, new SplittableRandom(6))[0];
        TwoLayerNetwork network = TwoLayerNetwork.gaussian(5, 6, 1, new SplittableRandom(7));
        double[] expected = differences(
                FlatNetwork.parameters(network),
                moved -> FlatNetwork.with(network, moved).outputs(new double[][] {point})[0]);
        assertThat(FlatNetwork.tangent(network, point)).containsExactly(expected, within(1e-9));
    }

    @Test
    void theKernelIsTheLimitOfTangentsOfWideNetworks() {
        int width = 40_000;
        double[][] points = Matrices.gaussian(4, 5, 1, new SplittableRandom(8));
        TwoLayerNetwork network = TwoLayerNetwork.gaussian(5, width, 1, new SplittableRandom(9));
        for (double[] x : points) {
            for (double[] y : points) {
                double tangents =
                        Matrices.dot(FlatNetwork.tangent(network, x), FlatNetwork.tangent(network, y)) / width;
                double scale = Math.sqrt(TangentKernel.of(x, x) * TangentKernel.of(y, y));
                assertThat(tangents).isCloseTo(TangentKernel.of(x, y), within(0.03 * scale));
            }
        }
    }

    @Test
    void theKernelOfEqualAndOppositePointsIsKnown() {
        double[] x = {3, 4};
        double[] opposite = {-3, -4};
        assertThat(TangentKernel.of(x, x)).isCloseTo(25, within(1e-6));
        assertThat(TangentKernel.of(x, opposite)).isCloseTo(0, within(1e-6));
        assertThat(TangentKernel.of(x, new double[] {4, -3})).isCloseTo(25 / (2 * Math.PI), within(1e-12));
        assertThat(TangentKernel.of(x, new double[2])).isZero();
    }

    @Test
    void regressionWithoutMuchRidgeFitsItsPoints() {
        LabelledPoints data = LabelledPoints.cross(30, 12, new SplittableRandom(10));
        double[] outputs = TangentKernel.regression(data, 1e-10).outputs(data.points());
        for (int i = 0; i < outputs.length; i++) {
            assertThat(outputs[i]).isCloseTo(data.label(i), within(1e-6));
        }
    }

    @Test
    void theLeastSumIsThatOfTheBestBasis() {
        for (int seed = 0; seed < 5; seed++) {
            SparseRegression problem = SparseRegression.planted(2, 6, 3, new SplittableRandom(seed));
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 6; i++) {
                for (int j = i + 1; j < 6; j++) {
                    least = Math.min(least, SparseRegression.sum(basic(problem, i, j)));
                }
            }
            double[] w = problem.leastSum();
            assertThat(problem.gradient(w, new double[6])).isLessThan(1e-20);
            assertThat(SparseRegression.sum(w)).isCloseTo(least, within(1e-8));
        }
    }

    /** The solution with two non-zero entries, by the gradient of the loss, which is affine in w. */
    private static double[] basic(SparseRegression problem, int i, int j) {
        double[] constant = slope(problem, 6, -1);
        double[] byFirst = Matrices.difference(new double[][] {slope(problem, 6, i)}, new double[][] {constant})[0];
        double[] bySecond = Matrices.difference(new double[][] {slope(problem, 6, j)}, new double[][] {constant})[0];
        double determinant = byFirst[i] * bySecond[j] - bySecond[i] * byFirst[j];
        double[] w = new double[6];
        w[i] = (-constant[i] * bySecond[j] + constant[j] * bySecond[i]) / determinant;
        w[j] = (-constant[j] * byFirst[i] + constant[i] * byFirst[j]) / determinant;
        return w;
    }

    private static double[] slope(SparseRegression problem, int unknowns, int unit) {
        double[] w = new double[unknowns];
        if (unit >= 0) {
            w[unit] = 1;
        }
        double[] gradient = new double[unknowns];
        problem.gradient(w, gradient);
        return gradient;
    }

    @Test
    void gradientDescentFromZeroEndsAtTheLeastEuclideanNorm() {
        SparseRegression problem = SparseRegression.planted(4, 9, 2, new SplittableRandom(11));
        double[] w = new double[9];
        double[] gradient = new double[9];
        for (int t = 0; t < 20_000; t++) {
            problem.gradient(w, gradient);
            Matrices.addScaled(-0.05, gradient, w);
        }
        assertThat(w).containsExactly(problem.leastSquares(), within(1e-9));
    }

    @Test
    void theGradientOfTheDiagonalNetworkIsThatOfFiniteDifferences() {
        SparseRegression problem = SparseRegression.planted(4, 6, 2, new SplittableRandom(12));
        double[] start = Matrices.gaussian(1, 12, 1, new SplittableRandom(13))[0];
        double[] expected = differences(
                start,
                moved -> problem.gradient(
                        new DiagonalNetwork(Arrays.copyOf(moved, 6), Arrays.copyOfRange(moved, 6, 12)).weights(),
                        new double[6]));
        DiagonalNetwork network = new DiagonalNetwork(Arrays.copyOf(start, 6), Arrays.copyOfRange(start, 6, 12));
        assertThat(network.gradient(problem)).containsExactly(expected, within(1e-7));
    }

    @Test
    void equalSeedsGiveEqualFiguresAndPointsForEveryPanel() {
        Lab lab = new MarginAndKernelLab();
        Settings settings = lab.with(
                "points=20,40",
                "widths=4,8",
                "iterations=60",
                "margin-iterations=80",
                "alphas=3,0.1",
                "unknowns=50",
                "plane-widths=4,8",
                "plane-starts=1",
                "plane-iterations=50");
        LabResult first = lab.run(settings, 3, Progress.none());
        Figures second = lab.run(settings, 3, Progress.none()).figures();
        for (String name : second.names()) {
            assertThat(second.get(name)).isEqualTo(first.figures().get(name));
        }
        assertThat(first.panels())
                .hasSize(7)
                .allSatisfy(panel -> assertThat(panel.curves())
                        .noneMatch(curve -> curve.points().isEmpty()));
    }

    @Test
    void moreEquationsThanUnknownsAreRefused() {
        Lab lab = new MarginAndKernelLab();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.run(lab.with("unknowns=30"), 0, Progress.none()))
                .withMessageContaining("equations 40 is not in 1..30");
    }

    @Test
    void widthIsJudged() {
        Lab lab = new MarginAndKernelLab();
        Settings settings = lab.with("points=50", "widths=16,4,8", "alphas=3", "plane-widths=4", "plane-lambdas=1e-2");
        assertThat(lab.judge(settings, margins(0, 0.236, 0.234))).allMatch(Finding::holds);
        assertThat(lab.judge(settings, margins(0, 0.24, 0.22)))
                .filteredOn(finding -> !finding.holds())
                .extracting(Finding::statement)
                .containsExactly("no network comes to a smaller margin than a narrower one, within 2 %");
        assertThat(lab.judge(settings, margins(0.24, 0.24, 0.239)))
                .filteredOn(finding -> !finding.holds())
                .extracting(Finding::statement)
                .containsExactly("the widest network comes to a larger margin than the narrowest");
    }

    private static Figures margins(double four, double eight, double sixteen) {
        return Figures.none()
                .and("error of the network at 50 points", 0)
                .and("error of the kernel at 50 points", 0.4)
                .and("margin of four units", 0.25)
                .and("margin reached at width 4", four)
                .and("margin reached at width 8", eight)
                .and("margin reached at width 16", sixteen)
                .and("ℓ1 norm, least of all solutions", 5.0)
                .and("error from α = 3.0", 0.1)
                .and("ℓ1 norm from α = 3.0", 5.0)
                .and("distance to the solution of least ℓ2 norm from α = 3.0", 0)
                .and("greatest margin in the plane", 0.2)
                .and("bound of the greatest margin in the plane", 0.2)
                .and("margin in the plane, descent, width 4", 0.19)
                .and("margin in the plane, noisy descent, width 4", 0.19)
                .and("margin in the plane, widest network, λ = 0.01", 0.19);
    }

    @Test
    @Tag("slow")
    void theClaimHolds() {
        Lab lab = new MarginAndKernelLab();
        Settings settings = lab.with();
        assertThat(lab.judge(settings, lab.run(settings, 0, Progress.none()).figures()))
                .allMatch(Finding::holds)
                .hasSize(14);
    }

    /** One point: a rectifier along it. Two opposite ones: half the weight for each. */
    @Test
    void theGreatestMarginOfAllWidthsIsThatByHand() {
        assertGreatest(1, new double[][] {{1, 0}}, 1);
        assertGreatest(5, new double[][] {{3, 4}}, 1);
        assertGreatest(0.5, new double[][] {{0.6, 0.8}, {-0.6, -0.8}}, 1, 1);
        assertGreatest(0.5, new double[][] {{0, 1}, {0, -1}}, 1, -1);
    }

    private static void assertGreatest(double margin, double[][] points, double... labels) {
        MarginProgram program = MarginProgram.of(LabelledPoints.of(points, labels));
        assertThat(program.lower()).isCloseTo(margin, within(1e-9));
        assertThat(program.upper()).isCloseTo(margin, within(1e-9));
    }

    @Test
    void noNetworkExceedsTheGreatestMarginOfAllWidths() {
        LabelledPoints data = LabelledPoints.sectors(10, new SplittableRandom(8));
        MarginProgram program = MarginProgram.of(data);
        assertThat(program.upper()).isCloseTo(program.lower(), within(1e-7));
        for (int k = 0; k < 2000; k++) {
            double margin =
                    TwoLayerNetwork.gaussian(2, 3, 1, new SplittableRandom(k)).margin(data);
            assertThat(margin).isLessThanOrEqualTo(program.upper());
        }
        assertThat(TwoLayerNetwork.fourUnits(2).margin(data)).isBetween(0.0, program.upper());
    }

    @Test
    void wideWeaklyRegularizedNetworksComeToTheGreatestMargin() {
        Lab lab = new MarginAndKernelLab();
        Settings settings = lab.with("plane-widths=4,32", "plane-starts=3", "plane-iterations=3000");
        Figures figures = new PlaneRuns(settings, new SplittableRandom(0), Progress.none())
                .run()
                .figures();
        assertThat(PlaneRuns.judge(settings, figures)).hasSize(6).allMatch(Finding::holds);
    }
}
