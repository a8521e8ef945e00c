package org.seprank.report;

import java.util.List;
import java.util.Locale;

/**
 * A drawing of points and lines: points coloured by a value, shaped by the side they are on, lines across the sides
 * emphasized, removed lines dashed. Rendered as a self-contained SVG that is legible on light and dark ground.
 *
 * @param title what the picture shows; also its text alternative
 * @param scale what the colours mean, such as "walk index"
 * @param points with coordinates in any unit; the drawing scales them to fit
 * @param lines between points
 */
public record NetworkDrawing(String title, String scale, List<Point> points, List<Line> lines) {
    private static final int SIZE = 720;
    private static final int MARGIN = 48;
    private static final int LEGEND = 64;

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
        /** Thin and grey. */
        PLAIN("stroke=\"#888\" stroke-width=\"1\" stroke-opacity=\"0.6\""),
        /** Thick and orange. */
        CROSSING("stroke=\"#d55e00\" stroke-width=\"2.4\""),
        /** Thin and dashed. */
        REMOVED("stroke=\"#888\" stroke-width=\"1\" stroke-opacity=\"0.5\" stroke-dasharray=\"3 4\""),
        /** Thick and green. */
        ADDED("stroke=\"#009e73\" stroke-width=\"2.4\"");

        private final String attributes;

        Style(String attributes) {
            this.attributes = attributes;
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

    /** The drawing as an SVG document. */
    public String toSvg() {
        double min = points.stream().mapToDouble(Point::value).min().orElse(0);
        double max = points.stream().mapToDouble(Point::value).max().orElse(0);
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" "
                        + "font-family=\"sans-serif\" font-size=\"12\">%n<title>%s</title>%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
                SIZE,
                SIZE + LEGEND,
                escaped(title),
                escaped(title));
        double[] frame = frame();
        for (Line line : lines) {
            Point a = points.get(line.from());
            Point b = points.get(line.to());
            add(
                    svg,
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>%n",
                    place(a.x(), frame[0], frame[2]),
                    place(a.y(), frame[1], frame[2]),
                    place(b.x(), frame[0], frame[2]),
                    place(b.y(), frame[1], frame[2]),
                    line.style().attributes);
        }
        for (Point point : points) {
            addPoint(svg, point, frame, share(point.value(), min, max));
        }
        addLegend(svg, min, max);
        return svg.append("</svg>\n").toString();
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

    private void addPoint(StringBuilder svg, Point point, double[] frame, double share) {
        double x = place(point.x(), frame[0], frame[2]);
        double y = place(point.y(), frame[1], frame[2]);
        double radius = Math.max(2.5, Math.min(12, 120 / Math.sqrt(points.size() + 20.0)));
        String style = "fill=\"" + ColourScale.at(share) + "\" stroke=\"#222\" stroke-width=\"1\"";
        String tip = "<title>" + escaped(point.label()) + ": " + Numbers.plain(point.value()) + "</title>";
        if (point.onSide()) {
            add(
                    svg,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s>%s</rect>%n",
                    x - radius,
                    y - radius,
                    2 * radius,
                    2 * radius,
                    style,
                    tip);
        } else {
            add(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" %s>%s</circle>%n", x, y, radius, style, tip);
        }
        if (points.size() <= 60) {
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"11\" fill=\"%s\">%s</text>%n",
                    x,
                    y + 4,
                    share > 0.6 ? "#000" : "#fff",
                    escaped(point.label()));
        }
    }

    private void addLegend(StringBuilder svg, double min, double max) {
        int steps = 60;
        int width = 240;
        for (int i = 0; i < steps; i++) {
            add(
                    svg,
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"12\" fill=\"%s\"/>%n",
                    MARGIN + (double) i * width / steps,
                    SIZE + 8,
                    (double) width / steps + 0.5,
                    ColourScale.at((i + 0.5) / steps));
        }
        add(
                svg,
                "<text x=\"%d\" y=\"%d\">%s</text>%n<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
                        + "<text x=\"%d\" y=\"%d\">%s (log colour scale); squares: I, discs: its complement</text>%n",
                MARGIN,
                SIZE + 34,
                Numbers.plain(min),
                MARGIN + width,
                SIZE + 34,
                Numbers.plain(max),
                MARGIN,
                SIZE + 52,
                escaped(scale));
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
