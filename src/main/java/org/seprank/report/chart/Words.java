package org.seprank.report.chart;

import java.util.Comparator;
import java.util.List;
import org.seprank.report.chart.Series.Point;
import org.seprank.report.number.Numbers;

/** Writes the text alternatives of charts: a sentence for the chart, then one for each of its parts. */
final class Words {
    private final StringBuilder text;

    private Words(String start) {
        text = new StringBuilder(start);
    }

    /** Title, and what kind of chart it is of what. */
    static Words of(String title, String kind) {
        String end = title.endsWith(".") || title.endsWith("?") ? " " : ". ";
        return new Words(title + end + kind + ".");
    }

    /** Adds a sentence. */
    Words say(String sentence) {
        text.append(' ').append(sentence).append('.');
        return this;
    }

    /** Adds the extremes and the end of a series. */
    Words course(String name, List<Point> points) {
        if (points.isEmpty()) {
            return say(name + ": no data");
        }
        Point min = points.stream().min(Comparator.comparingDouble(Point::y)).orElseThrow();
        Point max = points.stream().max(Comparator.comparingDouble(Point::y)).orElseThrow();
        Point last = points.get(points.size() - 1);
        return say(name + ": " + count(points.size(), "point") + ", minimum " + at(min) + ", maximum " + at(max)
                + ", last " + at(last));
    }

    /** Says how many values have no place on the axes, if any. */
    Words omitted(int count) {
        return count == 0 ? this : say(count(count, "value") + " not shown, having no place on the axes");
    }

    String text() {
        return text.toString();
    }

    /** A point for a tooltip. */
    static String point(String name, Point point) {
        String interval = point.hasInterval() ? interval(point.low(), point.high()) : "";
        return name + ": " + at(point) + interval;
    }

    static String interval(double low, double high) {
        return " [" + Numbers.plain(low) + ", " + Numbers.plain(high) + "]";
    }

    static String count(int count, String noun) {
        return count(count, noun, noun + "s");
    }

    static String count(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    private static String at(Point point) {
        return Numbers.plain(point.y()) + " at " + Numbers.plain(point.x());
    }
}
