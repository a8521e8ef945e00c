package org.seprank.dataset.image;

import java.util.SplittableRandom;
import org.seprank.dataset.Labels;

/**
 * Generated images of 28 x 28 pixels in ten classes: disc, ring, square, frame, two triangles, plus, cross, horizontal
 * and vertical stripes, with random place, size, brightness and noise. They stand in for Fashion-MNIST where no
 * download is wanted.
 */
public final class ShapeImages {
    /** Number of classes. */
    public static final int CLASSES = 10;

    private static final int SIDE = 28;

    private ShapeImages() {}

    /**
     * So many images; image i is of class i mod 10.
     *
     * @param count at least 0
     */
    public static Images generate(int count, long seed) {
        if (count < 0) {
            throw new IllegalArgumentException("count " + count + " is not at least 0");
        }
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[Math.multiplyExact(count, SIDE * SIDE)];
        int[] classes = new int[count];
        for (int i = 0; i < count; i++) {
            classes[i] = i % CLASSES;
            draw(classes[i], random, pixels, i * SIDE * SIDE);
        }
        return Images.over(SIDE, SIDE, pixels, Labels.of(classes, CLASSES));
    }

    private static void draw(int shape, SplittableRandom random, byte[] pixels, int at) {
        double centreX = SIDE / 2.0 + random.nextDouble(-3, 3);
        double centreY = SIDE / 2.0 + random.nextDouble(-3, 3);
        double radius = random.nextDouble(7, 11);
        double bright = random.nextDouble(150, 235);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double x = (column + 0.5 - centreX) / radius;
                double y = (row + 0.5 - centreY) / radius;
                double value = (inside(shape, x, y) ? bright : 0) + random.nextDouble(0, 20);
                pixels[at + row * SIDE + column] = (byte) (int) value;
            }
        }
    }

    /** Whether a point, relative to centre and radius, is on the shape. */
    private static boolean inside(int shape, double x, double y) {
        double far = Math.max(Math.abs(x), Math.abs(y));
        double round = Math.hypot(x, y);
        return switch (shape) {
            case 0 -> round < 1;
            case 1 -> round < 1 && round > 0.65;
            case 2 -> far < 0.9;
            case 3 -> far < 0.95 && far > 0.65;
            case 4 -> Math.abs(y) < 0.9 && Math.abs(x) < (y + 0.9) / 1.8;
            case 5 -> Math.abs(y) < 0.9 && Math.abs(x) < (0.9 - y) / 1.8;
            case 6 -> far < 1 && Math.min(Math.abs(x), Math.abs(y)) < 0.2;
            case 7 -> far < 1 && (Math.abs(x - y) < 0.28 || Math.abs(x + y) < 0.28);
            case 8 -> far < 1 && Math.floorMod((int) Math.floor(y * 2.5), 2) == 0;
            default -> far < 1 && Math.floorMod((int) Math.floor(x * 2.5), 2) == 0;
        };
    }
}
