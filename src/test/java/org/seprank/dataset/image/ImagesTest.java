package org.seprank.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.Shared;
import org.seprank.dataset.Labels;
import org.seprank.file.FormatException;

class ImagesTest {
    @TempDir
    Path folder;

    private Path images(int... bytes) throws IOException {
        return write("images-idx3", bytes);
    }

    private Path write(String name, int... bytes) throws IOException {
        byte[] data = new byte[bytes.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) bytes[i];
        }
        return Files.write(folder.resolve(name), data);
    }

    private static final int[] TWO_PIXELS = {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 7, 255};

    @Test
    void idxFilesAreReadWithTheLabelsBesideThem() throws IOException {
        write("labels-idx1", 0, 0, 8, 1, 0, 0, 0, 1, 4);
        Images read = IdxImages.read(images(TWO_PIXELS));
        assertThat(read.size()).isEqualTo(1);
        assertThat(read.height()).isEqualTo(1);
        assertThat(read.width()).isEqualTo(2);
        assertThat(read.pixel(0, 0)).isEqualTo(7);
        assertThat(read.pixel(0, 1)).isEqualTo(255);
        assertThat(read.labels().label(0)).isEqualTo(4);
        assertThat(IdxImages.recognises(folder.resolve("images-idx3"))).isTrue();
        assertThat(IdxImages.recognises(folder.resolve("labels-idx1"))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> read.pixel(0, 2));
    }

    @Test
    void unsoundIdxFilesAreRefused() throws IOException {
        Path labels = write("labels-idx1", 0, 0, 8, 1, 0, 0, 0, 1, 4);
        refused(images(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 7), labels, "does not have the 2 bytes");
        refused(images(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 7, 8), labels, "does not have the 1 bytes");
        refused(images(0, 0, 8, 3, 0, 0, 0, 1, 0x7f, 255, 255, 255, 0x7f, 255, 255, 255), labels, "more than there is");
        refused(images(0, 0, 8, 3, 0, 0, 0, 1, 255, 0, 0, 0, 0, 0, 0, 1), labels, "is negative");
        refused(images(0, 0, 8, 2, 0, 0, 0, 1), labels, "begins with 00000802 instead of 00000803");
        refused(images(0, 0, 8), labels, "ends within its header");
        refused(images(TWO_PIXELS), write("other", 0, 0, 8, 1, 0, 0, 0, 2, 4, 4), "labels 2 images, but there are 1");
        refused(images(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1), labels, "0 pixels do not make");
        Files.delete(labels);
        assertThatThrownBy(() -> IdxImages.read(images(TWO_PIXELS))).hasMessageContaining("no file of labels");
    }

    private static void refused(Path images, Path labels, String what) {
        assertThatThrownBy(() -> IdxImages.read(images, labels))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource({"fashion-train, 3000", "fashion-test, 615", "mnist-train, 10000", "mnist-test, 2000"})
    void publicImagesAreAsDescribed(String name, int count) throws IOException {
        Images images = IdxImages.read(Shared.file("data/images/" + name + "-images-idx3-ubyte.gz"));
        assertThat(images.size()).isEqualTo(count);
        assertThat(images.area()).isEqualTo(784);
        assertThat(images.labels().classCount()).isEqualTo(10);
    }

    /** The normalisation of theory and paper: mean .286, standard deviation .353. */
    @Test
    void fashionPixelsHaveThePublishedMeanAndDeviation() throws IOException {
        Images images = IdxImages.read(Shared.file("data/images/fashion-train-images-idx3-ubyte.gz"));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < images.size(); i++) {
            for (int k = 0; k < 784; k++) {
                double pixel = images.pixel(i, k) / 255.0;
                sum += pixel;
                squares += pixel * pixel;
            }
        }
        double mean = sum / images.size() / 784;
        assertThat(mean).isCloseTo(0.286, within(0.01));
        assertThat(Math.sqrt(squares / images.size() / 784 - mean * mean)).isCloseTo(0.353, within(0.01));
    }

    /** A nearest-mean classifier tells most shapes apart, so the classes carry information; but not all. */
    @Test
    void generatedShapesAreDistinguishable() {
        Images train = ShapeImages.generate(1000, 1);
        Images test = ShapeImages.generate(500, 2);
        assertThat(train.labels().histogram()).containsOnly(100);
        double[][] means = new double[ShapeImages.CLASSES][784];
        for (int i = 0; i < 1000; i++) {
            for (int k = 0; k < 784; k++) {
                means[train.labels().label(i)][k] += train.pixel(i, k) / 100.0;
            }
        }
        int right = 0;
        for (int i = 0; i < 500; i++) {
            right += nearest(means, test, i) == test.labels().label(i) ? 1 : 0;
        }
        assertThat(right).isBetween(200, 499);
    }

    private static int nearest(double[][] means, Images images, int i) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < means.length; c++) {
            double distance = 0;
            for (int k = 0; k < 784; k++) {
                distance += Math.pow(means[c][k] - images.pixel(i, k), 2);
            }
            if (distance < least) {
                least = distance;
                best = c;
            }
        }
        return best;
    }

    @Test
    void imagesMustFitTheirLabels() {
        assertThatIllegalArgumentException().isThrownBy(() -> Images.over(2, 2, new byte[5], Labels.of(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> ShapeImages.generate(-1, 0));
    }
}
