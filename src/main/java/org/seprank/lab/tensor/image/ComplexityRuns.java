package org.seprank.lab.tensor.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.seprank.dataset.Labels;
import org.seprank.dataset.image.IdxImages;
import org.seprank.dataset.image.ImageFolder;
import org.seprank.dataset.image.Images;
import org.seprank.file.FormatException;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.lab.matrix.Completion;
import org.seprank.report.chart.Axis;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * Tensor rank as a measure of what is complex in data (arXiv 2102.09972): a tensor with a mode for every pixel of
 * binary images is fitted to one class against the others with R components. Real images with their labels need few;
 * random images, or random labels, need many. Errors are divided by 4, so that they are at most 1 for a test.
 */
public final class ComplexityRuns {
    /** What they show, in a line. */
    public static final String CLAIM =
            "a tensor of few components tells a class of images from others; random images and labels need many";

    private static final String CONSTANT = "error of a constant";
    private static final double GREATEST = 4; // squared error of a test image
    private static final double DEVIATION = 1e-3;
    private static final List<String> KINDS = List.of("original", "random images", "random labels");

    private ComplexityRuns() {}

    /** What can be set. */
    public static List<Setting> settings() {
        return List.of(
                Setting.text("images", "", "folder with IDX images, or what their names begin with, of task=images"),
                Setting.whole("class", "6", 0, Labels.MAX_CLASSES, "the class of images to be told from the others"),
                Setting.whole(
                        "pool", "2", 1, 28, "side of the squares of pixels that become one; 1: order 784 for MNIST"),
                Setting.whole("samples", "500", 1, 1_000_000, "images for training, and for testing, at most"),
                Setting.wholes("ranks", "1,16", 1, 1000, "numbers of components for images")
                        .different(),
                Setting.real("image-rate", "3e-3", 1e-9, 1, "learning rate of Adam for images"),
                Setting.whole("epochs", "1000", 1, 10_000_000, "steps over all images"));
    }

    /**
     * Fits tensors of all ranks to real and random data.
     *
     * @throws IllegalArgumentException if a setting is out of its range or there are no such images
     */
    public static LabResult run(Settings settings, long seed, Progress progress) {
        try {
            if (settings.text("images").isEmpty()) {
                throw new IllegalArgumentException("images '' is no folder; it is needed for task=images");
            }
            ImageFolder folder = ImageFolder.find(Path.of(settings.text("images")));
            return run(IdxImages.read(folder.train()), IdxImages.read(folder.test()), settings, seed, progress);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "images '" + settings.text("images") + "': " + FormatException.withRemedy(e), e);
        }
    }

    static LabResult run(Images trainImages, Images testImages, Settings settings, long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        BinaryImages train = some(trainImages, settings, random);
        BinaryImages test = some(testImages, settings, random);
        Map<String, BinaryImages> data = new LinkedHashMap<>();
        data.put(KINDS.get(0), train);
        data.put(KINDS.get(1), train.withRandomImages(random));
        data.put(KINDS.get(2), train.withRandomLabels(random));
        Curve tests = Curve.named("original, test");
        List<Curve> curves = new ArrayList<>();
        Figures figures = Figures.none().and("pixels", train.pixels()).and(CONSTANT, train.variance() / GREATEST);
        for (Map.Entry<String, BinaryImages> kind : data.entrySet()) {
            Curve errors = Curve.named(kind.getKey() + ", training");
            curves.add(errors);
            for (int rank : settings.integers("ranks")) {
                PixelTensor found =
                        PixelTensor.nearOne(train.pixels(), rank, DEVIATION, new SplittableRandom(seed + rank));
                double error = fit(found, kind.getValue(), settings, progress);
                errors.add(rank, error);
                figures = figures.and(name(kind.getKey(), rank), error);
                if (kind.getValue() == train) {
                    double tested = found.error(test, GREATEST) / GREATEST;
                    tests.add(rank, tested);
                    figures = figures.and("original, rank " + rank + ", test error", tested);
                }
            }
        }
        curves.add(1, tests);
        curves.addAll(published());
        Panel panel =
                Panel.of("complexity", "Error by tensor rank", Axis.linear("components"), Axis.log10("error"), curves);
        return new LabResult(List.of(panel), figures);
    }

    /** MNIST, all 60,000 images, 10,000 epochs: the ends of the published curves. */
    private static List<Curve> published() {
        return List.of(
                Curve.reference("published, original, training", "original, training", 1, 0.023, 15, 0.002),
                Curve.reference("published, original, test", "original, test", 1, 0.024, 15, 0.029),
                Curve.reference("published, random images", "random images, training", 1, 0.089, 15, 0.015),
                Curve.reference("published, random labels", "random labels, training", 1, 0.089, 15, 0.044));
    }

    private static BinaryImages some(Images images, Settings settings, SplittableRandom random) {
        int count = Math.min(images.size(), settings.integer("samples"));
        int pool = settings.integer("pool");
        return BinaryImages.of(
                images,
                Completion.chosen(images.size(), count, random),
                settings.integer("class", 0, images.labels().classCount() - 1),
                pool);
    }

    private static double fit(PixelTensor found, BinaryImages data, Settings settings, Progress progress) {
        double rate = settings.real("image-rate");
        int epochs = settings.integer("epochs");
        progress.start("epochs", epochs);
        for (int t = 0; t < epochs && !progress.cancelled(); t++) {
            found.differentiate(data);
            found.step(rate);
            progress.advanceTo(t);
        }
        return found.error(data, Double.POSITIVE_INFINITY) / GREATEST;
    }

    private static String name(String kind, int rank) {
        return kind + ", rank " + rank + ", training error";
    }

    /**
     * Whether real data are fitted better than random ones by few components, and found again in others. That random
     * ones are fitted badly says something only if more components do fit them.
     */
    public static List<Finding> judge(Settings settings, Figures measured) {
        int few = Collections.min(settings.integers("ranks"));
        int many = Collections.max(settings.integers("ranks"));
        double error = measured.get(name(KINDS.get(0), few));
        double constant = measured.get(CONSTANT);
        List<Finding> verdicts = new ArrayList<>();
        for (String kind : KINDS.subList(1, KINDS.size())) {
            verdicts.add(new Finding(
                    components(few) + " at least twice as badly on " + kind + " as on the original"
                            + (few < many ? "" : " (whether more would do was not tried)"),
                    measured.get(name(kind, few)) > 2 * error));
            if (few < many) {
                boolean fitted = measured.get(name(kind, many)) < constant / 2;
                verdicts.add(new Finding(
                        components(many) + " well on " + kind + (fitted ? "" : " (not after so few epochs)"), fitted));
            }
        }
        verdicts.add(new Finding(
                components(few) + " better by a third than a constant on other images",
                measured.get("original, rank " + few + ", test error") < 2 * constant / 3));
        return verdicts;
    }

    private static String components(int number) {
        return number == 1 ? "one component does" : number + " components do";
    }
}
