package org.seprank.lab.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.lab.numeric.JacobiSvd;
import org.seprank.lab.numeric.Products;
import org.seprank.lab.numeric.StepRule;
import org.seprank.linear.Matrices;

class DeepFactorizationTest {
    private final SplittableRandom random = new SplittableRandom(5);

    private DeepFactorization random(int n, int depth, double deviation) {
        List<double[][]> layers = new ArrayList<>();
        for (int j = 0; j < depth; j++) {
            layers.add(Matrices.gaussian(n, n, deviation, random));
        }
        return DeepFactorization.of(layers);
    }

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        Completion completion = Completion.random(Completion.target(4, 2, random), 9, random);
        Sensing sensing = Sensing.random(Completion.target(4, 2, random), 6, random);
        for (MatrixTask task : List.of(completion, sensing)) {
            for (int depth = 1; depth <= 4; depth++) {
                DeepFactorization at = random(4, depth, 0.7);
                double[][] gradient = new double[4][4];
                task.loss(at.product(), gradient);
                List<double[][]> gradients = at.gradients(gradient);
                for (int j = 1; j <= depth; j++) {
                    double numeric = slope(at, task, j);
                    assertThat(gradients.get(j - 1)[1][2]).isCloseTo(numeric, within(1e-8 * (1 + Math.abs(numeric))));
                }
            }
        }
    }

    private static double slope(DeepFactorization at, MatrixTask task, int moved) {
        double[] losses = new double[2];
        for (int side = 0; side < 2; side++) {
            List<double[][]> layers = new ArrayList<>();
            for (int j = 1; j <= at.depth(); j++) {
                layers.add(Matrices.copy(at.layer(j)));
            }
            layers.get(moved - 1)[1][2] += side == 0 ? -1e-5 : 1e-5;
            losses[side] = task.loss(DeepFactorization.of(layers).product(), new double[4][4]);
        }
        return (losses[1] - losses[0]) / 2e-5;
    }

    @Test
    void imbalanceChangesByTheSquareOfTheStepOnly() {
        MatrixTask task = Completion.random(Completion.target(6, 2, random), 20, random);
        DeepFactorization factorization = random(6, 3, 0.5);
        StepRule rule = StepRule.groupRmsProp(0.05, 1e-4);
        double[][] gradient = new double[6][6];
        for (int t = 0; t < 20; t++) {
            task.loss(factorization.product(), gradient);
            List<double[][]> gradients = factorization.gradients(gradient).stream()
                    .map(Matrices::copy)
                    .toList();
            double[][] before = factorization.imbalance(1);
            double[] eta = new double[1];
            factorization.step(squared -> eta[0] = rule.next(squared));
            double[][] expected = Matrices.difference(
                    Products.transposedProduct(gradients.get(1), gradients.get(1)),
                    Products.productTransposed(gradients.get(0), gradients.get(0)));
            Matrices.scale(eta[0] * eta[0], expected);
            double[][] change = Matrices.difference(factorization.imbalance(1), before);
            assertThat(Matrices.norm(Matrices.difference(change, expected))).isLessThan(1e-14);
        }
    }

    /** {@code W' = -Σ_j [W Wᵀ]^{(j-1)/N} G [Wᵀ W]^{(N-j)/N}} to first order in the step. */
    @Test
    void balancedLayersMoveTheProductByTheEndToEndRule() {
        double[][] start = Matrices.gaussian(5, 5, 1, random);
        double[][] gradient = Matrices.gaussian(5, 5, 1, random);
        for (int depth = 2; depth <= 4; depth++) {
            double[][] rule = rule(start, gradient, depth);
            for (double eta : new double[] {1e-4, 1e-6}) {
                DeepFactorization layers = Initialisation.balanced(start, depth);
                layers.gradients(gradient);
                layers.step(squared -> eta);
                double[][] moved = Matrices.difference(layers.product(), start);
                Matrices.scale(-1 / eta, moved);
                assertThat(Matrices.relativeError(moved, rule)).isLessThan(100 * eta + 1e-8);
            }
        }
    }

    private static double[][] rule(double[][] w, double[][] g, int depth) {
        double[][] sum = new double[5][5];
        for (int j = 1; j <= depth; j++) {
            double[][] left = power(w, (j - 1.0) / depth, true);
            double[][] right = power(w, (depth - (double) j) / depth, false);
            Matrices.addScaled(1, Products.product(Products.product(left, g), right), sum);
        }
        return sum;
    }

    private static double[][] power(double[][] w, double exponent, boolean left) {
        JacobiSvd svd = JacobiSvd.of(w);
        double[][] vectors = left ? svd.left() : svd.right();
        double[][] scaled = Matrices.copy(vectors);
        for (int k = 0; k < scaled.length; k++) {
            for (int i = 0; i < scaled.length; i++) {
                scaled[k][i] *= Math.pow(svd.values()[k], 2 * exponent);
            }
        }
        return Products.transposedProduct(vectors, scaled);
    }

    /** {@code σ_r' = -N σ_r^{2-2/N} <G, u_r v_rᵀ>}. */
    @Test
    void singularValuesFollowTheirDifferentialEquation() {
        double[][] start = Matrices.gaussian(5, 5, 1, random);
        double[][] gradient = Matrices.gaussian(5, 5, 1, random);
        JacobiSvd svd = JacobiSvd.of(start);
        double eta = 1e-6;
        for (int depth = 1; depth <= 4; depth++) {
            DeepFactorization layers = Initialisation.balanced(start, depth);
            layers.gradients(gradient);
            layers.step(squared -> eta);
            double[] after = JacobiSvd.of(layers.product()).values();
            for (int r = 0; r < 5; r++) {
                double sigma = svd.values()[r];
                double along = Matrices.dot(
                        Products.product(new double[][] {svd.left()[r]}, gradient), new double[][] {svd.right()[r]});
                double expected = -depth * Math.pow(sigma, 2 - 2.0 / depth) * along;
                assertThat((after[r] - sigma) / eta).isCloseTo(expected, within(1e-3 * (1 + Math.abs(expected))));
            }
        }
    }

    @Test
    void amongFactorizationsOfAMatrixTheBalancedOneIsSmallest() {
        for (int depth = 2; depth <= 4; depth++) {
            DeepFactorization any = random(4, depth, 1);
            double[] values = JacobiSvd.of(any.product()).values();
            double least = depth * SpectrumCurves.schatten(values, 2.0 / depth);
            DeepFactorization balanced = Initialisation.balanced(any.product(), depth);
            assertThat(balanced.squaredNorm()).isCloseTo(least, within(1e-10 * least));
            assertThat(any.squaredNorm()).isGreaterThan(least);
            assertThat(balanced.imbalance()).isLessThan(1e-12);
        }
    }

    /** ½(σ - s)² with two factors: {@code σ(t) = s / (1 + (s/σ₀ - 1) e^{-2st})}. */
    @Test
    void aSingleModeOfTwoFactorsGrowsLogistically() {
        double s = 3;
        double eta = 1e-4;
        DeepFactorization mode = Initialisation.balanced(new double[][] {{0.01}}, 2);
        for (int t = 0; t < 20_000; t++) {
            mode.gradients(new double[][] {{mode.product()[0][0] - s}});
            mode.step(squared -> eta);
            double exact = s / (1 + (s / 0.01 - 1) * Math.exp(-2 * s * eta * (t + 1)));
            assertThat(mode.product()[0][0]).isCloseTo(exact, within(2e-3));
        }
    }
}
