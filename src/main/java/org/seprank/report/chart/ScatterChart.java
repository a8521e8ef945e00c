package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.seprank.report.number.Numbers;

/**
 * Points in groups, with the line of least squares through all of them where asked for. On logarithmic axes the line is
 * fitted to the logarithms (base 10), so that it is straight as drawn.
 *
 * @param title what is shown
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param groups drawn in order
 * @param fitted whether there is a line through all points
 * @param diagonal whether there is the line of equal abscissa and ordinate, over the range that both axes have
 */
public record ScatterChart(String title, Axis x, Axis y, List<Group> groups, boolean fitted, boolean diagonal)
        implements Chart {
    /**
     * A point.
     *
     * @param x abscissa
     * @param y ordinate
     * @param label its tooltip; empty where its group and place say enough
     */
    public record Point(double x, double y, String label) {}

    /**
     * Points of one kind.
     *
     * @param name in the legend
     * @param points in any order
     */
    public record Group(String name, List<Point> points) {
        /** Keeps the order. */
        public Group {
            points = List.copyOf(points);
        }
    }

    /** Keeps the order. */
    public ScatterChart {
        groups = List.copyOf(groups);
    }

    /** Without a line. */
    public static ScatterChart of(String title, Axis x, Axis y, List<Group> groups) {
        return new ScatterChart(title, x, y, groups, false, false);
    }

    /** The same points with the line of least squares. */
    public ScatterChart withFit() {
        return new ScatterChart(title, x, y, groups, true, diagonal);
    }

    /** The same points with the line of equal abscissa and ordinate. */
    public ScatterChart withDiagonal() {
        return new ScatterChart(title, x, y, groups, fitted, true);
    }

    @Override
    public String description() {
        Words words = Words.of(title, "Scatter chart of " + y.label() + " by " + x.label());
        for (Group group : groups) {
            List<Point> shown = group.points().stream().filter(this::shows).toList();
            words.course(
                    group.name(),
                    shown.stream().map(p -> Series.Point.of(p.x(), p.y())).toList());
            words.omitted(group.points().size() - shown.size());
        }
        SimpleRegression line = regression();
        if (fitted && isDefined(line)) {
            String logs = x.isLog() || y.isLog() ? " of the logarithms on logarithmic axes" : "";
            words.say("Line of least squares" + logs + ": slope " + Numbers.real(line.getSlope()) + ", intercept "
                    + Numbers.real(line.getIntercept()) + ", correlation " + Numbers.real(line.getR()));
        }
        if (diagonal) {
            words.say("Line of equal " + x.title() + " and " + y.title());
        }
        return words.text();
    }

    @Override
    public Data data() {
        List<List<Object>> rows = new ArrayList<>();
        for (Group group : groups) {
            group.points().forEach(p -> rows.add(List.of(group.name(), p.label(), p.x(), p.y())));
        }
        return new Data(List.of("group", "label", "x", "y"), rows);
    }

    @Override
    public String toSvg(String id) {
        List<Point> shown = shown();
        AxisScale across = AxisScale.of(x, shown.stream().mapToDouble(Point::x));
        AxisScale up = AxisScale.of(y, shown.stream().mapToDouble(Point::y));
        List<Legend.Entry> legend = IntStream.range(0, groups.size())
                .mapToObj(i -> Legend.Entry.of(i, groups.get(i).name()))
                .toList();
        Frame frame = Frame.of(title, new Frame.Axes(across, x.label(), up, y.label()), legend);
        Svg svg = frame.start(this, id, shown.isEmpty());
        for (int i = 0; i < groups.size(); i++) {
            for (Point p : groups.get(i).points()) {
                if (shows(p)) {
                    Palette.mark(svg, i, frame.x(p.x()), frame.y(p.y()), tip(groups.get(i), p));
                }
            }
        }
        if (diagonal && !shown.isEmpty()) {
            drawDiagonal(svg, frame, across, up);
        }
        if (fitted) {
            drawFit(svg, frame, across, up);
        }
        return svg.finish();
    }

    /** The fitted line over the range of the points, cut where it leaves the plot area. */
    private void drawFit(Svg svg, Frame frame, AxisScale across, AxisScale up) {
        SimpleRegression line = regression();
        if (!isDefined(line)) {
            return;
        }
        double[] ends = shown().stream().mapToDouble(Point::x).sorted().toArray();
        double from = across.at(ends[0]);
        double to = across.at(ends[ends.length - 1]);
        double atFrom = up.at(predicted(line, ends[0]));
        double atTo = up.at(predicted(line, ends[ends.length - 1]));
        double slope = (atTo - atFrom) / (to - from);
        if (slope != 0) {
            double low = from + (0 - atFrom) / slope;
            double high = from + (1 - atFrom) / slope;
            from = Math.max(from, Math.min(low, high));
            to = Math.min(to, Math.max(low, high));
        }
        double start = atFrom + slope * (from - across.at(ends[0]));
        double end = start + slope * (to - from);
        drawLine(svg, frame, "line of least squares", new Ends(from, start, to, end));
    }

    /** The line of equal numbers over the range that the points have in both directions. */
    private void drawDiagonal(Svg svg, Frame frame, AxisScale across, AxisScale up) {
        var abscissas = shown().stream().mapToDouble(Point::x).summaryStatistics();
        var ordinates = shown().stream().mapToDouble(Point::y).summaryStatistics();
        double low = Math.max(abscissas.getMin(), ordinates.getMin());
        double high = Math.min(abscissas.getMax(), ordinates.getMax());
        if (low < high) {
            Ends ends = new Ends(across.at(low), up.at(low), across.at(high), up.at(high));
            drawLine(svg, frame, "equal " + x.title() + " and " + y.title(), ends);
        }
    }

    /** The ends of a line, as shares of the plot area. */
    private record Ends(double x1, double y1, double x2, double y2) {}

    private static void drawLine(Svg svg, Frame frame, String tip, Ends ends) {
        double wide = frame.right() - frame.left();
        double high = frame.bottom() - frame.top();
        svg.line(
                frame.left() + ends.x1() * wide,
                frame.bottom() - ends.y1() * high,
                frame.left() + ends.x2() * wide,
                frame.bottom() - ends.y2() * high,
                Ink.PLAIN.stroke(Ink.TEXT).width(1.5).dash("6 4"),
                tip);
    }

    private double predicted(SimpleRegression line, double at) {
        double value = line.predict(onAxis(x, at));
        return y.isLog() ? Math.pow(10, value) : value;
    }

    private SimpleRegression regression() {
        SimpleRegression line = new SimpleRegression();
        shown().forEach(p -> line.addData(onAxis(x, p.x()), onAxis(y, p.y())));
        return line;
    }

    private static boolean isDefined(SimpleRegression line) {
        return Double.isFinite(line.getSlope()) && Double.isFinite(line.getIntercept());
    }

    private static double onAxis(Axis axis, double value) {
        return axis.isLog() ? Math.log10(value) : value;
    }

    private List<Point> shown() {
        return groups.stream()
                .flatMap(group -> group.points().stream())
                .filter(this::shows)
                .toList();
    }

    private boolean shows(Point point) {
        return x.shows(point.x()) && y.shows(point.y());
    }

    private static String tip(Group group, Point p) {
        return p.label().isEmpty()
                ? Words.point(group.name(), Series.Point.of(p.x(), p.y()))
                : p.label() + " (" + Numbers.plain(p.x()) + ", " + Numbers.plain(p.y()) + ")";
    }
}
