package org.seprank.lab.locality.image;

import java.util.SplittableRandom;

/**
 * "Is same class" of arXiv 2201.11729, section 6, in small: two images of 8 x 8 pixels beside each other on a zero
 * canvas of 8 x 128. Each shows a disc, frame, plus or cross, whose place and size are a little random, with normal
 * noise, and the label says whether both show the same.
 */
public final class ShapePairs {
    private static final int KINDS = 4;
    private static final int SIDE = 8;
    private static final double CONTRAST = 2.35; // between the shapes and what is around them

    private ShapePairs() {}

    /**
     * The task.
     *
     * @param distance columns between the images, in 0..112
     * @param noise standard deviation, in 0..100
     */
    public static ImageTask of(int distance, double noise) {
        Placement.checkNoise(noise);
        Shape canvas = Shape.grey(SIDE, 128);
        Patch.Pair pair = Placement.centred(canvas, SIDE, SIDE, distance);
        return new Placement(canvas, pair, KINDS, (kind, random) -> example(kind, noise, random));
    }

    private static double[] example(int kind, double noise, SplittableRandom random) {
        double middleX = SIDE / 2.0 + random.nextDouble(-0.3, 0.3);
        double middleY = SIDE / 2.0 + random.nextDouble(-0.3, 0.3);
        double radius = random.nextDouble(3, 3.4);
        double[] values = new double[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            int row = i / SIDE;
            double x = (i % SIDE + 0.5 - middleX) / radius;
            double y = (row + 0.5 - middleY) / radius;
            values[i] = (inside(kind, x, y) ? CONTRAST : -CONTRAST) / 2 + noise * random.nextGaussian();
        }
        return values;
    }

    private static boolean inside(int kind, double x, double y) {
        double far = Math.max(Math.abs(x), Math.abs(y));
        return switch (kind) {
            case 0 -> Math.hypot(x, y) < 1;
            case 1 -> far < 1 && far > 0.55;
            case 2 -> far < 1 && Math.min(Math.abs(x), Math.abs(y)) < 0.3;
            default -> far < 1 && (Math.abs(x - y) < 0.4 || Math.abs(x + y) < 0.4);
        };
    }
}
