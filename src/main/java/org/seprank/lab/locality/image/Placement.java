package org.seprank.lab.locality.image;

import java.util.SplittableRandom;

/**
 * Two equal rectangles beside each other in the middle of a zero canvas, with an example each: of one class with
 * probability 1/2 (label 1), else of two different ones. The regularizer takes the rectangles, in random order.
 *
 * @param shape of the canvas
 * @param pair the rectangles
 * @param kinds number of classes
 * @param painter draws the examples
 */
record Placement(Shape shape, Patch.Pair pair, int kinds, Painter painter) implements ImageTask {
    /** Draws one of the rectangles. */
    interface Painter {
        /** Values of an example of a class, by rows. */
        double[] example(int kind, SplittableRandom random);
    }

    /**
     * The rectangles at a distance.
     *
     * @param canvas of one channel
     * @param height of a rectangle
     * @param width of a rectangle
     * @param distance columns between them, from 0 to what the canvas has room for
     */
    static Patch.Pair centred(Shape canvas, int height, int width, int distance) {
        int most = canvas.width() - 2 * width;
        if (distance < 0 || distance > most) {
            throw new IllegalArgumentException("distance " + distance + " is not in 0.." + most);
        }
        int row = (canvas.height() - height) / 2;
        int column = (most - distance) / 2;
        Patch left = new Patch(row, column, height, width);
        return new Patch.Pair(left, new Patch(row, column + width + distance, height, width));
    }

    /** Refuses a standard deviation that is not in 0..100. */
    static void checkNoise(double noise) {
        if (!(noise >= 0 && noise <= 100)) {
            throw new IllegalArgumentException("noise " + noise + " is not in 0..100");
        }
    }

    @Override
    public LabelledImages draw(int count, SplittableRandom random) {
        double[][] values = new double[count][shape.size()];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(2);
            int left = random.nextInt(kinds);
            int right = labels[i] == 1 ? left : (left + 1 + random.nextInt(kinds - 1)) % kinds;
            put(values[i], pair.first(), painter.example(left, random));
            put(values[i], pair.second(), painter.example(right, random));
        }
        return LabelledImages.over(shape, values, labels);
    }

    private void put(double[] image, Patch patch, double[] example) {
        int[] positions = patch.positions(shape);
        for (int i = 0; i < positions.length; i++) {
            image[positions[i]] = example[i];
        }
    }

    @Override
    public Patch.Pair patches(SplittableRandom random) {
        return random.nextBoolean() ? pair : pair.swapped();
    }
}
