package org.seprank.lab.kernel;

import java.util.SplittableRandom;

/** Points with labels 1 and -1. Immutable. */
final class LabelledPoints {
    private final double[][] points;
    private final double[] labels;

    private LabelledPoints(double[][] points, double[] labels) {
        this.points = points;
        this.labels = labels;
    }

    /** These, which become its own. */
    static LabelledPoints of(double[][] points, double... labels) {
        return new LabelledPoints(points, labels);
    }

    /**
     * Independent points on a cross: {@code (x_1, x_2)} is {@code (±1, 0)} for label 1 and {@code (0, ±1)} for label
     * -1; all other coordinates are ±1 at random and say nothing. Four rectifiers tell the labels apart; a fixed kernel
     * of all coordinates needs many more points (after Wei, Lee, Liu and Ma, arXiv 1810.05369). Time
     * O(count·dimension).
     *
     * @param dimension at least 2
     */
    static LabelledPoints cross(int count, int dimension, SplittableRandom random) {
        double[][] points = new double[count][dimension];
        double[] labels = new double[count];
        for (int i = 0; i < count; i++) {
            labels[i] = sign(random);
            points[i][labels[i] > 0 ? 0 : 1] = sign(random);
            for (int j = 2; j < dimension; j++) {
                points[i][j] = sign(random);
            }
        }
        return new LabelledPoints(points, labels);
    }

    /** Points on the unit circle in four sectors of labels by turns, none of them near a border. */
    static LabelledPoints sectors(int count, SplittableRandom random) {
        double[][] points = new double[count][2];
        double[] labels = new double[count];
        for (int i = 0; i < count; i++) {
            double angle = random.nextDouble(2 * Math.PI);
            while (Math.abs(Math.cos(2 * angle)) < 0.4) {
                angle = random.nextDouble(2 * Math.PI);
            }
            points[i][0] = Math.cos(angle);
            points[i][1] = Math.sin(angle);
            labels[i] = Math.signum(Math.cos(2 * angle));
        }
        return new LabelledPoints(points, labels);
    }

    private static double sign(SplittableRandom random) {
        return random.nextBoolean() ? 1 : -1;
    }

    int count() {
        return points.length;
    }

    /** The points as rows, {@code [count, dimension]}; not to be changed. */
    double[][] points() {
        return points;
    }

    /** The label of a point, 1 or -1. */
    double label(int point) {
        return labels[point];
    }

    /** The share of points whose label is not the sign of the output; 0 is an error. */
    double error(double[] outputs) {
        int wrong = 0;
        for (int i = 0; i < labels.length; i++) {
            wrong += labels[i] * outputs[i] > 0 ? 0 : 1;
        }
        return (double) wrong / labels.length;
    }

    /** {@code min_i y_i f(x_i)}. */
    double least(double[] outputs) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < labels.length; i++) {
            least = Math.min(least, labels[i] * outputs[i]);
        }
        return least;
    }
}
