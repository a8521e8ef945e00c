package org.seprank.report.chart;

import java.util.List;

/**
 * Points joined by a line.
 *
 * @param name in the legend
 * @param style how the line is drawn
 * @param companion of a reference or hollow discs, the name of the series whose colour it has; empty: grey
 * @param points in the order in which they are joined
 */
public record Series(String name, Style style, String companion, List<Point> points) {
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int SPARKS = 40;

    /** How a line is drawn. */
    public enum Style {
        /** A line. */
        LINE,
        /** A line with a marker at every point. */
        MARKED,
        /**
         * A dashed line: values to compare with, such as published ones. It has the colour of the series whose name its
         * own ends with, as "published random" that of "random"; else it is grey.
         */
        REFERENCE,
        /** Hollow discs without a line, in the colour of a companion: single published values. */
        HOLLOW
    }

    /**
     * A point with an interval.
     *
     * @param x abscissa
     * @param y ordinate
     * @param low lower end of the interval of y; NaN where there is none
     * @param high upper end of the interval of y; NaN where there is none
     */
    public record Point(double x, double y, double low, double high) {
        /** A point without interval. */
        public static Point of(double x, double y) {
            return new Point(x, y, Double.NaN, Double.NaN);
        }

        boolean hasInterval() {
            return !Double.isNaN(low) && !Double.isNaN(high);
        }
    }

    /** Keeps the order. */
    public Series {
        points = List.copyOf(points);
    }

    /** A line with markers. */
    public static Series of(String name, List<Point> points) {
        return new Series(name, Style.MARKED, "", points);
    }

    /** The same points drawn in another way. */
    public Series withStyle(Style other) {
        return new Series(name, other, companion, points);
    }

    /** The same points as what the series of that name is compared with. */
    public Series asReferenceTo(String other) {
        return new Series(name, Style.REFERENCE, other, points);
    }

    /** The same points as hollow discs beside the series of that name. */
    public Series asHollowBeside(String other) {
        return new Series(name, Style.HOLLOW, other, points);
    }

    /** The course of y in at most {@value #SPARKS} block characters; gaps are spaces. */
    public String sparkline() {
        double[] values = points.stream().mapToDouble(Point::y).toArray();
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Math.abs(value) <= Axis.LARGEST) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        int length = Math.min(SPARKS, values.length);
        StringBuilder sparks = new StringBuilder();
        for (int i = 0; i < length; i++) {
            // the last point is always among those shown
            double value = values[(int) ((i + 1L) * values.length / length - 1)];
            double share = max > min ? (value - min) / (max - min) : 0.5;
            boolean gap = !(Math.abs(value) <= Axis.LARGEST);
            sparks.append(gap ? ' ' : BARS.charAt((int) Math.min(7, 8 * share)));
        }
        return sparks.toString();
    }

    /** Words for a caption where only some of many series are drawn; empty where all are. */
    public static String shownOf(int shown, int all, String noun) {
        return shown < all ? " (the first " + shown + " of " + all + " " + noun + ")" : "";
    }
}
