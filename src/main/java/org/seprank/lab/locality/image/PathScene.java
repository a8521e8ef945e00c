package org.seprank.lab.locality.image;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Dashed paths that keep away from each other, and two marked ends.
 *
 * @param paths first the two long ones, then the distractors, each a list of dashes from end to end
 * @param marks two dashes, ends of the long paths
 * @param label 1 if the marks are the two ends of one path, 0 if each is an end of another
 */
record PathScene(List<List<Dash>> paths, List<Dash> marks, int label) {
    /** Length of a dash. */
    static final double LENGTH = 2;

    /** From the middle of a dash to that of the next one. */
    static final double STEP = 1.8 * LENGTH;

    /** Between the middles of dashes of different paths, at least. */
    static final double MARGIN = 4;

    /** Between the middle of a dash and the border of the canvas, at least. */
    static final double PADDING = 3;

    private static final double TURN = 0.6;
    private static final int TRIES = 50;

    /**
     * A straight line.
     *
     * @param x of its middle
     * @param y of its middle
     * @param angle of its direction
     */
    record Dash(double x, double y, double angle) {
        private Dash next(double turn) {
            double middle = angle + turn / 2; // the chord of an arc halves the turn
            return new Dash(x + STEP * Math.cos(middle), y + STEP * Math.sin(middle), angle + turn);
        }

        double distance(Dash other) {
            return Math.hypot(x - other.x, y - other.y);
        }

        /** The distance of a point from the line. */
        double distance(double px, double py) {
            double along = (px - x) * Math.cos(angle) + (py - y) * Math.sin(angle);
            double across = (py - y) * Math.cos(angle) - (px - x) * Math.sin(angle);
            return Math.hypot(across, Math.max(Math.abs(along) - LENGTH / 2, 0));
        }
    }

    /** Keeps the order. */
    PathScene {
        paths = paths.stream().map(List::copyOf).toList();
        marks = List.copyOf(marks);
    }

    /**
     * A random scene; label 1 with probability 1/2.
     *
     * @param side of the square canvas
     * @param length dashes of each long path; {@code 30 / length} distractors have a third of them
     */
    static PathScene draw(int side, int length, SplittableRandom random) {
        int label = random.nextInt(2);
        List<List<Dash>> paths = new ArrayList<>();
        while (paths.size() < 2 + 30 / length) {
            List<Dash> path = grow(side, paths.size() < 2 ? length : length / 3, paths, random);
            if (path.isEmpty()) {
                paths.clear(); // no room for it: all over again
            } else {
                paths.add(path);
            }
        }
        boolean fromFront = random.nextBoolean();
        Dash front = paths.get(0).get(0);
        Dash back = paths.get(0).get(length - 1);
        Dash elsewhere = paths.get(1).get(random.nextBoolean() ? 0 : length - 1);
        return new PathScene(
                paths, label == 1 ? List.of(front, back) : List.of(fromFront ? front : back, elsewhere), label);
    }

    /** A path that keeps away from the others; empty if none is found. */
    private static List<Dash> grow(int side, int length, List<List<Dash>> others, SplittableRandom random) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<Dash> path = new ArrayList<>();
            Dash dash = new Dash(
                    random.nextDouble(PADDING, side - PADDING),
                    random.nextDouble(PADDING, side - PADDING),
                    random.nextDouble(2 * Math.PI));
            for (int tries = 0; tries < TRIES && path.size() < length; tries++) {
                if (hasRoom(side, dash, path, others)) {
                    path.add(dash);
                    tries = 0;
                } else if (path.isEmpty()) {
                    break;
                }
                dash = path.get(path.size() - 1).next(random.nextDouble(-TURN, TURN));
            }
            if (path.size() == length) {
                return path;
            }
        }
        return List.of();
    }

    private static boolean hasRoom(int side, Dash dash, List<Dash> own, List<List<Dash>> others) {
        double least = Math.min(Math.min(dash.x, dash.y), Math.min(side - dash.x, side - dash.y));
        boolean free = least >= PADDING;
        for (int i = 0; i < own.size() - 1; i++) {
            free &= dash.distance(own.get(i)) >= MARGIN;
        }
        return free && others.stream().flatMap(List::stream).allMatch(other -> dash.distance(other) >= MARGIN);
    }
}
