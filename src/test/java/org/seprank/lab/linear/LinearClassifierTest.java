package org.seprank.lab.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seprank.Shared;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.matrix.DeepFactorization;
import org.seprank.linear.Matrices;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

class LinearClassifierTest {
    /** (1, 3) and (-1, 4): √10 along the first; (1, 0) and (0, 1): 1/√2. */
    @Test
    void theGreatestMarginIsThatByHand() {
        HardMargin pair = HardMargin.of(new double[][] {{1, 3}, {-1, 4}});
        assertThat(pair.lower()).isCloseTo(Math.sqrt(10), within(1e-12));
        assertThat(pair.upper()).isCloseTo(Math.sqrt(10), within(1e-12));
        HardMargin corner = HardMargin.of(new double[][] {{1, 0}, {0, 1}, {3, 3}});
        assertThat(corner.lower()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(corner.direction()).containsExactly(new double[] {Math.sqrt(0.5), Math.sqrt(0.5)}, within(1e-12));
    }

    @Test
    void noDirectionExceedsTheBound() {
        SplittableRandom random = new SplittableRandom(1);
        SeparableData data = SeparableData.planted(20, 5, random);
        HardMargin exact = HardMargin.of(data.points());
        assertThat(exact.upper()).isCloseTo(exact.lower(), within(1e-8));
        for (int k = 0; k < 2000; k++) {
            double[] w = exact.direction();
            Matrices.addScaled(0.3, Matrices.gaussian(1, 5, 1, random)[0], w);
            assertThat(data.margin(w) / Math.sqrt(Matrices.dot(w, w))).isLessThanOrEqualTo(exact.upper());
        }
    }

    /** Layers {@code u_j v_jᵀ} with v_{j+1} = u_j are of rank one and aligned; a turn by 60° shows. */
    @Test
    void rankOneAndAlignmentAreReadOffLayers() {
        double[][] first = {{3, 4}, {0, 0}};
        DeepFactorization aligned = DeepFactorization.of(List.of(first, new double[][] {{2, 0}}));
        assertThat(LinearClassifierLab.offRankOne(aligned)).isCloseTo(0, within(1e-15));
        assertThat(LinearClassifierLab.alignment(aligned)).isCloseTo(1, within(1e-15));
        DeepFactorization turned = DeepFactorization.of(List.of(first, new double[][] {{1, Math.sqrt(3)}}));
        assertThat(LinearClassifierLab.alignment(turned)).isCloseTo(0.5, within(1e-12));
        DeepFactorization full = DeepFactorization.of(List.of(Matrices.identity(2, 1), new double[][] {{1, 0}}));
        assertThat(LinearClassifierLab.offRankOne(full)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void everyDepthGoesToTheGreatestMargin() {
        Lab lab = new LinearClassifierLab();
        Settings settings = lab.with("iterations=15000", "depths=1,2,3");
        Figures figures = lab.run(settings, 0, Progress.none()).figures();
        assertThat(lab.judge(settings, figures)).hasSize(6).allMatch(Finding::holds);
    }

    @Test
    void twoDigitsGoToTheirGreatestMargin() {
        Path images = Shared.file("data/images/mnist-train-images-idx3-ubyte.gz");
        Lab lab = new LinearClassifierLab();
        Settings settings = lab.with(
                "images=" + images.resolveSibling("mnist"),
                "samples=30",
                "pool=4",
                "depths=1,2",
                "hidden=3",
                "iterations=8000");
        Figures figures = lab.run(settings, 0, Progress.none()).figures();
        assertThat(lab.judge(settings, figures)).hasSize(4).allMatch(Finding::holds);
    }

    @Test
    void missingImagesAreSaid() {
        Lab lab = new LinearClassifierLab();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.run(lab.with("images=nowhere/mnist"), 0, Progress.none()))
                .withMessageContaining("nowhere/mnist");
    }

    @Test
    @Tag("slow")
    void allHoldsAsItIsSetAtFiveSeeds() {
        Lab lab = new LinearClassifierLab();
        for (int seed = 0; seed < 5; seed++) {
            Figures figures = lab.run(lab.with(), seed, Progress.none()).figures();
            assertThat(lab.judge(lab.with(), figures)).as("seed " + seed).allMatch(Finding::holds);
        }
    }
}
