package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.seprank.report.chart.NetworkDrawing.Line;
import org.seprank.report.chart.NetworkDrawing.Point;
import org.seprank.report.chart.NetworkDrawing.Style;
import org.seprank.report.number.Numbers;

/** The picture of a {@link NetworkDrawing}, cut to what is in it, with its legend drawn under it. */
final class NetworkPicture {
    private static final int LABELLED = 60;
    private static final int SINGLE = 1_500; // more vertices are dots without words
    private static final String SIDE = "#0072b2";
    private static final String OTHER = "#eceff2";
    private static final double CHARACTER = Frame.CHARACTER;

    private final NetworkDrawing drawing;
    private final List<Point> points;
    private final Form form;
    private final double least;
    private final double most;
    private final double radius;
    private final double left;
    private final double top;
    private final double scale;
    private final double margin;
    private final double titleHeight;
    private final double height;

    NetworkPicture(NetworkDrawing drawing, Form form) {
        this.drawing = drawing;
        this.points = drawing.points();
        this.form = form;
        least = points.stream().mapToDouble(Point::value).min().orElse(0);
        most = points.stream().mapToDouble(Point::value).max().orElse(0);
        double wide = Math.min(form.width(), 880);
        radius = points.size() <= LABELLED
                ? Math.min(15, wide / 42) // with room for two digits
                : Math.max(1.2, Math.min(wide / 60, wide / 6 / Math.sqrt(points.size() + 20.0)));
        margin = 8 + 2.2 * radius;
        double width = extent(points.stream().mapToDouble(Point::x).summaryStatistics());
        double high = extent(points.stream().mapToDouble(Point::y).summaryStatistics());
        double room = form.width() - 2 * margin;
        double tallest = form.isNarrow() ? 1.2 * form.width() : 0.68 * form.width();
        scale = Math.min(room / Math.max(width, 1e-9), (tallest - 2 * margin) / Math.max(high, 1e-9));
        double drawn = points.size() < 2 ? 0 : high * Math.min(scale, 1e12);
        titleHeight = form.titled() ? 28 : 0;
        height = drawn + 2 * margin;
        left = points.stream().mapToDouble(Point::x).min().orElse(0) - (room - width * scale) / 2 / scale;
        top = points.stream().mapToDouble(Point::y).min().orElse(0);
    }

    private static double extent(DoubleSummaryStatistics statistics) {
        return statistics.getCount() == 0 ? 0 : statistics.getMax() - statistics.getMin();
    }

    String svg() {
        List<List<Key>> rows = rows();
        Svg svg = Svg.of(drawing, form, titleHeight + height + 20 * rows.size() + 8);
        if (form.titled()) {
            Ink bold = Ink.PLAIN.size(form.isNarrow() ? 13 : 15).bold().fill(Ink.TEXT);
            svg.text(Frame.shortened(drawing.title(), (int) ((form.width() - 28) / 9)), 14, 20, bold);
        }
        for (Style style : List.of(Style.PLAIN, Style.CROSSING, Style.REMOVED, Style.ADDED)) {
            lines(svg, style);
        }
        if (points.size() > SINGLE) {
            dots(svg, false);
            dots(svg, true);
        } else {
            points.forEach(point -> point(svg, point));
        }
        legend(svg, rows);
        return svg.finish();
    }

    private double x(Point point) {
        return margin + (point.x() - left) * scale;
    }

    private double y(Point point) {
        return titleHeight + margin + (point.y() - top) * scale;
    }

    private void lines(Svg svg, Style style) {
        StringBuilder path = new StringBuilder();
        for (Line line : drawing.lines()) {
            if (line.style() == style) {
                Point a = points.get(line.from());
                Point b = points.get(line.to());
                path.append('M').append(place(a)).append('L').append(place(b));
            }
        }
        if (path.length() > 0) {
            svg.path(path, style.ink(points.size() > 400 ? 1.2 : 2), "");
        }
    }

    private String place(Point point) {
        return Svg.number(x(point)) + " " + Svg.number(y(point));
    }

    private double radius(double value) {
        double share = most > least ? Math.log1p(value - least) / Math.log1p(most - least) : 0.5;
        return radius * (points.size() <= LABELLED ? 0.8 + 0.5 * share : 0.6 + 0.9 * share);
    }

    private void point(Svg svg, Point point) {
        double r = radius(point.value());
        Ink ink =
                Ink.PLAIN.fill(point.onSide() ? SIDE : OTHER).stroke("#4a4f57").width(r > 4 ? 1 : 0.6);
        String tip = NetworkDrawing.tip(point);
        if (point.onSide()) {
            svg.rect(x(point) - 0.9 * r, y(point) - 0.9 * r, 1.8 * r, 1.8 * r, ink, tip);
        } else {
            svg.disc(x(point), y(point), r, ink, tip);
        }
        if (points.size() <= LABELLED) {
            boolean inside = point.label().length() * CHARACTER <= 2.1 * r;
            String colour = !inside ? Ink.TEXT : point.onSide() ? "#fff" : "#111";
            Ink text = Ink.PLAIN.anchor("middle").size(11).fill(colour);
            if (inside || points.size() <= LABELLED / 2) {
                String label = Frame.shortened(point.label(), 14);
                svg.text(label, x(point), inside ? y(point) + 4 : y(point) - r - 3, text);
            }
        }
    }

    private void dots(Svg svg, boolean side) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            if (point.onSide() == side) {
                path.append('M').append(place(point)).append("h0");
            }
        }
        if (path.length() > 0) {
            Ink ink = Ink.PLAIN.fill("none").stroke(side ? SIDE : "#8a9099").width(2 * radius);
            svg.path(path, ink.cap(side ? "square" : "round"), "");
        }
    }

    /** An entry of the legend. */
    private record Key(String what, String words) {
        double width() {
            return 44 + CHARACTER * words.length();
        }
    }

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        long squares = drawing.squares();
        if (squares > 0) {
            keys.add(new Key("square", "I (" + squares + ")"));
            keys.add(new Key("disc", "its complement (" + (points.size() - squares) + ")"));
        }
        for (Style style : Style.values()) {
            if (drawing.count(style) > 0 && style != Style.PLAIN) {
                keys.add(new Key(style.name(), style.word() + " (" + drawing.count(style) + ")"));
            }
        }
        if (most > least && points.size() <= SINGLE) {
            String range = ", " + Numbers.brief(least) + " to " + Numbers.brief(most);
            int characters = (int) ((form.width() - 60) / CHARACTER) - range.length() - 6;
            keys.add(new Key("size", "size: " + Frame.shortened(drawing.scale(), Math.max(8, characters)) + range));
        }
        return keys;
    }

    private List<List<Key>> rows() {
        List<List<Key>> rows = new ArrayList<>();
        double x = form.width();
        for (Key key : keys()) {
            if (x + key.width() > form.width()) {
                rows.add(new ArrayList<>());
                x = 8;
            }
            rows.get(rows.size() - 1).add(key);
            x += key.width();
        }
        return rows;
    }

    private void legend(Svg svg, List<List<Key>> rows) {
        double y = titleHeight + height + 12;
        for (List<Key> row : rows) {
            double x = 8;
            for (Key key : row) {
                sample(svg, key, x, y);
                svg.text(key.words(), x + 30, y + 4, Ink.PLAIN.fill(Ink.TEXT));
                x += key.width();
            }
            y += 20;
        }
    }

    private static void sample(Svg svg, Key key, double x, double y) {
        Ink mark = Ink.PLAIN.stroke("#4a4f57").width(1);
        switch (key.what()) {
            case "square" -> svg.rect(x + 7, y - 6, 12, 12, mark.fill(SIDE), "");
            case "disc" -> svg.disc(x + 13, y, 6.5, mark.fill(OTHER), "");
            case "size" -> {
                svg.disc(x + 6, y, 3, mark.fill(OTHER), "");
                svg.disc(x + 18, y, 6.5, mark.fill(OTHER), "");
            }
            default -> svg.line(x, y, x + 26, y, Style.valueOf(key.what()).ink(2));
        }
    }
}
