package org.seprank.lab.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.lab.numeric.JacobiSvd;
import org.seprank.lab.numeric.Products;
import org.seprank.lab.numeric.StepRule;
import org.seprank.linear.Matrices;
import org.seprank.rank.Spectrum;

/** What holds exactly, or to a known order in the step, of products of matrices under descent. */
class MatrixInvariantsTest {
    private final SplittableRandom random = new SplittableRandom(17);

    private DeepFactorization random(int n, int depth, double deviation) {
        List<double[][]> layers = new ArrayList<>();
        for (int j = 0; j < depth; j++) {
            layers.add(Matrices.gaussian(n, n, deviation, random));
        }
        return DeepFactorization.of(layers);
    }

    /** {@code ΔD_j = η² (∂_{j+1}ᵀ ∂_{j+1} - ∂_j ∂_jᵀ)} at every depth, start, step and loss. */
    @Test
    void theImbalanceOfEveryPairOfLayersChangesBySecondOrderTermsOnly() {
        for (int depth = 2; depth <= 5; depth++) {
            for (StepRule rule : List.of(StepRule.gradientDescent(0.03), StepRule.groupRmsProp(0.03, 1e-6))) {
                DeepFactorization layers = random(4, depth, 0.5);
                for (int t = 0; t < 10; t++) {
                    assertExchange(layers, Matrices.gaussian(4, 4, 1, random), rule);
                }
            }
        }
    }

    private static void assertExchange(DeepFactorization layers, double[][] gradient, StepRule rule) {
        List<double[][]> slopes =
                layers.gradients(gradient).stream().map(Matrices::copy).toList();
        List<double[][]> before = new ArrayList<>();
        for (int j = 1; j < layers.depth(); j++) {
            before.add(layers.imbalance(j));
        }
        double[] eta = new double[1];
        layers.step(squared -> eta[0] = rule.next(squared));
        for (int j = 1; j < layers.depth(); j++) {
            double[][] expected = Matrices.difference(
                    Products.transposedProduct(slopes.get(j), slopes.get(j)),
                    Products.productTransposed(slopes.get(j - 1), slopes.get(j - 1)));
            Matrices.scale(eta[0] * eta[0], expected);
            double[][] change = Matrices.difference(layers.imbalance(j), before.get(j - 1));
            assertThat(Matrices.norm(Matrices.difference(change, expected))).isLessThan(1e-14);
        }
    }

    /** The error of the end-to-end rule is that of one Euler step: proportional to η. */
    @Test
    void theEndToEndRuleErrsInProportionToTheStep() {
        double[][] start = Matrices.gaussian(4, 4, 0.5, random);
        double[][] gradient = Matrices.gaussian(4, 4, 0.5, random);
        for (int depth = 2; depth <= 4; depth++) {
            double[] errors = new double[3];
            for (int k = 0; k < 3; k++) {
                errors[k] = ruleError(start, gradient, depth, Math.pow(10, -3 - k));
            }
            assertThat(errors[0]).isLessThan(2e-3);
            assertThat(errors[1] / errors[0]).isCloseTo(0.1, within(1e-3));
            assertThat(errors[2] / errors[0]).isCloseTo(0.01, within(1e-4));
        }
    }

    private static double ruleError(double[][] start, double[][] gradient, int depth, double eta) {
        DeepFactorization layers = Initialisation.balanced(start, depth);
        layers.gradients(gradient);
        layers.step(squared -> eta);
        double[][] moved = Matrices.difference(layers.product(), start);
        Matrices.scale(-1 / eta, moved);
        double[][] rule = new double[4][4];
        for (int j = 1; j <= depth; j++) {
            double[][] left = power(Matrices.transposed(start), (j - 1.0) / depth);
            double[][] right = power(start, (depth - (double) j) / depth);
            Matrices.addScaled(1, Products.product(Products.product(left, gradient), right), rule);
        }
        return Matrices.relativeError(moved, rule);
    }

    /** {@code [Wᵀ W]^exponent}. */
    private static double[][] power(double[][] w, double exponent) {
        JacobiSvd svd = JacobiSvd.of(w);
        double[][] vectors = svd.right();
        double[][] scaled = svd.right();
        for (int k = 0; k < scaled.length; k++) {
            double factor = Math.pow(svd.values()[k], 2 * exponent);
            scaled[k] = Arrays.stream(scaled[k]).map(x -> factor * x).toArray();
        }
        return Products.transposedProduct(vectors, scaled);
    }

    /** {@code σ_r' = -N σ_r^{2-2/N} <G, u_r v_rᵀ>}, by a step to either side. */
    @Test
    void singularValuesFollowTheirEquation() {
        double[][] start = Products.product(
                Products.product(Matrices.orthonormal(4, 4, random), diagonal(2, 1.5, 1, 0.5)),
                Matrices.orthonormal(4, 4, random));
        double[][] gradient = Matrices.gaussian(4, 4, 0.3, random);
        JacobiSvd svd = JacobiSvd.of(start);
        for (int depth = 1; depth <= 5; depth++) {
            double[] after = stepped(start, gradient, depth, 1e-5);
            double[] before = stepped(start, gradient, depth, -1e-5);
            for (int r = 0; r < 4; r++) {
                double[][] pulled = Products.product(new double[][] {svd.left()[r]}, gradient);
                double along = Matrices.dot(pulled[0], svd.right()[r]);
                double expected = -depth * Math.pow(svd.values()[r], 2 - 2.0 / depth) * along;
                assertThat((after[r] - before[r]) / 2e-5).isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
            }
        }
    }

    private static double[] stepped(double[][] start, double[][] gradient, int depth, double eta) {
        DeepFactorization layers = Initialisation.balanced(start, depth);
        layers.gradients(gradient);
        layers.step(squared -> eta);
        return JacobiSvd.of(layers.product()).values();
    }

    private static double[][] diagonal(double... values) {
        double[][] matrix = new double[values.length][values.length];
        for (int k = 0; k < values.length; k++) {
            matrix[k][k] = values[k];
        }
        return matrix;
    }

    /** ½(σ - s)², s = 3, two factors: {@code σ(t) = s / (1 + (s/σ₀ - 1) e^{-2st})} up to O(η). */
    @Test
    void aModeOfTwoFactorsDeviatesFromTheLogisticCurveInProportionToTheStep() {
        assertThat(deviation(1e-4)).isLessThan(2e-3).isCloseTo(10 * deviation(1e-5), within(1e-4));
    }

    private static double deviation(double eta) {
        DeepFactorization mode = Initialisation.balanced(new double[][] {{1e-3}}, 2);
        double worst = 0;
        for (int t = 1; eta * t <= 3; t++) {
            mode.gradients(new double[][] {{mode.product()[0][0] - 3}});
            mode.step(squared -> eta);
            double exact = 3 / (1 + (3 / 1e-3 - 1) * Math.exp(-6 * eta * t));
            worst = Math.max(worst, Math.abs(mode.product()[0][0] - exact));
        }
        return worst;
    }

    /** Escape takes about {@code σ₀^{-(1-2/N)} / ((N-2) s)}; the measured half rises are those of the flow. */
    @Test
    void aModeOfMoreFactorsEscapesByAPowerOfItsStart() {
        int[] depths = {3, 4, 6};
        double[] halfRises = {3.139, 5.220, 8.343};
        for (int k = 0; k < depths.length; k++) {
            int depth = depths[k];
            DeepFactorization mode = Initialisation.balanced(new double[][] {{1e-3}}, depth);
            int t = 0;
            for (; mode.product()[0][0] < 1.5; t++) {
                mode.gradients(new double[][] {{mode.product()[0][0] - 3}});
                mode.step(squared -> 1e-4);
            }
            assertThat(1e-4 * t).isCloseTo(halfRises[k], within(4e-3));
            double law = Math.pow(1e-3, 2.0 / depth - 1) / ((depth - 2) * 3.0);
            assertThat(1e-4 * t / law).isBetween(0.93, 1.01);
        }
    }

    /** Along a run from balanced layers of positive determinant, at every step. */
    @Test
    void theBoundsOfTheDivergingEntryHoldAlongARun() {
        DeepFactorization layers = Initialisation.balanced(new double[][] {{0.02, 0.003}, {-0.004, 0.01}}, 3);
        double[][] target = {{0, 1}, {1, 0}};
        double[][] gradient = new double[2][2];
        double loss = 1;
        int bounded = 0;
        for (int t = 0; t < 200_000 && loss > 5e-3; t++) {
            loss = NormDivergenceLab.loss(layers.product(), target, gradient);
            double q = Math.sqrt(2 * loss);
            assertThat(NormDivergenceLab.determinant(layers)).isPositive();
            if (q < 1 && t % 50 == 0) {
                bounded++;
                assertThat(Math.abs(layers.product()[0][0])).isGreaterThanOrEqualTo((1 - q) * (1 - q) / q);
                assertThat(JacobiSvd.of(layers.product()).values()[1]).isLessThanOrEqualTo(q);
            }
            layers.gradients(gradient);
            layers.step(squared -> 3e-3);
        }
        assertThat(loss).isLessThanOrEqualTo(5e-3);
        assertThat(bounded).isGreaterThan(20);
    }

    @Test
    void balancedLayersKeepTheSignOfTheDeterminant() {
        for (int depth = 2; depth <= 4; depth++) {
            int kept = 0;
            for (int run = 0; run < 10; run++) {
                kept += keepsSign(depth) ? 1 : 0;
            }
            assertThat(kept).as("depth " + depth).isGreaterThanOrEqualTo(depth == 2 ? 9 : 10);
        }
    }

    private boolean keepsSign(int depth) {
        double[][] target = Matrices.gaussian(3, 3, 1, random);
        DeepFactorization layers = Initialisation.balanced(Matrices.gaussian(3, 3, 0.3, random), depth);
        double sign = Math.signum(determinant(layers.product()));
        for (int t = 0; t < 4000; t++) {
            layers.gradients(Matrices.difference(layers.product(), target));
            layers.step(squared -> 5e-4);
        }
        return Math.signum(determinant(layers.product())) == sign;
    }

    private static double determinant(double[][] w) {
        return w[0][0] * (w[1][1] * w[2][2] - w[1][2] * w[2][1])
                - w[0][1] * (w[1][0] * w[2][2] - w[1][2] * w[2][0])
                + w[0][2] * (w[1][0] * w[2][1] - w[1][1] * w[2][0]);
    }

    /** The loss is quadratic in every single parameter, so that a central difference of any width is exact. */
    @Test
    void everyDerivativeIsACentralDifference() {
        for (MatrixTask task : List.of(
                Completion.random(Completion.target(4, 2, random), 9, random),
                Sensing.random(Completion.target(4, 2, random), 6, random))) {
            for (int depth = 1; depth <= 4; depth++) {
                assertDerivatives(random(4, depth, 0.6), task);
            }
        }
    }

    private static void assertDerivatives(DeepFactorization at, MatrixTask task) {
        double[][] gradient = new double[4][4];
        task.loss(at.product(), gradient);
        List<double[][]> slopes = at.gradients(gradient);
        for (int j = 1; j <= at.depth(); j++) {
            for (int entry = 0; entry < 16; entry++) {
                double numeric = moved(at, task, j, entry, 0.5) - moved(at, task, j, entry, -0.5);
                assertThat(slopes.get(j - 1)[entry / 4][entry % 4]).isCloseTo(numeric, within(1e-11));
            }
        }
    }

    private static double moved(DeepFactorization at, MatrixTask task, int layer, int entry, double by) {
        List<double[][]> layers = new ArrayList<>();
        for (int j = 1; j <= at.depth(); j++) {
            layers.add(Matrices.copy(at.layer(j)));
        }
        layers.get(layer - 1)[entry / 4][entry % 4] += by;
        return task.loss(DeepFactorization.of(layers).product(), new double[4][4]);
    }

    @Test
    void theEffectiveRankLiesBetweenOneAndTheRankAndDoesNotSeeTheScale() {
        for (int n = 1; n <= 8; n++) {
            assertThat(Spectrum.of(Matrices.identity(n, 3)).effectiveRank()).isCloseTo(n, within(1e-12));
            for (int rank = 1; rank <= n; rank++) {
                double[][] w = Completion.target(n, rank, random);
                double found = Spectrum.of(w).effectiveRank();
                assertThat(found).isBetween(1 - 1e-12, rank + 1e-12);
                Matrices.scale(-1e5, w);
                assertThat(Spectrum.of(w).effectiveRank()).isCloseTo(found, within(1e-12));
            }
            assertThat(Spectrum.of(Completion.target(n, 1, random)).effectiveRank())
                    .isCloseTo(1, within(1e-12));
        }
    }
}
