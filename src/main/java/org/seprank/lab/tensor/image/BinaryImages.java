package org.seprank.lab.tensor.image;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.dataset.image.Images;

/** Images of pixels 0 and 1 with a number to be found for each: 2 for one class, 0 for all others. Immutable. */
final class BinaryImages {
    private static final double POSITIVE = 2;
    private static final int HALF = 128; // of 255

    private final byte[][] images;
    private final double[] targets;

    private BinaryImages(byte[][] images, double[] targets) {
        this.images = images;
        this.targets = targets;
    }

    /**
     * Some images, a pixel being 1 where the mean over a square is at least half the greatest brightness.
     *
     * @param from grey images with classes
     * @param chosen their numbers
     * @param wanted the class of target 2
     * @param pool side of the squares, a divisor of height and width; 1 keeps every pixel
     */
    static BinaryImages of(Images from, int[] chosen, int wanted, int pool) {
        if (from.height() % pool != 0 || from.width() % pool != 0) {
            throw new IllegalArgumentException(
                    "pool " + pool + " does not divide images of " + from.height() + "x" + from.width());
        }
        byte[][] images = new byte[chosen.length][];
        double[] targets = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            images[i] = bits(from, chosen[i], pool);
            targets[i] = from.labels().label(chosen[i]) == wanted ? POSITIVE : 0;
        }
        return new BinaryImages(images, targets);
    }

    private static byte[] bits(Images from, int image, int pool) {
        int columns = from.width() / pool;
        int[] sums = new int[from.height() / pool * columns];
        for (int k = 0; k < from.area(); k++) {
            sums[k / from.width() / pool * columns + k % from.width() / pool] += from.pixel(image, k);
        }
        byte[] bits = new byte[sums.length];
        for (int n = 0; n < bits.length; n++) {
            bits[n] = (byte) (sums[n] >= HALF * pool * pool ? 1 : 0);
        }
        return bits;
    }

    /** The mean square error of the best constant. */
    double variance() {
        double mean = Arrays.stream(targets).average().orElse(0);
        return Arrays.stream(targets)
                .map(target -> (target - mean) * (target - mean))
                .average()
                .orElse(0);
    }

    /** The same images, the targets in random order. */
    BinaryImages withRandomLabels(SplittableRandom random) {
        double[] shuffled = targets.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double target = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = target;
        }
        return new BinaryImages(images, shuffled);
    }

    /** The same targets, every pixel 0 or 1 with equal chances. */
    BinaryImages withRandomImages(SplittableRandom random) {
        byte[][] noise = new byte[images.length][pixels()];
        for (byte[] image : noise) {
            for (int n = 0; n < image.length; n++) {
                image[n] = (byte) random.nextInt(2);
            }
        }
        return new BinaryImages(noise, targets);
    }

    int size() {
        return images.length;
    }

    /** N. */
    int pixels() {
        return images[0].length;
    }

    /** The pixels of an image, live: to be read only. */
    byte[] image(int i) {
        return images[i];
    }

    double target(int i) {
        return targets[i];
    }
}
