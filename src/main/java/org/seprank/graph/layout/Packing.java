package org.seprank.graph.layout;

import java.util.Arrays;

/**
 * Rectangles put side by side without overlap, largest first, each at the lowest free place of a strip, the leftmost of
 * several (the bottom-left rule over a skyline). Time O(k s), where the skyline has s steps.
 */
final class Packing {
    private static final int WIDTHS = 12;

    private final double[] x;
    private final double[] y;
    private final double width;
    private final double height;

    private Packing(double[] x, double[] y, double width, double height) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
    }

    /**
     * The best of several strips for a page.
     *
     * @param widths of the rectangles, the largest rectangle first
     * @param heights of the rectangles
     * @param aspect width over height of the page
     */
    static Packing of(double[] widths, double[] heights, double aspect) {
        double area = 0;
        double widest = 0;
        for (int i = 0; i < widths.length; i++) {
            area += widths[i] * heights[i];
            widest = Math.max(widest, widths[i]);
        }
        Packing best = strip(widths, heights, Math.max(widest, Math.sqrt(area * aspect)));
        for (int i = 1; i <= WIDTHS; i++) {
            double width = Math.max(widest, Math.sqrt(area * aspect) * (1 + i / (double) WIDTHS));
            Packing other = strip(widths, heights, width);
            best = other.side(aspect) < best.side(aspect) ? other : best;
        }
        return best;
    }

    /** The height of the smallest page that holds all. */
    private double side(double aspect) {
        return Math.max(height, width / aspect);
    }

    private static Packing strip(double[] widths, double[] heights, double limit) {
        double[] x = new double[widths.length];
        double[] y = new double[widths.length];
        Skyline skyline = new Skyline(limit * (1 + 1e-12));
        for (int i = 0; i < widths.length; i++) {
            int step = skyline.lowest(widths[i]);
            x[i] = skyline.lefts[step];
            y[i] = skyline.put(step, widths[i], heights[i]);
        }
        double right = 0;
        double top = 0;
        for (int i = 0; i < widths.length; i++) {
            right = Math.max(right, x[i] + widths[i]);
            top = Math.max(top, y[i] + heights[i]);
        }
        return new Packing(x, y, right, top);
    }

    /** The left edge of the i-th rectangle. */
    double x(int i) {
        return x[i];
    }

    /** Its lower edge. */
    double y(int i) {
        return y[i];
    }

    /** From 0 to the rightmost edge. */
    double width() {
        return width;
    }

    /** From 0 to the topmost edge. */
    double height() {
        return height;
    }

    /** How high a strip is filled: steps from left to right, each up to where the next begins. */
    private static final class Skyline {
        private final double limit;
        private double[] lefts = new double[16];
        private double[] tops = new double[16];
        private int steps = 1;

        Skyline(double limit) {
            this.limit = limit;
        }

        /** The step whose left edge is the lowest place for a rectangle of this width. */
        int lowest(double width) {
            int best = 0;
            double lowest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < steps && lefts[i] + width <= limit; i++) {
                double top = tops[i] < lowest ? top(i, width) : lowest;
                if (top < lowest) {
                    lowest = top;
                    best = i;
                }
            }
            return best;
        }

        private double top(int from, double width) {
            double top = 0;
            for (int i = from; i < steps && (i == from || lefts[i] < lefts[from] + width); i++) {
                top = Math.max(top, tops[i]);
            }
            return top;
        }

        /** Puts a rectangle there and answers its lower edge. */
        double put(int from, double width, double height) {
            double bottom = top(from, width);
            double right = lefts[from] + width;
            int to = from;
            while (to < steps && (to == from || lefts[to] < right)) {
                to++;
            }
            double end = to < steps ? lefts[to] : limit;
            double behind = tops[to - 1];
            boolean rest = end - right > 1e-9 * limit;
            replace(from, to, rest ? 2 : 1);
            tops[from] = bottom + height;
            if (rest) {
                lefts[from + 1] = right;
                tops[from + 1] = behind;
            }
            return bottom;
        }

        /** Makes the steps from..to-1 so many. */
        private void replace(int from, int to, int now) {
            int shift = now - (to - from);
            if (steps + shift > lefts.length) {
                lefts = Arrays.copyOf(lefts, 2 * lefts.length);
                tops = Arrays.copyOf(tops, 2 * tops.length);
            }
            System.arraycopy(lefts, to, lefts, to + shift, steps - to);
            System.arraycopy(tops, to, tops, to + shift, steps - to);
            steps += shift;
        }
    }
}
