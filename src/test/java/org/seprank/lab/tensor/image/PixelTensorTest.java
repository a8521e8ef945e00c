package org.seprank.lab.tensor.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seprank.Shared;
import org.seprank.dataset.Labels;
import org.seprank.dataset.image.Images;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.tensor.TensorFactorizationLab;
import org.seprank.linear.Matrices;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

class PixelTensorTest {
    private static final Lab LAB = new TensorFactorizationLab();

    private final SplittableRandom random = new SplittableRandom(3);

    /** Class 1 has a bright left half, class 0 a bright right half, with a little noise. */
    private static Images halves(int count, int side, SplittableRandom random) {
        byte[] pixels = new byte[count * side * side];
        int[] classes = new int[count];
        for (int i = 0; i < count; i++) {
            classes[i] = i % 2;
            for (int k = 0; k < side * side; k++) {
                boolean bright = (k % side < side / 2) == (classes[i] == 1) ^ random.nextInt(20) == 0;
                pixels[i * side * side + k] = (byte) (bright ? 200 : 20);
            }
        }
        return Images.over(side, side, pixels, Labels.of(classes));
    }

    private static int[] all(int count) {
        return IntStream.range(0, count).toArray();
    }

    @Test
    void aValueIsTheSumOfTheProductsOfTheChosenWeights() {
        double[][] weights = Matrices.gaussian(10, 3, 1, random);
        PixelTensor tensor = PixelTensor.over(weights);
        for (int x = 0; x < 32; x++) {
            byte[] image = new byte[5];
            double sum = 0;
            for (int n = 0; n < 5; n++) {
                image[n] = (byte) (x >> n & 1);
            }
            for (int r = 0; r < 3; r++) {
                double product = 1;
                for (int n = 0; n < 5; n++) {
                    product *= weights[2 * n + image[n]][r];
                }
                sum += product;
            }
            assertThat(tensor.value(image)).isCloseTo(sum, within(1e-13));
        }
    }

    /** The loss is quadratic in every single weight, so that a central difference of any width is exact. */
    @Test
    void everyDerivativeIsACentralDifference() {
        BinaryImages data = BinaryImages.of(halves(10, 2, random), all(10), 1, 1);
        double[][] weights = Matrices.gaussian(8, 3, 0.8, random);
        PixelTensor tensor = PixelTensor.over(weights);
        tensor.differentiate(data);
        double[][] slopes = Matrices.copy(tensor.gradient());
        for (int k = 0; k < 8; k++) {
            for (int r = 0; r < 3; r++) {
                double before = weights[k][r];
                weights[k][r] = before + 0.5;
                double above = tensor.error(data, Double.POSITIVE_INFINITY);
                weights[k][r] = before - 0.5;
                double below = tensor.error(data, Double.POSITIVE_INFINITY);
                weights[k][r] = before;
                assertThat(slopes[k][r]).isCloseTo(above - below, within(1e-11));
            }
        }
    }

    /** The first step of Adam moves every weight by the rate, against the sign of its derivative. */
    @Test
    void theFirstStepMovesEveryWeightByTheRate() {
        BinaryImages data = BinaryImages.of(halves(10, 2, random), all(10), 1, 1);
        double[][] weights = Matrices.gaussian(8, 2, 0.8, random);
        double[][] before = Matrices.copy(weights);
        PixelTensor tensor = PixelTensor.over(weights);
        tensor.differentiate(data);
        tensor.step(0.01);
        for (int k = 0; k < 8; k++) {
            for (int r = 0; r < 2; r++) {
                double expected = -0.01 * Math.signum(tensor.gradient()[k][r]);
                assertThat(weights[k][r] - before[k][r]).isCloseTo(expected, within(1e-5));
            }
        }
    }

    @Test
    void pixelsArePooledByTheirMean() {
        byte[] pixels = {(byte) 255, (byte) 255, 0, 0, 0, 0, (byte) 255, 0};
        Images one = Images.over(2, 4, pixels, Labels.of(1));
        BinaryImages pooled = BinaryImages.of(one, new int[] {0}, 1, 2);
        assertThat(pooled.image(0)).containsExactly(0, 0); // 510 and 255 of 1020, a half being 512
        assertThat(BinaryImages.of(one, new int[] {0}, 1, 1).image(0)).containsExactly(1, 1, 0, 0, 0, 0, 1, 0);
        assertThat(pooled.target(0)).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryImages.of(one, new int[] {0}, 1, 3))
                .withMessageContaining("2x4");
    }

    @Test
    void randomLabelsKeepTheImagesAndRandomImagesKeepTheLabels() {
        BinaryImages data = BinaryImages.of(halves(40, 4, random), all(40), 1, 1);
        BinaryImages labels = data.withRandomLabels(random);
        BinaryImages images = data.withRandomImages(random);
        double sum = 0;
        double moved = 0;
        int bright = 0;
        for (int i = 0; i < 40; i++) {
            assertThat(labels.image(i)).isEqualTo(data.image(i));
            assertThat(images.target(i)).isEqualTo(data.target(i));
            sum += labels.target(i);
            moved += Math.abs(labels.target(i) - data.target(i));
            for (byte bit : images.image(i)) {
                bright += bit;
            }
        }
        assertThat(sum).isEqualTo(40);
        assertThat(moved).isPositive();
        assertThat(bright).isBetween(250, 390);
    }

    @Test
    void oneComponentTellsHalvesApartButNotRandomOnes() {
        Settings settings =
                LAB.with("task=images", "pool=1", "samples=60", "class=1", "ranks=1", "image-rate=0.01", "epochs=300");
        Images images = halves(60, 6, random);
        LabResult result = ComplexityRuns.run(images, halves(60, 6, random), settings, 1, Progress.none());
        assertThat(ComplexityRuns.judge(settings, result.figures()))
                .allMatch(Finding::holds)
                .hasSize(3);
        LabResult again =
                ComplexityRuns.run(images, halves(60, 6, new SplittableRandom(9)), settings, 1, Progress.none());
        String trained = "random labels, rank 1, training error";
        assertThat(again.figures().get(trained)).isEqualTo(result.figures().get(trained));
    }

    @Test
    void imagesMustBeNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LAB.run(LAB.with("task=images"), 0, Progress.none()))
                .withMessageContaining("images ''");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LAB.run(LAB.with("task=images", "images=/nowhere/at/all"), 0, Progress.none()))
                .withMessageContaining("nowhere");
    }

    /** Nothing is said of data that were never fitted. */
    @Test
    void randomDataCountOnlyWhereMoreComponentsFitThem() {
        Settings settings = LAB.with("task=images", "ranks=1,8");
        assertThat(ComplexityRuns.judge(settings, errors(0.03, 0.089, 0.02)))
                .allMatch(Finding::holds)
                .hasSize(5);
        List<Finding> unfitted = ComplexityRuns.judge(settings, errors(0.03, 0.089, 0.089));
        assertThat(unfitted).extracting(Finding::holds).containsExactly(true, false, true, false, true);
        assertThat(unfitted.get(1).statement())
                .isEqualTo("8 components do well on random images (not after so few epochs)");
        assertThat(ComplexityRuns.judge(LAB.with("task=images", "ranks=1"), errors(0.03, 0.089, 0.02)))
                .hasSize(3)
                .anyMatch(finding -> finding.statement().endsWith("(whether more would do was not tried)"));
        assertThat(LAB.claim(settings)).isEqualTo(ComplexityRuns.CLAIM).isNotEqualTo(LAB.claim());
        assertThat(LAB.claim(LAB.with())).isEqualTo(LAB.claim());
    }

    private static Figures errors(double original, double few, double many) {
        Figures figures = Figures.none()
                .and("error of a constant", 0.09)
                .and("original, rank 1, training error", original)
                .and("original, rank 1, test error", 0.05);
        for (String kind : List.of("random images", "random labels")) {
            figures = figures.and(kind + ", rank 1, training error", few).and(kind + ", rank 8, training error", many);
        }
        return figures;
    }

    @Test
    @Tag("slow")
    void handwrittenDigitsNeedFewerComponentsThanRandomData() {
        String folder = Shared.file("data/images").resolve("mnist").toString();
        Settings settings = LAB.with("task=images", "images=" + folder);
        Figures figures = LAB.run(settings, 0, Progress.none()).figures();
        assertThat(LAB.judge(settings, figures)).allMatch(Finding::holds).hasSize(5);
        assertThat(figures.get("pixels")).isEqualTo(196);
    }
}
