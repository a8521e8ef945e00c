package org.seprank.graph.layout;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.work.Parallel;

/**
 * The places of one level's vertices, moved by forces: edges pull by the square of their length, all pairs push by the
 * inverse of their distance (Fruchterman and Reingold 1991), masses and weights counted. All vertices move at once,
 * each by what is computed from the places before, so that the bits do not depend on the threads.
 */
final class Springs {
    private static final double PUSH = 0.2;
    private static final int BLOCK = 256;

    private final Level level;
    private final double[] x;
    private final double[] y;

    private Springs(Level level, double[] x, double[] y) {
        this.level = level;
        this.x = x;
        this.y = y;
    }

    /** At places in a disc that grows with the number of vertices. */
    static Springs scattered(Level level, SplittableRandom random) {
        double[] x = new double[level.size()];
        double[] y = new double[level.size()];
        double radius = Math.sqrt(Arrays.stream(level.masses()).sum());
        scatter(random, radius, x, y);
        return new Springs(level, x, y);
    }

    private static void scatter(SplittableRandom random, double radius, double[] x, double[] y) {
        for (int v = 0; v < x.length; v++) {
            do {
                x[v] = radius * random.nextDouble(-1, 1);
                y[v] = radius * random.nextDouble(-1, 1);
            } while (x[v] * x[v] + y[v] * y[v] > radius * radius);
        }
    }

    /** Every vertex of a finer level near the place of what it was merged into. */
    Springs refined(Level finer, Level.Parents parents, SplittableRandom random) {
        double[] finerX = new double[finer.size()];
        double[] finerY = new double[finer.size()];
        scatter(random, 0.5, finerX, finerY);
        for (int v = 0; v < finer.size(); v++) {
            int parent = parents.of(v);
            double spread = Math.sqrt(level.mass(parent));
            finerX[v] = x[parent] + spread * finerX[v];
            finerY[v] = y[parent] + spread * finerY[v];
        }
        return new Springs(finer, finerX, finerY);
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    /**
     * Moves all vertices so many times, by ever shorter steps.
     *
     * @param first the longest first step, in lengths of an average edge
     */
    void relax(int steps, double first) {
        double step = first * balance();
        double cooling = StrictMath.pow(0.02 / first, 1.0 / steps);
        for (int i = 0; i < steps; i++) {
            move(step);
            step *= cooling;
        }
    }

    /**
     * Scales the places so that pull and push balance as a whole, and answers the average length of an edge. What the
     * push adds up to depends on the masses alone.
     */
    private double balance() {
        double pull = 0;
        double lengths = 0;
        double weights = 0;
        for (int v = 0; v < level.size(); v++) {
            for (int k = level.offsets()[v]; k < level.offsets()[v + 1]; k++) {
                int u = level.neighbours()[k];
                double square = (x[u] - x[v]) * (x[u] - x[v]) + (y[u] - y[v]) * (y[u] - y[v]);
                double length = Math.sqrt(square);
                pull += level.weights()[k] * square * length;
                lengths += level.weights()[k] * length;
                weights += level.weights()[k];
            }
        }
        double mass = Arrays.stream(level.masses()).sum();
        double squares = Arrays.stream(level.masses()).map(m -> m * m).sum();
        double push = PUSH * (mass * mass - squares);
        double scale = pull > 0 ? StrictMath.cbrt(push / pull) : 1;
        for (int v = 0; v < level.size(); v++) {
            x[v] *= scale;
            y[v] *= scale;
        }
        return weights > 0 ? scale * lengths / weights : 1;
    }

    private void move(double longest) {
        QuadTree tree = QuadTree.of(x, y, level.masses());
        double[] nextX = new double[x.length];
        double[] nextY = new double[y.length];
        int blocks = (x.length + BLOCK - 1) / BLOCK;
        Parallel.current().each(blocks, block -> {
            double[] force = new double[2];
            int end = Math.min(x.length, (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < end; i++) {
                int v = tree.vertex(i);
                tree.repulsion(i, force);
                step(v, longest, force);
                nextX[v] = x[v] + force[0];
                nextY[v] = y[v] + force[1];
            }
        });
        System.arraycopy(nextX, 0, x, 0, x.length);
        System.arraycopy(nextY, 0, y, 0, y.length);
    }

    /** Turns the push on a vertex into its step: along the whole force, as far as its springs would give way to it. */
    private void step(int v, double longest, double[] force) {
        double fx = PUSH * level.mass(v) * force[0];
        double fy = PUSH * level.mass(v) * force[1];
        double stiffness = 0;
        for (int k = level.offsets()[v]; k < level.offsets()[v + 1]; k++) {
            int u = level.neighbours()[k];
            double dx = x[u] - x[v];
            double dy = y[u] - y[v];
            double pull = level.weights()[k] * Math.sqrt(dx * dx + dy * dy);
            fx += pull * dx;
            fy += pull * dy;
            stiffness += pull;
        }
        double size = Math.sqrt(fx * fx + fy * fy);
        double length = size > 0 ? Math.min(longest, size / Math.max(2 * stiffness, 1e-9)) / size : 0;
        force[0] = length * fx;
        force[1] = length * fy;
    }
}
