package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.seprank.report.number.Numbers;

/**
 * A matrix of values as colours, the first row on top; a value without colour leaves its cell empty.
 *
 * @param title what is shown
 * @param rows what the rows are
 * @param columns what the columns are
 * @param value what the colours are
 * @param values a list a row
 */
public record HeatMap(String title, Side rows, Side columns, Axis value, List<List<Double>> values) implements Chart {
    private static final int LEGIBLE = 16;

    /**
     * Rows or columns.
     *
     * @param title such as "depth"; may be empty
     * @param names in order
     */
    public record Side(String title, List<String> names) {
        /** Keeps the order. */
        public Side {
            names = List.copyOf(names);
        }
    }

    /** Checks the shape. */
    public HeatMap {
        values = values.stream().map(List::copyOf).toList();
        int width = columns.names().size();
        if (values.size() != rows.names().size() || values.stream().anyMatch(row -> row.size() != width)) {
            String sizes =
                    values.stream().map(row -> Integer.toString(row.size())).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "rows of " + sizes + " values are not " + rows.names().size() + " rows of " + width);
        }
    }

    @Override
    public String description() {
        Words words = Words.of(
                title,
                "Heat map of " + value.label() + ", " + Words.count(rows.names().size(), "row") + " by "
                        + Words.count(columns.names().size(), "column"));
        int omitted = 0;
        for (int r = 0; r < values.size(); r++) {
            List<Double> shown = values.get(r).stream().filter(value::shows).toList();
            omitted += values.get(r).size() - shown.size();
            String range = shown.isEmpty()
                    ? "no data"
                    : "minimum " + Numbers.plain(extent(shown).min().orElseThrow()) + ", maximum "
                            + Numbers.plain(extent(shown).max().orElseThrow());
            words.say(rows.names().get(r) + ": " + range);
        }
        return words.omitted(omitted).text();
    }

    private static DoubleStream extent(List<Double> shown) {
        return shown.stream().mapToDouble(Double::doubleValue);
    }

    @Override
    public Data data() {
        List<List<Object>> cells = new ArrayList<>();
        for (int r = 0; r < values.size(); r++) {
            for (int c = 0; c < columns.names().size(); c++) {
                cells.add(List.of(
                        rows.names().get(r),
                        columns.names().get(c),
                        values.get(r).get(c)));
            }
        }
        return new Data(List.of("row", "column", "value"), cells);
    }

    @Override
    public String finding() {
        int[] least = extreme(-1);
        int[] most = extreme(1);
        return least.length == 0 ? "No data." : value.title() + " from " + cell(least) + " to " + cell(most) + ".";
    }

    private String cell(int[] at) {
        return Numbers.brief(values.get(at[0]).get(at[1])) + " (" + rows.names().get(at[0]) + ", "
                + columns.names().get(at[1]) + ")";
    }

    /** Row and column of the greatest value times a sign; nothing where there is none. */
    private int[] extreme(int sign) {
        int[] place = {};
        double best = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < values.size(); r++) {
            for (int c = 0; c < columns.names().size(); c++) {
                double number = values.get(r).get(c);
                if (value.shows(number) && sign * number > best) {
                    best = sign * number;
                    place = new int[] {r, c};
                }
            }
        }
        return place;
    }

    @Override
    public String toSvg(Form form) {
        List<String> upward = new ArrayList<>(rows.names());
        Collections.reverse(upward);
        Frame.Axes axes = new Frame.Axes(
                AxisScale.categories(columns.names()), columns.title(), AxisScale.categories(upward), rows.title());
        double[] shown = values.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .filter(value::shows)
                .toArray();
        Frame frame = Frame.of(title, axes, Frame.Room.lines(3), form, shown.length == 0);
        Svg svg = frame.start(this);
        if (shown.length == 0) {
            return svg.finish();
        }
        ColourScale colours = ColourScale.over(value, shown);
        for (int r = 0; r < values.size(); r++) {
            for (int c = 0; c < columns.names().size(); c++) {
                draw(svg, frame, colours, r, c);
            }
        }
        colours.drawLegend(svg, frame.left(), frame.below(), form.width());
        return svg.finish();
    }

    private void draw(Svg svg, Frame frame, ColourScale colours, int r, int c) {
        double number = values.get(r).get(c);
        double x = frame.x(c);
        double y = frame.y(rows.names().size() - r);
        double width = frame.x(c + 1) - x;
        double height = frame.y(rows.names().size() - r - 1.0) - y;
        String tip = rows.names().get(r) + ", " + columns.names().get(c) + ": " + Numbers.plain(number);
        if (!value.shows(number)) {
            svg.rect(
                    x,
                    y,
                    width,
                    height,
                    Ink.PLAIN.fill("none").stroke(Ink.TEXT).opacity(0.3).dash("2 3"),
                    tip);
            return;
        }
        svg.rect(x, y, width, height, Ink.PLAIN.fill(colours.colour(number)), tip);
        String text = Numbers.brief(number);
        if (rows.names().size() <= LEGIBLE && text.length() * 6.8 + 4 < width) {
            svg.text(
                    text,
                    x + width / 2,
                    y + height / 2 + 4,
                    Ink.PLAIN.anchor("middle").fill(colours.ink(number)));
        }
    }
}
