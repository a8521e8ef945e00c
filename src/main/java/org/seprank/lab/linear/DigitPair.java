package org.seprank.lab.linear;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.dataset.image.IdxImages;
import org.seprank.dataset.image.ImageFolder;
import org.seprank.dataset.image.Images;
import org.seprank.file.FormatException;
import org.seprank.linear.Matrices;

/** Images of two classes to be told apart by a direction, after joining squares of pixels and adding a constant one. */
final class DigitPair {
    private static final double WHITE = 255;

    private DigitPair() {}

    /**
     * Some training images of two classes, as points times labels.
     *
     * @param folder with IDX images, or what their names begin with
     * @param classes the two
     * @param count of each class, at most
     * @param pool side of the squares of pixels that become one
     * @throws IllegalArgumentException if there are no such images
     */
    static SeparableData of(String folder, List<Integer> classes, int count, int pool, SplittableRandom random) {
        if (classes.size() != 2) {
            throw new IllegalArgumentException("digits are " + classes.size() + " classes, not 2");
        }
        try {
            Images images = IdxImages.read(ImageFolder.find(Path.of(folder)).train());
            List<double[]> points = new ArrayList<>();
            for (int k = 0; k < 2; k++) {
                List<Integer> all = chosen(images, classes.get(k), random);
                for (int image : all.subList(0, Math.min(count, all.size()))) {
                    points.add(point(images, image, pool, k == 0 ? 1 : -1));
                }
            }
            if (points.isEmpty()) {
                throw new IllegalArgumentException("images '" + folder + "' have none of the classes " + classes);
            }
            return SeparableData.of(points.toArray(double[][]::new));
        } catch (IOException e) {
            throw new IllegalArgumentException("images '" + folder + "': " + FormatException.withRemedy(e), e);
        }
    }

    /** All images of a class in random order. */
    private static List<Integer> chosen(Images images, int wanted, SplittableRandom random) {
        List<Integer> all = new ArrayList<>();
        for (int image : images.labels().ofClass(wanted)) {
            all.add(image);
        }
        for (int i = all.size() - 1; i > 0; i--) {
            Collections.swap(all, i, random.nextInt(i + 1));
        }
        return all;
    }

    /** Means of squares of pixels in 0..1 and a one, scaled to norm 1, times the label. */
    private static double[] point(Images images, int image, int pool, int label) {
        int rows = images.height() / pool;
        int columns = images.width() / pool;
        double[] point = new double[rows * columns + 1];
        for (int row = 0; row < rows * pool; row++) {
            for (int column = 0; column < columns * pool; column++) {
                double pixel = images.pixel(image, row * images.width() + column) / WHITE;
                point[row / pool * columns + column / pool] += pixel / (pool * pool);
            }
        }
        point[point.length - 1] = 1;
        double norm = Math.sqrt(Matrices.dot(point, point));
        for (int j = 0; j < point.length; j++) {
            point[j] *= label / norm;
        }
        return point;
    }
}
