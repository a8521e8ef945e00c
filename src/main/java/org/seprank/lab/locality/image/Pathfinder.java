package org.seprank.lab.locality.image;

import java.util.SplittableRandom;

/**
 * Pathfinder (Linsley et al., arXiv 1805.08315; Razin, Maman and Cohen, arXiv 2201.11729, section 6) in small: two
 * dashed paths among shorter ones on a canvas of 40 x 40, and two ends with bright marks. The label says whether they
 * are the ends of one path; the longer the paths, the farther apart is what decides. The regularizer takes random
 * squares of 2 x 2.
 */
public final class Pathfinder implements ImageTask {
    private static final int SIDE = 40;
    private static final int SQUARE = 2;
    private static final double HALF_WIDTH = 0.6;
    private static final double MARK = 1.5;
    private static final double BRIGHTNESS = 3; // of the marks
    private static final double MEAN = 0.05;
    private static final double DEVIATION = 0.18;

    private final int length;

    private Pathfinder(int length) {
        this.length = length;
    }

    /**
     * The task.
     *
     * @param length dashes of a path, in 3..9
     */
    public static Pathfinder of(int length) {
        if (length < 3 || length > 9) {
            throw new IllegalArgumentException("path length " + length + " is not in 3..9");
        }
        return new Pathfinder(length);
    }

    @Override
    public Shape shape() {
        return Shape.grey(SIDE, SIDE);
    }

    @Override
    public LabelledImages draw(int count, SplittableRandom random) {
        double[][] values = new double[count][];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            PathScene scene = PathScene.draw(SIDE, length, random);
            values[i] = render(scene);
            labels[i] = scene.label();
        }
        return LabelledImages.over(shape(), values, labels);
    }

    /** Ink from 0 to 1, more at the marks, then moved by constants. */
    private static double[] render(PathScene scene) {
        double[] image = new double[SIDE * SIDE];
        scene.paths().forEach(path -> path.forEach(dash -> ink(image, dash, false)));
        scene.marks().forEach(dash -> ink(image, dash, true));
        for (int i = 0; i < image.length; i++) {
            image[i] = (image[i] - MEAN) / DEVIATION;
        }
        return image;
    }

    private static void ink(double[] image, PathScene.Dash dash, boolean mark) {
        int reach = 4;
        for (int row = Math.max(0, (int) dash.y() - reach); row < Math.min(SIDE, dash.y() + reach); row++) {
            for (int column = Math.max(0, (int) dash.x() - reach);
                    column < Math.min(SIDE, dash.x() + reach);
                    column++) {
                double x = column + 0.5;
                double y = row + 0.5;
                double outside =
                        mark ? Math.hypot(x - dash.x(), y - dash.y()) - MARK : dash.distance(x, y) - HALF_WIDTH;
                double value = (mark ? BRIGHTNESS : 1) * Math.min(Math.max(0.5 - outside, 0), 1);
                image[row * SIDE + column] = Math.max(image[row * SIDE + column], value);
            }
        }
    }

    @Override
    public Patch.Pair patches(SplittableRandom random) {
        Patch first = square(random);
        while (true) {
            Patch second = square(random);
            if (!first.meets(second)) {
                return new Patch.Pair(first, second);
            }
        }
    }

    private static Patch square(SplittableRandom random) {
        int room = SIDE - SQUARE + 1;
        return new Patch(random.nextInt(room), random.nextInt(room), SQUARE, SQUARE);
    }
}
