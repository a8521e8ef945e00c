package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.seprank.report.chart.Series.Point;
import org.seprank.report.chart.Series.Style;

/**
 * Series of points joined by lines, with the intervals of their points as bands.
 *
 * @param title what is shown
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series drawn in order, the last on top
 */
public record LineChart(String title, Axis x, Axis y, List<Series> series) implements Chart {
    /** Keeps the order. */
    public LineChart {
        series = List.copyOf(series);
    }

    @Override
    public String description() {
        Words words = Words.of(title, "Line chart of " + y.label() + " by " + x.label());
        for (Series one : series) {
            List<Point> shown = one.points().stream().filter(this::shows).toList();
            words.course(one.name() + (one.style() == Style.REFERENCE ? " (reference)" : ""), shown);
            words.omitted(one.points().size() - shown.size());
        }
        return words.text();
    }

    /** The course of every series in block characters. */
    @Override
    public List<String> sketch() {
        int width = series.stream().mapToInt(one -> length(one.name())).max().orElse(0);
        return series.stream()
                .map(one -> one.name() + " ".repeat(width - length(one.name()) + 2) + one.sparkline())
                .map(String::stripTrailing)
                .toList();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    @Override
    public Data data() {
        List<List<Object>> rows = new ArrayList<>();
        for (Series one : series) {
            one.points()
                    .forEach(point -> rows.add(List.of(one.name(), point.x(), point.y(), point.low(), point.high())));
        }
        return new Data(List.of("series", "x", "y", "low", "high"), rows);
    }

    @Override
    public String toSvg(String id) {
        List<Point> shown = series.stream()
                .flatMap(one -> one.points().stream())
                .filter(this::shows)
                .toList();
        AxisScale across = AxisScale.of(x, shown.stream().mapToDouble(Point::x));
        AxisScale up = AxisScale.of(y, shown.stream().flatMapToDouble(p -> DoubleStream.of(p.y(), p.low(), p.high())));
        List<Legend.Entry> legend = IntStream.range(0, series.size())
                .mapToObj(i -> new Legend.Entry(
                        colour(i), series.get(i).name(), series.get(i).style()))
                .toList();
        Frame frame = Frame.of(title, new Frame.Axes(across, x.label(), up, y.label()), legend);
        Svg svg = frame.start(this, id, shown.isEmpty());
        IntStream.range(0, series.size()).forEach(i -> runs(series.get(i)).forEach(run -> band(svg, frame, i, run)));
        IntStream.range(0, series.size()).forEach(i -> draw(svg, frame, i));
        return svg.finish();
    }

    /** The series whose colour a series has; negative: grey. */
    private int colour(int i) {
        Series one = series.get(i);
        return one.style() != Style.REFERENCE
                ? i
                : IntStream.range(0, series.size())
                        .filter(other -> series.get(other).name().equals(one.companion()))
                        .findFirst()
                        .orElse(-1);
    }

    private boolean shows(Point point) {
        return x.shows(point.x()) && y.shows(point.y());
    }

    private void draw(Svg svg, Frame frame, int i) {
        Series one = series.get(i);
        boolean reference = one.style() == Style.REFERENCE;
        for (List<Point> run : runs(one)) {
            StringBuilder path = new StringBuilder();
            run.forEach(p -> append(path, frame.x(p.x()), frame.y(p.y())));
            boolean alone = run.size() == 1;
            if (alone) {
                append(path, frame.x(run.get(0).x()), frame.y(run.get(0).y()));
            }
            Ink ink = Ink.PLAIN
                    .fill("none")
                    .stroke(Legend.colour(colour(i)))
                    .width(alone ? 5 : reference ? 1.3 : 2)
                    .opacity(reference ? 0.8 : 1)
                    .dash(alone ? "none" : reference ? "4 4" : Palette.dash(i))
                    .cap(alone ? "round" : "butt");
            svg.path(path, ink, one.name());
            if (one.style() == Style.MARKED) {
                run.forEach(p -> Palette.mark(svg, i, frame.x(p.x()), frame.y(p.y()), Words.point(one.name(), p)));
            }
        }
    }

    /** The bands between the ends of the intervals, over the stretches of points that have one. */
    private void band(Svg svg, Frame frame, int i, List<Point> run) {
        List<Point> stretch = new ArrayList<>();
        for (Point p : run) {
            if (p.hasInterval() && y.shows(p.low()) && y.shows(p.high())) {
                stretch.add(p);
            } else {
                fill(svg, frame, i, stretch);
                stretch.clear();
            }
        }
        fill(svg, frame, i, stretch);
    }

    private static void fill(Svg svg, Frame frame, int i, List<Point> stretch) {
        if (stretch.isEmpty()) {
            return;
        }
        StringBuilder path = new StringBuilder();
        stretch.forEach(p -> append(path, frame.x(p.x()), frame.y(p.high())));
        for (int j = stretch.size() - 1; j >= 0; j--) {
            append(path, frame.x(stretch.get(j).x()), frame.y(stretch.get(j).low()));
        }
        String colour = Palette.colour(i);
        Ink ink = Ink.PLAIN.fill(colour).fillOpacity(0.18).stroke(colour).opacity(0.5);
        svg.path(path.append(" Z"), ink, "");
    }

    private static void append(StringBuilder path, double x, double y) {
        path.append(path.length() == 0 ? "M" : " L")
                .append(Svg.number(x))
                .append(' ')
                .append(Svg.number(y));
    }

    /** The stretches between the gaps. */
    private List<List<Point>> runs(Series one) {
        List<List<Point>> runs = new ArrayList<>();
        boolean joined = false;
        for (Point point : one.points()) {
            if (shows(point)) {
                if (!joined) {
                    runs.add(new ArrayList<>());
                }
                runs.get(runs.size() - 1).add(point);
            }
            joined = shows(point);
        }
        return runs;
    }
}
