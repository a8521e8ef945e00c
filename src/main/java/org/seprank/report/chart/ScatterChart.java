package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
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
        implements Framed {
    private static final int FEW = 400; // marks with words of their own

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
    public String finding() {
        List<Point> all = shown();
        if (all.isEmpty()) {
            return "No data.";
        }
        String points = Words.count(all.size(), "point");
        SimpleRegression line = regression();
        return diagonal || !isDefined(line) || !Double.isFinite(line.getR())
                ? points + "."
                : points + ", correlation " + Numbers.brief(line.getR()) + ".";
    }

    /** The same points over other axes. */
    ScatterChart over(Axis otherX, Axis otherY) {
        return new ScatterChart(title, otherX, otherY, groups, fitted, diagonal);
    }

    @Override
    public DoubleStream abscissas() {
        return shown().stream().mapToDouble(Point::x);
    }

    @Override
    public DoubleStream ordinates() {
        return shown().stream().mapToDouble(Point::y);
    }

    /** Where equal numbers are compared the axes are equal and the plot area is a square. */
    @Override
    public Frame frame(Form form) {
        List<Legend.Entry> legend = IntStream.range(0, groups.size())
                .mapToObj(i -> Legend.Entry.of(i, groups.get(i).name(), Legend.Sample.POINT))
                .toList();
        DoubleStream both = DoubleStream.concat(abscissas(), ordinates());
        AxisScale across = diagonal ? AxisScale.of(x, both) : AxisScale.tight(x, abscissas());
        AxisScale up = diagonal ? across : AxisScale.of(y, ordinates());
        Frame.Room room = Frame.Room.of(legend);
        if (diagonal) {
            double side = Math.min(460, form.width() - 110);
            room = new Frame.Room(room.legend(), 0, Math.max(0, form.width() - side - 90), side);
        }
        return Frame.of(title, new Frame.Axes(across, x.caption(), up, y.caption()), room, form, shown().isEmpty());
    }

    @Override
    public void mark(Svg svg, Frame frame) {
        boolean few = shown().size() <= FEW;
        svg.group(Ink.PLAIN.fillOpacity(few ? 0.7 : 0.45));
        for (int i = 0; i < groups.size(); i++) {
            Set<String> places = new HashSet<>();
            for (Point p : groups.get(i).points()) {
                if (shows(p) && places.add(Math.round(frame.x(p.x())) + " " + Math.round(frame.y(p.y())))) {
                    Palette.mark(svg, i, frame.x(p.x()), frame.y(p.y()), few ? tip(groups.get(i), p) : "");
                }
            }
        }
        svg.close();
        if (diagonal && !shown().isEmpty()) {
            drawDiagonal(svg, frame);
        }
        if (fitted) {
            drawFit(svg, frame);
        }
    }

    /** The fitted line over the range of the points, cut where it leaves the plot area. */
    private void drawFit(Svg svg, Frame frame) {
        AxisScale across = frame.axes().x();
        AxisScale up = frame.axes().y();
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
    private void drawDiagonal(Svg svg, Frame frame) {
        AxisScale across = frame.axes().x();
        AxisScale up = frame.axes().y();
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
