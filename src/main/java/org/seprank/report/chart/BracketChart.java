package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.seprank.report.number.Numbers;

/**
 * Numbers that are known by bounds: each bound is a triangle that points to where the number is, the tightest two are
 * large and joined by a bar.
 *
 * @param title what is shown
 * @param x the axis of all bounds
 * @param rows one under the other
 */
public record BracketChart(String title, Axis x, List<Row> rows) implements Chart {
    private static final double ROW = 75;

    /**
     * A bound.
     *
     * @param name of it
     * @param value the number is not beyond this
     * @param above whether it bounds from above
     */
    public record Limit(String name, double value, boolean above) {}

    /**
     * A number.
     *
     * @param name what it is of
     * @param limits its bounds, in any order
     */
    public record Row(String name, List<Limit> limits) {
        /** Keeps the order. */
        public Row {
            limits = List.copyOf(limits);
        }

        Optional<Limit> tightest(boolean above) {
            Comparator<Limit> byValue = Comparator.comparingDouble(Limit::value);
            return limits.stream()
                    .filter(limit -> limit.above() == above && Double.isFinite(limit.value()))
                    .max(above ? byValue.reversed() : byValue);
        }

        private String said() {
            return tightest(false).map(BracketChart::number).orElse("nothing") + " to "
                    + tightest(true).map(BracketChart::number).orElse("nothing known");
        }
    }

    /** Keeps the order. */
    public BracketChart {
        rows = List.copyOf(rows);
    }

    private static String number(Limit limit) {
        return Numbers.brief(limit.value()) + " (" + limit.name() + ")";
    }

    @Override
    public String description() {
        Words words = Words.of(title, "Bounds on " + x.label());
        for (Row row : rows) {
            words.say(row.name() + ": " + row.said() + ", of "
                    + Words.count(row.limits().size(), "bound"));
        }
        return words.text();
    }

    @Override
    public String finding() {
        return rows.stream().limit(3).map(row -> row.name() + ": " + row.said()).collect(Collectors.joining("; "))
                + ".";
    }

    @Override
    public Data data() {
        List<List<Object>> cells = new ArrayList<>();
        for (Row row : rows) {
            row.limits()
                    .forEach(limit -> cells.add(
                            List.of(row.name(), limit.name(), limit.above() ? "upper" : "lower", limit.value())));
        }
        return new Data(List.of("row", "bound", "side", "value"), cells);
    }

    @Override
    public String toSvg(Form form) {
        DoubleStream values = rows.stream()
                .flatMap(row -> row.limits().stream())
                .mapToDouble(Limit::value)
                .filter(x::shows);
        AxisScale across = AxisScale.of(x, values);
        Frame.Axes axes = new Frame.Axes(across, x.caption(), AxisScale.categories(List.of()), "");
        Frame.Room room = new Frame.Room(List.of(), 0, 0, ROW * Math.max(1, rows.size()));
        boolean none = rows.stream().allMatch(row -> row.limits().isEmpty());
        Frame frame = Frame.of(title, axes, room, form, none);
        Svg svg = frame.start(this);
        for (int r = 0; r < rows.size(); r++) {
            draw(svg, frame, rows.get(r), frame.top() + r * ROW);
        }
        return svg.finish();
    }

    private void draw(Svg svg, Frame frame, Row row, double top) {
        double middle = top + 41;
        int characters = (int) ((frame.right() - frame.left()) / Frame.CHARACTER);
        svg.text(Frame.shortened(row.name(), characters), frame.left(), top + 11, Ink.PLAIN.fill(Ink.TEXT));
        double low = row.tightest(false).map(limit -> place(frame, limit)).orElse(frame.left());
        double high = row.tightest(true).map(limit -> place(frame, limit)).orElse(frame.right());
        svg.line(
                frame.left(),
                middle,
                frame.right(),
                middle,
                Ink.PLAIN.stroke(Ink.TEXT).opacity(0.25));
        svg.line(low, middle, high, middle, Ink.PLAIN.stroke(Palette.colour(0)).width(5));
        for (Limit limit : row.limits()) {
            if (x.shows(limit.value()) && !row.tightest(limit.above()).equals(Optional.of(limit))) {
                triangle(svg, frame, limit, middle, 4.5);
            }
        }
        row.tightest(false).ifPresent(limit -> best(svg, frame, limit, middle));
        row.tightest(true).ifPresent(limit -> best(svg, frame, limit, middle));
    }

    private double place(Frame frame, Limit limit) {
        return x.shows(limit.value()) ? frame.x(limit.value()) : frame.left();
    }

    private void best(Svg svg, Frame frame, Limit limit, double middle) {
        triangle(svg, frame, limit, middle, 8);
        String words = number(limit);
        double width = words.length() * Frame.CHARACTER;
        double at = place(frame, limit);
        double start = limit.above() ? at - 4 : at + 4 - width; // words of the two lie away from each other
        double left = Math.max(frame.left(), Math.min(start, frame.right() - width));
        svg.text(
                words,
                left,
                middle + (limit.above() ? 24 : -10),
                Ink.PLAIN.bold().fill(Ink.TEXT));
    }

    /** Points inward: a lower bound to the right. */
    private void triangle(Svg svg, Frame frame, Limit limit, double middle, double size) {
        double at = place(frame, limit);
        double back = limit.above() ? at + 1.5 * size : at - 1.5 * size;
        String path = "M" + Svg.number(at) + " " + Svg.number(middle) + " L" + Svg.number(back) + " "
                + Svg.number(middle - size) + " L" + Svg.number(back) + " " + Svg.number(middle + size) + " Z";
        Ink ink = Ink.PLAIN.fill(Palette.colour(0)).fillOpacity(size > 5 ? 1 : 0.45);
        svg.path(path, ink, number(limit) + (limit.above() ? " from above" : " from below"));
    }
}
