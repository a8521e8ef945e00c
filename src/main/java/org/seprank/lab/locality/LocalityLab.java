package org.seprank.lab.locality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.lab.locality.image.ImageTask;
import org.seprank.lab.locality.image.LabelledImages;
import org.seprank.lab.locality.image.Pathfinder;
import org.seprank.lab.locality.image.ShapePairs;
import org.seprank.lab.locality.image.SignalPairs;
import org.seprank.report.chart.Axis;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * Locality of convolutional networks and its cure (Razin, Maman and Cohen, arXiv 2201.11729, section 6): two regions
 * decide on the label, and the farther apart they are, the less a trained network tells about new images, although it
 * learns the training images by heart. That it could do better is shown by a regularizer which punishes low
 * hierarchical rank: with it, the distance matters less. For every distance all strengths of the regularizer have the
 * same images and the same network to begin with.
 */
public final class LocalityLab extends Lab {
    private static final double LUCK = 0.6; // 1/2 is chance
    private static final double BY_HEART = 0.9; // of the training labels
    private static final List<String> TASKS = List.of("one-dimensional", "same-class", "pathfinder");

    private static final List<Setting> SETTINGS = List.of(
            Setting.choice("task", "one-dimensional", TASKS, String.join(", ", TASKS)),
            Setting.wholes(
                            "distances",
                            "0,96",
                            0,
                            112,
                            "between the signals, 0..96, or the images, 0..112, or dashes of a path, 3..9, by task")
                    .different(),
            Setting.reals("strengths", "0,1", 0, 1000, "of the regularizer; 0 is without it")
                    .different(),
            Setting.real("noise", "1", 0, 100, "deviation of the noise on signals or images"),
            Setting.whole("samples", "300", 1, 1_000_000, "training images"),
            Setting.whole("tests", "2000", 1, 1_000_000, "test images"),
            Setting.whole("layers", "6", 1, 20, "convolutions with stride 2"),
            Setting.whole("channels", "32", 1, 1024, "of every convolution"),
            Setting.whole("batch", "32", 1, 4096, "images per step"),
            Setting.real("rate", "0.01", 1e-9, 10, "learning rate"),
            Setting.real("momentum", "0.9", 0, 0.9999, "of the steps"),
            Setting.real("clip", "5", 1e-9, 1e9, "greatest norm of a gradient"),
            Setting.whole("epochs", "80", 1, 100_000, "epochs at most"),
            Setting.whole("patience", "5", 1, 100_000, "epochs without a training error to stop after"));

    /** Makes it. */
    public LocalityLab() {
        super(
                "locality",
                "convolutional networks neglect distant dependence, and a regularizer against low rank makes them see it",
                "arXiv 2201.11729",
                SETTINGS);
    }

    /** Images have fewer channels, and paths more samples, without the regularizer, which takes five times as long. */
    @Override
    protected Map<String, String> standards(Settings given) {
        return switch (given.text("task")) {
            case "same-class" -> Map.of("distances", "0,96", "samples", "400", "tests", "1000", "channels", "16");
            case "pathfinder" ->
                Map.of(
                        "distances",
                        "3,9",
                        "strengths",
                        "0",
                        "samples",
                        "1000",
                        "tests",
                        "500",
                        "channels",
                        "16",
                        "epochs",
                        "30");
            default -> Map.of();
        };
    }

    @Override
    public String claim(Settings settings) {
        return strengths(settings).size() > 1 ? claim() : "convolutional networks neglect distant dependence";
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        List<Curve> byDistance = new ArrayList<>();
        List<Double> strengths = strengths(settings);
        strengths.forEach(strength -> byDistance.add(Curve.named("strength " + strength)));
        List<Curve> accuracies = new ArrayList<>();
        List<Curve> regularizers = new ArrayList<>();
        Figures figures = Figures.none();
        for (int distance : distances(settings)) {
            Setup setup = Setup.of(settings, distance, seed);
            for (int i = 0; i < strengths.size() && !progress.cancelled(); i++) {
                String name = name(distance, strengths.get(i));
                progress.start(name, settings.integer("epochs"));
                Training training = new Training(settings, setup.task, setup.train, name);
                Figures measured = setup.train(training, strengths.get(i), progress);
                figures = figures.and(measured.under(name));
                byDistance.get(i).add(distance, measured.get("test accuracy"));
                accuracies.add(training.accuracies());
                regularizers.add(training.regularizers());
            }
        }
        return new LabResult(panels(byDistance, accuracies, regularizers), figures);
    }

    private static List<Panel> panels(List<Curve> byDistance, List<Curve> accuracies, List<Curve> regularizers) {
        Axis epoch = Axis.linear("epoch");
        Axis accuracy = Axis.linear("accuracy");
        return List.of(
                Panel.of("accuracy", "Test accuracy by distance", Axis.linear("distance"), accuracy, byDistance),
                Panel.of("training", "Training accuracy", epoch, accuracy, accuracies),
                Panel.of("regularizer", "Regularizer", epoch, Axis.linear("mean |cosine|"), regularizers));
    }

    private static List<Double> strengths(Settings settings) {
        return settings.reals("strengths");
    }

    private static List<Integer> distances(Settings settings) {
        return settings.integers("distances");
    }

    private static String name(int distance, double strength) {
        return "distance " + distance + ", strength " + strength;
    }

    /**
     * What all strengths have in common at a distance.
     *
     * @param start seed of the network and of the order of the training images
     */
    private record Setup(Settings settings, ImageTask task, LabelledImages train, LabelledImages test, long start) {
        static Setup of(Settings settings, int distance, long seed) {
            int samples = settings.integer("samples");
            int tests = settings.integer("tests");
            SplittableRandom random = new SplittableRandom(seed);
            SplittableRandom prototypes = random.split();
            double noise = settings.real("noise");
            ImageTask task = switch (settings.text("task")) {
                case "same-class" -> ShapePairs.of(distance, noise);
                case "pathfinder" -> Pathfinder.of(distance);
                default -> SignalPairs.of(distance, noise, prototypes);
            };
            check(
                    (long) (samples + tests) * task.shape().size() * Double.BYTES,
                    Runtime.getRuntime().maxMemory());
            LabelledImages train = task.draw(samples, random.split());
            return new Setup(settings, task, train, task.draw(tests, random.split()), random.nextLong());
        }

        private static void check(long bytes, long memory) {
            if (bytes > memory / 2) {
                throw new IllegalArgumentException("samples and tests need " + (bytes >> 20)
                        + " MiB, more than half of the " + (memory >> 20) + " MiB there are; take fewer");
            }
        }

        Figures train(Training training, double strength, Progress progress) {
            int layers = settings.integer("layers");
            int channels = settings.integer("channels");
            SplittableRandom random = new SplittableRandom(start);
            ConvNet net = ConvNet.random(task.shape(), layers, channels, random.split());
            double accuracy = training.run(net, strength, random, test, progress);
            return Figures.none()
                    .and("test accuracy", accuracy)
                    .and("training accuracy", last(training.accuracies()))
                    .and("regularizer", last(training.regularizers()))
                    .and("epochs", training.accuracies().size())
                    .and("cost of a step", Objective.costRatio(net, strength));
        }

        private static double last(Curve curve) {
            return curve.size() == 0 ? Double.NaN : curve.y(curve.size() - 1);
        }
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        List<Integer> distances = distances(settings);
        List<Double> strengths = strengths(settings);
        double weak = Collections.min(strengths);
        double strong = Collections.max(strengths);
        int near = Collections.min(distances);
        int far = Collections.max(distances);
        double learnt = 1;
        for (int distance : distances) {
            for (double strength : strengths) {
                learnt = Math.min(learnt, measured.get(name(distance, strength) + " training accuracy"));
            }
        }
        List<Finding> verdicts = new ArrayList<>();
        verdicts.add(new Finding("more than " + BY_HEART + " of the training labels are learnt", learnt > BY_HEART));
        verdicts.add(new Finding(
                "what is learnt at distance " + near + " tells of new images: more than " + LUCK + " are right",
                Math.max(accuracy(measured, near, weak), accuracy(measured, near, strong)) > LUCK));
        double weakLoss = accuracy(measured, near, weak) - accuracy(measured, far, weak);
        double strongLoss = accuracy(measured, near, strong) - accuracy(measured, far, strong);
        if (near < far) {
            verdicts.add(
                    new Finding("with strength " + weak + " distance costs over 0.04 of accuracy", weakLoss > 0.04));
        }
        if (weak < strong) {
            double gain = accuracy(measured, far, strong) - accuracy(measured, far, weak);
            verdicts.add(new Finding("strength " + strong + " gains over 0.05 at distance " + far, gain > 0.05));
        }
        if (near < far && weak < strong) {
            verdicts.add(new Finding(
                    "with strength " + strong + " distance costs less than half as much", strongLoss < weakLoss / 2));
        }
        return verdicts;
    }

    private static double accuracy(Figures measured, int distance, double strength) {
        return measured.get(name(distance, strength) + " test accuracy");
    }
}
