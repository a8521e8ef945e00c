package org.seprank.lab.locality.image;

import java.util.SplittableRandom;

/**
 * "Is same class" of arXiv 2201.11729, section 6, in small: two images of 12 x 12 pixels beside each other on a zero
 * canvas of 16 x 64. Each shows a disc, frame, plus, cross or triangle of random place and size, with normal noise, and
 * the label says whether both show the same.
 */
public final class ShapePairs implements ImageTask {
    /** Number of classes. */
    static final int KINDS = 5;

    private static final int SIDE = 12;

    private final Placement placement;
    private final double noise;

    private ShapePairs(Placement placement, double noise) {
        this.placement = placement;
        this.noise = noise;
    }

    /**
     * The task.
     *
     * @param distance columns between the images, in 0..40
     * @param noise standard deviation, in 0..100; the shapes have contrast 2
     */
    public static ShapePairs of(int distance, double noise) {
        if (!(noise >= 0 && noise <= 100)) {
            throw new IllegalArgumentException("noise " + noise + " is not in 0..100");
        }
        return new ShapePairs(Placement.centred(Shape.grey(16, 64), SIDE, SIDE, distance), noise);
    }

    @Override
    public Shape shape() {
        return placement.shape();
    }

    @Override
    public LabelledImages draw(int count, SplittableRandom random) {
        return placement.draw(count, KINDS, this::example, random);
    }

    private double[] example(int kind, SplittableRandom random) {
        double middleX = SIDE / 2.0 + random.nextDouble(-1.5, 1.5);
        double middleY = SIDE / 2.0 + random.nextDouble(-1.5, 1.5);
        double radius = random.nextDouble(3, 4.5);
        double[] values = new double[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            int row = i / SIDE;
            double x = (i % SIDE + 0.5 - middleX) / radius;
            double y = (row + 0.5 - middleY) / radius;
            values[i] = (inside(kind, x, y) ? 1 : -1) + noise * random.nextGaussian();
        }
        return values;
    }

    private static boolean inside(int kind, double x, double y) {
        double far = Math.max(Math.abs(x), Math.abs(y));
        return switch (kind) {
            case 0 -> Math.hypot(x, y) < 1;
            case 1 -> far < 1 && far > 0.55;
            case 2 -> far < 1 && Math.min(Math.abs(x), Math.abs(y)) < 0.3;
            case 3 -> far < 1 && (Math.abs(x - y) < 0.4 || Math.abs(x + y) < 0.4);
            default -> far < 1 && Math.abs(x) < (y + 1) / 2;
        };
    }

    @Override
    public Patch.Pair patches(SplittableRandom random) {
        return placement.inRandomOrder(random);
    }
}
