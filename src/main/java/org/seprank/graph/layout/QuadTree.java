package org.seprank.graph.layout;

import java.util.Arrays;

/**
 * Points with masses in squares within squares, for the repulsion of Barnes and Hut (1986): a square that is farther
 * than it is wide acts as one point. Squares stand in depth-first order; points are sorted along the Z-order curve, so
 * that those of a square are neighbours in memory. Time O(n log n).
 */
final class QuadTree {
    private static final int BITS = 15;
    private static final int LEAF = 6;

    private final double[] x;
    private final double[] y;
    private final double[] masses;
    private final int[] order;
    private final long[] keys;
    private int count;
    private int[] skip;
    private int[] first;
    private int[] end;
    private double[] centre;
    private double[] size; // squared

    private QuadTree(double[] x, double[] y, double[] masses) {
        int n = x.length;
        this.keys = keys(x, y);
        this.order = new int[n];
        this.x = new double[n];
        this.y = new double[n];
        this.masses = new double[n];
        for (int i = 0; i < n; i++) {
            int v = (int) keys[i];
            order[i] = v;
            this.x[i] = x[v];
            this.y[i] = y[v];
            this.masses[i] = masses[v];
        }
        int room = Math.max(16, n);
        this.skip = new int[room];
        this.first = new int[room];
        this.end = new int[room];
        this.centre = new double[3 * room];
        this.size = new double[room];
    }

    /** Over points with finite coordinates. */
    static QuadTree of(double[] x, double[] y, double[] masses) {
        QuadTree tree = new QuadTree(x, y, masses);
        double extent = extent(x, y);
        tree.split(0, x.length, 0, extent);
        return tree;
    }

    private static double extent(double[] x, double[] y) {
        double wide = Arrays.stream(x).max().orElse(0) - Arrays.stream(x).min().orElse(0);
        double high = Arrays.stream(y).max().orElse(0) - Arrays.stream(y).min().orElse(0);
        return Math.max(Math.max(wide, high), 1e-9);
    }

    private static long[] keys(double[] x, double[] y) {
        double left = Arrays.stream(x).min().orElse(0);
        double top = Arrays.stream(y).min().orElse(0);
        double cells = ((1 << BITS) - 1) / extent(x, y);
        long[] keys = new long[x.length];
        for (int v = 0; v < keys.length; v++) {
            long code = spread((int) ((x[v] - left) * cells)) | spread((int) ((y[v] - top) * cells)) << 1;
            keys[v] = code << 32 | v;
        }
        Arrays.sort(keys);
        return keys;
    }

    /** The bits of a number in every other place. */
    private static long spread(int bits) {
        long b = bits;
        b = (b | b << 8) & 0x00FF00FFL;
        b = (b | b << 4) & 0x0F0F0F0FL;
        b = (b | b << 2) & 0x33333333L;
        return (b | b << 1) & 0x55555555L;
    }

    private void split(int from, int to, int depth, double extent) {
        int square = add(from, to, extent);
        if (to - from > LEAF && depth < BITS) {
            int shift = 32 + 2 * (BITS - 1 - depth);
            int start = from;
            while (start < to) {
                long quarter = keys[start] >>> shift;
                int stop = start + 1;
                while (stop < to && keys[stop] >>> shift == quarter) {
                    stop++;
                }
                split(start, stop, depth + 1, extent / 2);
                start = stop;
            }
        }
        skip[square] = count;
    }

    private int add(int from, int to, double extent) {
        if (count == skip.length) {
            skip = Arrays.copyOf(skip, 2 * count);
            first = Arrays.copyOf(first, 2 * count);
            end = Arrays.copyOf(end, 2 * count);
            centre = Arrays.copyOf(centre, 6 * count);
            size = Arrays.copyOf(size, 2 * count);
        }
        double mass = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = from; i < to; i++) {
            mass += masses[i];
            sumX += masses[i] * x[i];
            sumY += masses[i] * y[i];
        }
        first[count] = from;
        end[count] = to;
        size[count] = extent * extent;
        centre[3 * count] = sumX / mass;
        centre[3 * count + 1] = sumY / mass;
        centre[3 * count + 2] = mass;
        return count++;
    }

    int points() {
        return order.length;
    }

    /** The number that the i-th point along the curve had when the tree was made. */
    int vertex(int i) {
        return order[i];
    }

    /**
     * The sum of mass times difference over squared distance, from all other points to the i-th along the curve.
     *
     * @param push where the two parts of the sum are put
     */
    void repulsion(int i, double[] push) {
        double sumX = 0;
        double sumY = 0;
        int square = 0;
        while (square < count) {
            double dx = x[i] - centre[3 * square];
            double dy = y[i] - centre[3 * square + 1];
            double distance = dx * dx + dy * dy;
            if (distance > size[square] && (i < first[square] || i >= end[square])) {
                double force = centre[3 * square + 2] / distance;
                sumX += dx * force;
                sumY += dy * force;
                square = skip[square];
            } else if (skip[square] > square + 1) {
                square++; // its quarters
            } else {
                for (int j = first[square]; j < end[square]; j++) {
                    double px = x[i] - x[j];
                    double py = y[i] - y[j];
                    double near = px * px + py * py;
                    double force = near > 0 ? masses[j] / near : 0;
                    sumX += px * force;
                    sumY += py * force;
                }
                square = skip[square];
            }
        }
        push[0] = sumX;
        push[1] = sumY;
    }
}
