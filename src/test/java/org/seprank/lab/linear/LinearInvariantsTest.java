package org.seprank.lab.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.lab.matrix.DeepFactorization;
import org.seprank.lab.matrix.Initialisation;
import org.seprank.linear.Matrices;

/** What holds exactly of models that are linear in their input. */
class LinearInvariantsTest {
    private static final List<Geometry> GEOMETRIES = List.of(Geometry.SUM, Geometry.EUCLIDEAN, Geometry.LARGEST);

    private final SplittableRandom random = new SplittableRandom(23);

    /** Two filters: {@code ‖w_1‖² + ‖w_2‖² ≥ 2 ‖β̂‖_1}, and so on, with equality where the spectra are equal. */
    @Test
    void filtersOfEqualSpectraAreTheSmallestOfTheirPredictor() {
        for (int depth = 1; depth <= 4; depth++) {
            double[][] filters = Matrices.gaussian(depth, 8, 1, random);
            assertThat(Matrices.squaredNorm(filters)).isGreaterThan(least(filters) * (depth == 1 ? 1 - 1e-12 : 1.05));
            double[][] equal = new double[depth][];
            for (int l = 0; l < depth; l++) { // rotations and signs leave the spectrum's absolute values
                equal[l] = new double[8];
                for (int i = 0; i < 8; i++) {
                    equal[l][(i + 3 * l) % 8] = (l % 2 == 0 ? 1 : -1) * filters[0][i];
                }
            }
            assertThat(Matrices.squaredNorm(equal)).isCloseTo(least(equal), within(1e-12 * least(equal)));
        }
    }

    /** {@code L ‖β̂‖_{2/L}^{2/L}}. */
    private static double least(double[][] filters) {
        double sum = 0;
        for (double value : CircularNetwork.spectrum(CircularNetwork.predictor(filters))) {
            sum += Math.pow(value, 2.0 / filters.length);
        }
        return filters.length * sum;
    }

    /** {@code ℓ(t) ≤ ℓ(0) exp(-2N c^{2(N-1)/N} t)} at every step. */
    @Test
    void balancedLayersNeverExceedTheBoundOfTheFlow() {
        for (int depth = 1; depth <= 4; depth++) {
            double[][] target = {{2, 0, 0}, {0, 1.5, 0}, {0, 0, 1}};
            double[][] start = Matrices.gaussian(3, 3, 0.2, random);
            Matrices.scale(0.7 / Matrices.norm(start), start);
            Matrices.addScaled(1, target, start);
            double decay = 2 * depth * Math.pow(0.3, 2 - 2.0 / depth) * 1e-3;
            DeepFactorization layers = Initialisation.balanced(start, depth);
            double first = 0.7 * 0.7 / 2;
            for (int t = 0; t < 4000; t++) {
                double[][] error = Matrices.difference(layers.product(), target);
                assertThat(Matrices.squaredNorm(error) / 2)
                        .isLessThanOrEqualTo(first * Math.exp(-decay * t) * (1 + 1e-12) + 1e-28);
                layers.gradients(error);
                layers.step(squared -> 1e-3);
            }
        }
    }

    /** Without a margin: the product of balanced positive numbers stops at 0 on its way to -1. */
    @Test
    void aProductOfNumbersDoesNotChangeItsSign() {
        for (int depth = 2; depth <= 3; depth++) {
            assertThat(scalar(depth, -1)).isBetween(0.0, 0.01);
            assertThat(scalar(depth, 1)).isCloseTo(1, within(1e-10));
        }
        assertThat(scalar(1, -1)).isCloseTo(-1, within(1e-10));
    }

    private static double scalar(int depth, double target) {
        DeepFactorization product = Initialisation.balanced(new double[][] {{Math.pow(0.5, depth)}}, depth);
        for (int t = 0; t < 20_000; t++) {
            product.gradients(new double[][] {{product.product()[0][0] - target}});
            product.step(squared -> 0.01);
        }
        return product.product()[0][0];
    }

    /** Scalar output: {@code w' = -‖w‖^{2-2/N} (g + (N-1) Proj_w g)}, from the rule of regression's own factors. */
    @Test
    void depthWithOneOutputStretchesTheGradientAlongTheWeights() {
        for (int depth = 2; depth <= 4; depth++) {
            double[][] w = Matrices.gaussian(1, 5, 1, random);
            double[][] gradient = Matrices.gaussian(1, 5, 1, random);
            double length = Matrices.norm(w);
            double along = Matrices.dot(w, gradient) / (length * length);
            double[][] expected = Matrices.copy(gradient);
            Matrices.addScaled((depth - 1) * along, w, expected);
            Matrices.scale(Math.pow(length, 2 - 2.0 / depth), expected);
            assertThat(Matrices.relativeError(velocity(w, gradient, depth), expected))
                    .isLessThan(1e-6);
        }
    }

    private static double[][] velocity(double[][] w, double[][] gradient, int depth) {
        double length = Matrices.norm(w);
        double root = Math.pow(length, 1.0 / depth);
        List<double[][]> layers = new ArrayList<>();
        layers.add(Matrices.copy(w));
        Matrices.scale(root / length, layers.get(0));
        for (int j = 2; j <= depth; j++) {
            layers.add(new double[][] {{root}});
        }
        DeepFactorization factors = DeepFactorization.of(layers);
        factors.gradients(gradient);
        factors.step(squared -> 1e-7);
        double[][] moved = Matrices.difference(w, factors.product());
        Matrices.scale(1e7, moved);
        return moved;
    }

    /** (1, 3) and (-1, 4): the directions (0, 1), (1, 3)/√10 and (½, 1). */
    @Test
    void everySteepestDescentGoesToItsOwnDirection() {
        SeparableData pair = SeparableData.of(new double[][] {{1, 3}, {-1, 4}});
        double[][] expected = {{0, 1}, {1 / Math.sqrt(10), 3 / Math.sqrt(10)}, {0.5, 1}};
        double[] tolerances = {1e-3, 5e-3, 2e-4};
        for (int k = 0; k < 3; k++) {
            Geometry geometry = GEOMETRIES.get(k);
            double[] w = new double[2];
            double[] gradient = new double[2];
            for (int t = 1; t <= 100_000; t++) {
                pair.gradient(w, gradient);
                geometry.step(w, gradient, 0.1 / Math.sqrt(t));
            }
            double norm = geometry.norm(w);
            assertThat(new double[] {w[0] / norm, w[1] / norm})
                    .as(geometry.sign())
                    .containsExactly(expected[k], within(tolerances[k]));
        }
    }

    /** The greatest margin is the least dual norm over the convex hull of the points. */
    @Test
    void theGreatestMarginIsTheDistanceOfTheHullInTheDualNorm() {
        double[] greatest = {3, Math.sqrt(10), 3.5};
        double[] dual = new double[3];
        Arrays.fill(dual, Double.POSITIVE_INFINITY);
        for (int k = 0; k <= 10_000; k++) {
            double[] p = {1 - 2 * k / 1e4, 3 + k / 1e4};
            for (int g = 0; g < 3; g++) {
                double norm = GEOMETRIES.get(2 - g).norm(p); // ℓ∞ for ℓ1, ℓ2, ℓ1 for ℓ∞
                dual[g] = Math.min(dual[g], norm);
            }
        }
        assertThat(dual).containsExactly(greatest, within(1e-12));
    }
}
