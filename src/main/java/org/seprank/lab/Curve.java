package org.seprank.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seprank.report.chart.Series;

/** Points in the order in which they were added. Not safe for use by several threads. */
public final class Curve {
    private final String name;
    private final Optional<String> comparedWith;
    private final List<Series.Point> points = new ArrayList<>();

    private Curve(String name, Optional<String> comparedWith) {
        this.name = name;
        this.comparedWith = comparedWith;
    }

    /** A curve without points. */
    public static Curve named(String name) {
        return new Curve(name, Optional.empty());
    }

    /**
     * A curve that is not measured here: from a paper, or a known rate.
     *
     * @param comparedWith the name of the curve that it is put beside; empty for all of a panel
     * @param coordinates x and y of the points by turns
     */
    public static Curve reference(String name, String comparedWith, double... coordinates) {
        if (coordinates.length % 2 != 0) {
            throw new IllegalArgumentException(coordinates.length + " coordinates are not x and y by turns");
        }
        Curve curve = new Curve(name, Optional.of(comparedWith));
        for (int i = 0; i < coordinates.length; i += 2) {
            curve.add(coordinates[i], coordinates[i + 1]);
        }
        return curve;
    }

    /** Adds a point. Amortized time O(1). */
    public void add(double x, double y) {
        points.add(Series.Point.of(x, y));
    }

    /**
     * Adds a point of each of several numbers to a curve of its own.
     *
     * @param curves one per number; those that lack are added
     * @param name of the curves, their number behind it
     * @param values at least as many as there are curves
     */
    public static void addEach(List<Curve> curves, String name, double x, double[] values) {
        for (int k = 0; k < values.length; k++) {
            if (k == curves.size()) {
                curves.add(named(name + (k + 1)));
            }
            curves.get(k).add(x, values[k]);
        }
    }

    /** In the legend. */
    public String name() {
        return name;
    }

    /** The number of points. */
    public int size() {
        return points.size();
    }

    /** The abscissa of point i. */
    public double x(int i) {
        return points.get(i).x();
    }

    /** The ordinate of point i. */
    public double y(int i) {
        return points.get(i).y();
    }

    /** The points so far, as a line without markers. */
    Series series() {
        Series series = Series.of(name, points).withStyle(Series.Style.LINE);
        return comparedWith.map(series::asReferenceTo).orElse(series);
    }

    /** The first abscissa at which y reaches a level from below; infinite if it never does. */
    public double firstReaching(double level) {
        for (Series.Point point : points) {
            if (point.y() >= level) {
                return point.x();
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
