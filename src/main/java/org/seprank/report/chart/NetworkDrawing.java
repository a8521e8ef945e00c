package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.seprank.report.number.Numbers;

/**
 * A drawing of points and lines: points shaped and filled by the side they are on and as large as a value says, lines
 * across the sides dark, removed lines dashed, added ones thick. Rendered as a self-contained SVG that is legible on
 * light and dark ground.
 *
 * @param title what the picture shows; also its text alternative
 * @param scale what the sizes mean, such as "walk index"
 * @param points with coordinates in any unit; the drawing scales them to fit
 * @param lines between points
 */
public record NetworkDrawing(String title, String scale, List<Point> points, List<Line> lines) implements Drawing {
    /**
     * A point.
     *
     * @param x abscissa
     * @param y ordinate
     * @param value what its size shows, at least 0; spread logarithmically
     * @param onSide drawn as a square rather than a disc
     * @param label its name, shown on small drawings and as a tooltip
     */
    public record Point(double x, double y, double value, boolean onSide, String label) {}

    /**
     * A line.
     *
     * @param from index of a point
     * @param to index of a point
     * @param style how it is drawn
     */
    public record Line(int from, int to, Style style) {}

    /** How a line is drawn. */
    public enum Style {
        /** Thin and faint. */
        PLAIN,
        /** Dark. */
        CROSSING,
        /** Dashed, in orange. */
        REMOVED,
        /** Thick, in green. */
        ADDED;

        /** What a legend calls it. */
        String word() {
            return this == PLAIN ? "other edges" : this == CROSSING ? "across" : name().toLowerCase(Locale.ROOT);
        }

        Ink ink(double width) {
            String colour = this == REMOVED ? Palette.colour(1) : this == ADDED ? Palette.colour(2) : Ink.TEXT;
            double thick = this == PLAIN ? 0.5 : this == ADDED ? 1.25 : 1;
            return Ink.PLAIN
                    .fill("none")
                    .stroke(colour)
                    .width(thick * width)
                    .opacity(this == PLAIN ? 0.55 : 1)
                    .dash(this == REMOVED ? "4 3" : "none");
        }
    }

    /** Checks the lines. */
    public NetworkDrawing {
        points = List.copyOf(points);
        lines = List.copyOf(lines);
        for (Line line : lines) {
            if (Math.min(line.from(), line.to()) < 0 || Math.max(line.from(), line.to()) >= points.size()) {
                throw new IllegalArgumentException("line " + line + " ends outside 0.." + (points.size() - 1));
            }
        }
    }

    @Override
    public String description() {
        Words words = Words.of(
                title,
                "Drawing of " + Words.count(points.size(), "vertex", "vertices") + " and "
                        + Words.count(lines.size(), "edge", "edges"));
        long squares = squares();
        words.say(squares + " on the side of the squares, " + (points.size() - squares) + " of the discs");
        for (Style style : List.of(Style.CROSSING, Style.REMOVED, Style.ADDED)) {
            long count = count(style);
            if (count > 0) {
                words.say(count + " " + style.name().toLowerCase(Locale.ROOT));
            }
        }
        Comparator<Point> byValue = Comparator.comparingDouble(Point::value);
        points.stream().min(byValue).ifPresent(min -> words.say("Least " + scale + ": " + tip(min)));
        points.stream().max(byValue).ifPresent(max -> words.say("Greatest " + scale + ": " + tip(max)));
        return words.text();
    }

    @Override
    public String finding() {
        List<String> said = new ArrayList<>();
        if (squares() > 0) {
            said.add(count(Style.CROSSING) + " of " + Words.count(lines.size(), "edge") + " run across");
        }
        if (count(Style.REMOVED) > 0) {
            said.add(count(Style.REMOVED) + " of " + (lines.size() - count(Style.ADDED)) + " edges removed");
        }
        if (count(Style.ADDED) > 0) {
            said.add(Words.count((int) count(Style.ADDED), "edge") + " added");
        }
        points.stream()
                .max(Comparator.comparingDouble(Point::value))
                .ifPresent(max -> said.add(
                        "greatest " + scale + ": " + Numbers.brief(max.value()) + " (vertex " + max.label() + ")"));
        String all = String.join("; ", said);
        return all.isEmpty() ? "No vertices." : all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) + ".";
    }

    long count(Style style) {
        return lines.stream().filter(line -> line.style() == style).count();
    }

    long squares() {
        return points.stream().filter(Point::onSide).count();
    }

    @Override
    public Data data() {
        List<List<Object>> rows = new ArrayList<>();
        points.forEach(p -> rows.add(List.of(p.label(), p.x(), p.y(), p.value(), p.onSide() ? "square" : "disc")));
        return new Data(List.of("label", "x", "y", "value", "shape"), rows);
    }

    @Override
    public String toSvg(Form form) {
        return new NetworkPicture(this, form).svg();
    }

    static String tip(Point point) {
        return point.label() + ": " + Numbers.plain(point.value());
    }
}
