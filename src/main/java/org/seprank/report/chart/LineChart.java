package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.seprank.report.chart.Series.Point;
import org.seprank.report.chart.Series.Style;
import org.seprank.report.number.Numbers;

/**
 * Series of points joined by lines, named at their ends where there is room, with the intervals of their points as bars
 * where these are few, else as bands.
 *
 * @param title what is shown
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series drawn in order, the last on top
 */
public record LineChart(String title, Axis x, Axis y, List<Series> series) implements Framed {
    static final double LABEL_ROW = 14;
    private static final double MOST_FOR_LABELS = 0.36; // of the width

    /** Keeps the order. */
    public LineChart {
        series = List.copyOf(series);
    }

    @Override
    public String description() {
        Words words = Words.of(title, "Line chart of " + y.label() + " by " + x.label());
        for (Series one : series) {
            List<Point> shown = one.points().stream().filter(this::shows).toList();
            words.course(
                    one.name() + (one.style() == Style.REFERENCE || one.style() == Style.HOLLOW ? " (reference)" : ""),
                    shown);
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
    public String finding() {
        List<Series> own = series.stream()
                .filter(one ->
                        one.companion().isEmpty() && one.points().stream().anyMatch(this::shows))
                .sorted(Comparator.comparingDouble(one -> -last(one).y()))
                .toList();
        if (own.isEmpty()) {
            return "No data.";
        }
        if (own.size() == 1) {
            Point first =
                    own.get(0).points().stream().filter(this::shows).findFirst().orElseThrow();
            Point last = last(own.get(0));
            String what = y.label() + " from " + at(first);
            return capitalized(first.equals(last) ? what : what + " to " + at(last)) + ".";
        }
        double end = own.stream().mapToDouble(one -> last(one).x()).max().orElseThrow();
        boolean together = own.stream().allMatch(one -> last(one).x() == end);
        String where = capitalized(y.title())
                + (together ? " at " + x.title() + " " + Numbers.brief(end) + ": " : " at the ends: ");
        if (own.size() > 4) {
            return where + ended(own.get(0)) + " the highest of " + own.size() + ", " + ended(own.get(own.size() - 1))
                    + " the lowest.";
        }
        // names with commas are kept apart by semicolons
        String between = own.stream().anyMatch(one -> one.name().contains(",")) ? "; " : ", ";
        return where + own.stream().map(this::ended).collect(Collectors.joining(between)) + ".";
    }

    private String ended(Series one) {
        return one.name() + " " + Numbers.brief(last(one).y());
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String at(Point point) {
        return Numbers.brief(point.y()) + " at " + x.title() + " " + Numbers.brief(point.x());
    }

    Point last(Series one) {
        return one.points().stream().filter(this::shows).reduce((a, b) -> b).orElseThrow();
    }

    @Override
    public DoubleStream abscissas() {
        return shown().stream().mapToDouble(Point::x);
    }

    @Override
    public DoubleStream ordinates() {
        return shown().stream()
                .flatMapToDouble(p -> DoubleStream.of(p.y(), p.low(), p.high()))
                .filter(y::shows);
    }

    private List<Point> shown() {
        return series.stream()
                .flatMap(one -> one.points().stream())
                .filter(this::shows)
                .toList();
    }

    @Override
    public Frame frame(Form form) {
        Frame.Axes axes =
                new Frame.Axes(AxisScale.tight(x, abscissas()), x.caption(), AxisScale.of(y, ordinates()), y.caption());
        List<Integer> named = named();
        double labels = labelWidth(named);
        boolean direct =
                named.size() > 1 && labels <= MOST_FOR_LABELS * form.width() && named.size() * LABEL_ROW <= 150;
        Frame.Room room = direct || named.size() < 2
                ? new Frame.Room(List.of(), 0, direct ? labels : 0, 0)
                : Frame.Room.of(named.stream().map(this::entry).toList());
        return Frame.of(title, axes, room, form, shown().isEmpty());
    }

    private Legend.Entry entry(int i) {
        Legend.Sample sample = Legend.Sample.of(series.get(i).style());
        return new Legend.Entry(colour(i), series.get(i).name(), sample, dash(i));
    }

    private double labelWidth(List<Integer> named) {
        return 26
                + Frame.CHARACTER
                        * named.stream()
                                .mapToInt(i -> length(series.get(i).name()))
                                .max()
                                .orElse(0);
    }

    /** The series that are named, those that end highest first. */
    List<Integer> named() {
        return IntStream.range(0, series.size())
                .filter(i -> series.get(i).points().stream().anyMatch(this::shows))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -last(series.get(i)).y()))
                .toList();
    }

    @Override
    public void mark(Svg svg, Frame frame) {
        new LineMarks(this, svg, frame).draw();
    }

    /** How the line of a series is broken. */
    String dash(int i) {
        if (series.get(i).style() != Style.REFERENCE) {
            return Palette.dash(i);
        }
        return Palette.reference((int) IntStream.range(0, i)
                .filter(other -> series.get(other).style() == Style.REFERENCE && colour(other) == colour(i))
                .count());
    }

    /** The series whose colour a series has; negative: grey. */
    int colour(int i) {
        Series one = series.get(i);
        return one.style() != Style.REFERENCE && one.style() != Style.HOLLOW
                ? i
                : IntStream.range(0, series.size())
                        .filter(other -> series.get(other).name().equals(one.companion()))
                        .findFirst()
                        .orElse(-1);
    }

    boolean shows(Point point) {
        return x.shows(point.x()) && y.shows(point.y());
    }
}
