package org.seprank.lab.locality;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Curve;
import org.seprank.lab.locality.image.ImageTask;
import org.seprank.lab.locality.image.LabelledImages;
import org.seprank.linear.Matrices;
import org.seprank.setting.Settings;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Stochastic gradient descent with momentum on batches in random order, with gradients clipped to a norm, until all
 * training labels have been right after several epochs in a row.
 */
final class Training {
    private final Settings settings;
    private final ImageTask task;
    private final LabelledImages train;
    private final Curve accuracies;
    private final Curve regularizers;

    /**
     * Training on some images.
     *
     * @param name in the legends
     */
    Training(Settings settings, ImageTask task, LabelledImages train, String name) {
        this.settings = settings;
        this.task = task;
        this.train = train;
        this.accuracies = Curve.named(name);
        this.regularizers = Curve.named(name);
    }

    /**
     * Trains a network.
     *
     * @param net changed
     * @param strength of the regularizer
     * @return its accuracy on other images, of no use if {@code progress} cancelled
     */
    double run(ConvNet net, double strength, SplittableRandom random, LabelledImages test, Progress progress) {
        int batch = settings.integer("batch");
        int epochs = settings.integer("epochs");
        int patience = settings.integer("patience");
        Objective objective = new Objective(net, strength, Math.min(batch, train.size()), Parallel.onAllProcessors());
        Descent descent = new Descent(net, objective);
        int[] order = new int[train.size()];
        Arrays.setAll(order, i -> i);
        int perfect = 0;
        for (int epoch = 1; epoch <= epochs && perfect < patience && !progress.cancelled(); epoch++) {
            shuffle(order, random);
            descent.epoch(order, batch, random, progress);
            double accuracy = objective.accuracy(train);
            perfect = accuracy == 1 ? perfect + 1 : 0;
            accuracies.add(epoch, accuracy);
            regularizers.add(epoch, measured(objective, batch));
            progress.advanceTo(epoch);
        }
        return objective.accuracy(test);
    }

    /** The regularizer on as many training images as a batch has, the same after every epoch. */
    private double measured(Objective objective, int batch) {
        int[] first = new int[Math.min(batch, train.size())];
        Arrays.setAll(first, i -> i);
        double sum = 0;
        SplittableRandom random = new SplittableRandom(0);
        int draws = 4;
        for (int draw = 0; draw < draws; draw++) {
            sum += objective.regularizer(train, first, task.patches(random));
        }
        return sum / draws;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
    }

    /** Training accuracy after every epoch. */
    Curve accuracies() {
        return accuracies;
    }

    /** The regularizer after every epoch. */
    Curve regularizers() {
        return regularizers;
    }

    /** Steps with momentum. */
    private final class Descent {
        private final ConvNet net;
        private final Objective objective;
        private final List<double[][]> gradient;
        private final List<double[][]> velocity;
        private final double rate = settings.real("rate");
        private final double momentum = settings.real("momentum");
        private final double clip = settings.real("clip");

        Descent(ConvNet net, Objective objective) {
            this.net = net;
            this.objective = objective;
            this.gradient = net.zeros();
            this.velocity = net.zeros();
        }

        void epoch(int[] order, int batch, SplittableRandom random, Progress progress) {
            for (int from = 0; from < order.length && !progress.cancelled(); from += batch) {
                int[] some = Arrays.copyOfRange(order, from, Math.min(from + batch, order.length));
                objective.value(train, some, task.patches(random), gradient);
                step();
            }
        }

        private void step() {
            double norm = Math.sqrt(
                    gradient.stream().mapToDouble(Matrices::squaredNorm).sum());
            double scale = norm > clip ? clip / norm : 1;
            for (int n = 0; n < velocity.size(); n++) {
                Matrices.scale(momentum, velocity.get(n));
                Matrices.addScaled(scale, gradient.get(n), velocity.get(n));
                Matrices.addScaled(-rate, velocity.get(n), net.parameters().get(n));
            }
        }
    }
}
