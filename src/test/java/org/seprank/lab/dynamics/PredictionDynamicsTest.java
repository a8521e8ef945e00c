package org.seprank.lab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.linear.Matrices;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

class PredictionDynamicsTest {
    private static WideNetwork network(int hidden) {
        SpherePoints data = SpherePoints.random(4, 3, new SplittableRandom(1));
        return WideNetwork.gaussian(data.points(), hidden, 6, new SplittableRandom(2));
    }

    /** Slopes by finite differences of every weight, multiplied and summed. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theKernelIsTheProductOfSlopes(int hidden) {
        WideNetwork network = network(hidden);
        double[][] expected = new double[4][4];
        for (int l = 0; l < hidden; l++) {
            for (double[] row : network.layer(l)) {
                for (int r = 0; r < row.length; r++) {
                    double[] slope = slope(network, row, r);
                    for (int i = 0; i < 4; i++) {
                        Matrices.addScaled(slope[i], slope, expected[i]);
                    }
                }
            }
        }
        assertThat(Matrices.relativeError(network.kernel(), expected)).isLessThan(1e-6);
    }

    private static double[] slope(WideNetwork network, double[] row, int r) {
        double before = row[r];
        row[r] = before + 1e-6;
        network.moved();
        double[] slope = network.outputs().clone();
        row[r] = before - 1e-6;
        network.moved();
        Matrices.addScaled(-1, network.outputs(), slope);
        row[r] = before;
        network.moved();
        for (int i = 0; i < slope.length; i++) {
            slope[i] /= 2e-6;
        }
        return slope;
    }

    /** To first order a step changes the outputs by the kernel times the residual. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aStepMovesTheOutputsByTheKernel(int hidden) {
        WideNetwork network = network(hidden);
        double[] before = network.outputs().clone();
        double[][] kernel = network.kernel();
        double[] residual = {1, -0.5, 2, 0.3};
        network.step(residual, 1e-7);
        for (int i = 0; i < 4; i++) {
            double expected = -Matrices.dot(kernel[i], residual);
            assertThat((network.outputs()[i] - before[i]) / 1e-7).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void theKernelOfAWideNetworkIsNearItsLimit() {
        SpherePoints data = SpherePoints.random(5, 4, new SplittableRandom(3));
        WideNetwork wide = WideNetwork.gaussian(data.points(), 1, 40_000, new SplittableRandom(4));
        assertThat(Matrices.relativeError(wide.kernel(), data.limit())).isLessThan(0.02);
        assertThat(data.limit()[2][2]).isEqualTo(0.5); // half of the units see a point
    }

    @Test
    void twoWidthsShowTheClaims() {
        Lab lab = new PredictionDynamicsLab();
        Settings settings = lab.with("widths=256,4096", "deep-widths=16,128", "steps=150", "deep-steps=60");
        Figures figures = lab.run(settings, 0, Progress.none()).figures();
        assertThat(lab.judge(settings, figures).subList(0, 4)).hasSize(4).allMatch(Finding::holds);
    }

    @Test
    @Tag("slow")
    void allHoldsAsItIsSetAtFiveSeeds() {
        Lab lab = new PredictionDynamicsLab();
        for (int seed = 0; seed < 5; seed++) {
            Figures figures = lab.run(lab.with(), seed, Progress.none()).figures();
            assertThat(lab.judge(lab.with(), figures)).as("seed " + seed).allMatch(Finding::holds);
        }
    }
}
