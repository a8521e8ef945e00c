package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.seprank.report.number.Numbers;

/**
 * A drawing of points and lines: points coloured by a value, shaped by the side they are on, lines across the sides
 * emphasized, removed lines dashed. Rendered as a self-contained SVG that is legible on light and dark ground.
 *
 * @param title what the picture shows; also its text alternative
 * @param scale what the colours mean, such as "walk index"
 * @param points with coordinates in any unit; the drawing scales them to fit
 * @param lines between points
 */
public record NetworkDrawing(String title, String scale, List<Point> points, List<Line> lines) implements Drawing {
    private static final int SIZE = 720;
    private static final int MARGIN = 48;
    private static final int LEGEND = 64;
    private static final int LABELLED = 60;

    /**
     * A point.
     *
     * @param x abscissa
     * @param y ordinate
     * @param value what its colour shows, at least 0; spread logarithmically
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
        /** Thick and orange. */
        CROSSING,
        /** Thin, faint and dashed. */
        REMOVED,
        /** Thick and green. */
        ADDED;

        private Svg open(Svg svg) {
            String colour = this == CROSSING ? Palette.colour(1) : this == ADDED ? Palette.colour(2) : Ink.TEXT;
            boolean faint = this == PLAIN || this == REMOVED;
            Ink ink = Ink.PLAIN.stroke(colour).width(faint ? 1 : 2.4).opacity(faint ? 0.35 : 1);
            return svg.group(ink.dash(this == REMOVED ? "3 4" : "none"));
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
        long squares = points.stream().filter(Point::onSide).count();
        words.say(squares + " on the side of the squares, " + (points.size() - squares) + " of the discs");
        for (Style style : List.of(Style.CROSSING, Style.REMOVED, Style.ADDED)) {
            long count = lines.stream().filter(line -> line.style() == style).count();
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
    public Data data() {
        List<List<Object>> rows = new ArrayList<>();
        points.forEach(p -> rows.add(List.of(p.label(), p.x(), p.y(), p.value(), p.onSide() ? "square" : "disc")));
        return new Data(List.of("label", "x", "y", "value", "shape"), rows);
    }

    @Override
    public String toSvg(String id) {
        double min = points.stream().mapToDouble(Point::value).min().orElse(0);
        double max = points.stream().mapToDouble(Point::value).max().orElse(0);
        Svg svg = Svg.of(this, id, SIZE, SIZE + LEGEND);
        double[] frame = frame();
        for (Line line : lines) {
            Point a = points.get(line.from());
            Point b = points.get(line.to());
            line.style().open(svg);
            svg.line(
                    place(a.x(), frame[0], frame[2]),
                    place(a.y(), frame[1], frame[2]),
                    place(b.x(), frame[0], frame[2]),
                    place(b.y(), frame[1], frame[2]),
                    Ink.PLAIN);
            svg.close();
        }
        for (Point point : points) {
            addPoint(svg, point, frame, share(point.value(), min, max));
        }
        String meaning = Frame.shortened(scale, 46) + " (log colour scale); squares: I, discs: its complement";
        ColourScale.drawLegend(svg, MARGIN, SIZE + 8, meaning, min, max);
        return svg.finish();
    }

    /** Left edge, top edge and extent of the points. */
    private double[] frame() {
        double left = points.stream().mapToDouble(Point::x).min().orElse(0);
        double right = points.stream().mapToDouble(Point::x).max().orElse(1);
        double top = points.stream().mapToDouble(Point::y).min().orElse(0);
        double bottom = points.stream().mapToDouble(Point::y).max().orElse(1);
        double extent = Math.max(Math.max(right - left, bottom - top), 1e-9);
        return new double[] {(left + right - extent) / 2, (top + bottom - extent) / 2, extent};
    }

    private static double place(double coordinate, double origin, double extent) {
        return MARGIN + (coordinate - origin) / extent * (SIZE - 2 * MARGIN);
    }

    private static double share(double value, double min, double max) {
        return max > min ? Math.log1p(value - min) / Math.log1p(max - min) : 0.5;
    }

    private void addPoint(Svg svg, Point point, double[] frame, double share) {
        double x = place(point.x(), frame[0], frame[2]);
        double y = place(point.y(), frame[1], frame[2]);
        double radius = Math.max(2.5, Math.min(12, 120 / Math.sqrt(points.size() + 20.0)));
        svg.group(Ink.PLAIN.fill(ColourScale.at(share)).stroke(Ink.TEXT).width(1));
        if (point.onSide()) {
            double size = 2 * radius;
            svg.rect(x - radius, y - radius, size, size, Ink.PLAIN, tip(point));
        } else {
            svg.disc(x, y, radius, Ink.PLAIN, tip(point));
        }
        svg.close();
        if (points.size() <= LABELLED) {
            String ink = share > 0.6 ? "#000" : "#fff";
            svg.text(
                    point.label(), x, y + 4, Ink.PLAIN.anchor("middle").size(11).fill(ink));
        }
    }

    private static String tip(Point point) {
        return point.label() + ": " + Numbers.plain(point.value());
    }
}
