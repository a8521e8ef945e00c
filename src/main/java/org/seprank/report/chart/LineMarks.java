package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.report.chart.Series.Point;
import org.seprank.report.chart.Series.Style;

/** What a {@link LineChart} draws within its frame: intervals, lines with their markers, and names at their ends. */
final class LineMarks {
    private static final int FEW_POINTS = 14; // whose intervals are bars rather than a band

    private final LineChart chart;
    private final List<Series> series;
    private final Svg svg;
    private final Frame frame;

    LineMarks(LineChart chart, Svg svg, Frame frame) {
        this.chart = chart;
        this.series = chart.series();
        this.svg = svg;
        this.frame = frame;
    }

    void draw() {
        for (int i = 0; i < series.size(); i++) {
            boolean few =
                    series.get(i).points().size() <= FEW_POINTS && series.get(i).style() != Style.LINE;
            for (List<Point> run : runs(series.get(i))) {
                if (few) {
                    bars(i, run);
                } else {
                    band(i, run);
                }
            }
        }
        IntStream.range(0, series.size()).forEach(i -> draw(i));
        List<Integer> named = chart.named();
        if (frame.hasLabels()) {
            label(named);
        }
    }

    /** Names at the ends of the lines, moved up and down so that none covers another. */
    private void label(List<Integer> named) {
        double[] places = named.stream()
                .mapToDouble(i -> frame.y(chart.last(series.get(i)).y()))
                .toArray();
        for (int i = 1; i < places.length; i++) {
            places[i] = Math.max(places[i], places[i - 1] + LineChart.LABEL_ROW);
        }
        double lowest = frame.bottom();
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], lowest);
            lowest = places[i] - LineChart.LABEL_ROW;
        }
        for (int i = 0; i < places.length; i++) {
            Point end = chart.last(series.get(named.get(i)));
            double x = frame.right() + 16;
            Ink leader =
                    Ink.PLAIN.stroke(Legend.colour(chart.colour(named.get(i)))).width(1);
            svg.line(frame.x(end.x()) + 4, frame.y(end.y()), x - 3, places[i], leader);
            svg.text(series.get(named.get(i)).name(), x, places[i] + 4, Ink.PLAIN.fill(Ink.TEXT));
        }
    }

    private void bars(int i, List<Point> run) {
        StringBuilder path = new StringBuilder();
        for (Point p : run) {
            if (p.hasInterval() && chart.y().shows(p.low()) && chart.y().shows(p.high()) && p.low() < p.high()) {
                path.append(path.length() == 0 ? "M" : " M")
                        .append(Svg.number(frame.x(p.x())))
                        .append(' ')
                        .append(Svg.number(frame.y(p.low())))
                        .append(" V")
                        .append(Svg.number(frame.y(p.high())));
            }
        }
        if (path.length() > 0) {
            svg.path(
                    path,
                    Ink.PLAIN
                            .fill("none")
                            .stroke(Legend.colour(chart.colour(i)))
                            .width(1),
                    "");
        }
    }

    private void draw(int i) {
        Series one = series.get(i);
        if (one.style() == Style.HOLLOW) {
            one.points().stream()
                    .filter(chart::shows)
                    .forEach(p -> Palette.hollow(
                            svg,
                            new Palette.Mark(frame.x(p.x()), frame.y(p.y()), Legend.colour(chart.colour(i))),
                            Words.point(one.name(), p)));
            return;
        }
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
                    .stroke(Legend.colour(chart.colour(i)))
                    .width(alone ? 5 : reference ? 1.3 : 2)
                    .opacity(reference ? 0.8 : 1)
                    .dash(alone ? "none" : chart.dash(i))
                    .cap(alone ? "round" : "butt");
            svg.path(path, ink, one.name());
            if (one.style() == Style.MARKED) {
                run.forEach(p -> Palette.mark(svg, i, frame.x(p.x()), frame.y(p.y()), Words.point(one.name(), p)));
            }
        }
    }

    /** The bands between the ends of the intervals, over the stretches of points that have one. */
    private void band(int i, List<Point> run) {
        List<Point> stretch = new ArrayList<>();
        for (Point p : run) {
            if (p.hasInterval() && chart.y().shows(p.low()) && chart.y().shows(p.high())) {
                stretch.add(p);
            } else {
                fill(i, stretch);
                stretch.clear();
            }
        }
        fill(i, stretch);
    }

    private void fill(int i, List<Point> stretch) {
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
            if (chart.shows(point)) {
                if (!joined) {
                    runs.add(new ArrayList<>());
                }
                runs.get(runs.size() - 1).add(point);
            }
            joined = chart.shows(point);
        }
        return runs;
    }
}
