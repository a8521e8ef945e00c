package org.seprank.graph.layout;

import java.util.Arrays;

/**
 * Lowers the stress of a small component's places, the sum over all pairs of the squared relative difference between
 * their distance on the page and that in the graph, by putting one vertex after another where its pairs want it
 * (Gansner, Koren and North 2004). Time O(n m + r n^2) for r rounds.
 */
final class Stress {
    private static final int ROUNDS = 40;

    private final double[] x;
    private final double[] y;

    private Stress(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** Moves the vertices of {@code springs}, which begin where those left them; distances are scaled to fit. */
    static void lower(Level level, Springs springs) {
        int[][] distances = new int[level.size()][];
        Arrays.setAll(distances, v -> distances(level, v));
        Stress stress = new Stress(springs.x(), springs.y());
        double unit = stress.unit(distances);
        for (int round = 0; round < ROUNDS; round++) {
            for (int v = 0; v < distances.length; v++) {
                stress.move(v, distances[v], unit);
            }
        }
    }

    /** The length of an edge at which the places have the least stress. */
    private double unit(int[][] distances) {
        double lengths = 0;
        double squares = 0;
        for (int v = 0; v < x.length; v++) {
            for (int u = 0; u < v; u++) {
                double length = length(u, v) / distances[v][u];
                lengths += length;
                squares += length * length;
            }
        }
        return squares / lengths;
    }

    private double length(int u, int v) {
        double dx = x[u] - x[v];
        double dy = y[u] - y[v];
        return Math.sqrt(dx * dx + dy * dy);
    }

    private void move(int v, int[] distances, double unit) {
        double sumX = 0;
        double sumY = 0;
        double weights = 0;
        for (int u = 0; u < x.length; u++) {
            double length = length(u, v);
            if (length > 0) {
                double weight = 1.0 / distances[u] / distances[u];
                double wanted = unit * distances[u] / length;
                sumX += weight * (x[u] + wanted * (x[v] - x[u]));
                sumY += weight * (y[u] + wanted * (y[v] - y[u]));
                weights += weight;
            }
        }
        x[v] = sumX / weights;
        y[v] = sumY / weights;
    }

    private static int[] distances(Level level, int from) {
        int[] distances = new int[level.size()];
        Arrays.fill(distances, -1);
        distances[from] = 0;
        int[] queue = new int[level.size()];
        queue[0] = from;
        int end = 1;
        for (int at = 0; at < end; at++) {
            int v = queue[at];
            for (int k = level.offsets()[v]; k < level.offsets()[v + 1]; k++) {
                int u = level.neighbours()[k];
                if (distances[u] < 0) {
                    distances[u] = distances[v] + 1;
                    queue[end++] = u;
                }
            }
        }
        return distances;
    }
}
