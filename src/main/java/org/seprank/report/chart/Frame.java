package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.seprank.report.chart.AxisScale.Tick;

/**
 * What surrounds the marks of a chart: title, axes with ticks and grid lines, legend. It finds the room that their text
 * needs and knows where a value is in the plot area that remains.
 */
final class Frame {
    private static final int LINE = Legend.ROW;
    static final double CHARACTER = 6.8;
    static final double WIDE_CHARACTER = 7.5; // where a title must fit

    private final Form form;
    private final Axes axes;
    private final Room room;
    private final Legend legend;
    private final List<String> titleLines;
    private final boolean slanted;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final double plotHeight;
    private final boolean empty;

    /**
     * The two axes.
     *
     * @param x scale from left to right
     * @param xTitle under it
     * @param y scale from the bottom up
     * @param yTitle beside it
     */
    record Axes(AxisScale x, String xTitle, AxisScale y, String yTitle) {}

    /**
     * What else needs room.
     *
     * @param legend under the axes
     * @param lines so many more of text under them
     * @param right so much beside them
     * @param height of the plot area; 0: as fits the width
     */
    record Room(List<Legend.Entry> legend, int lines, double right, double height) {
        static final Room NONE = new Room(List.of(), 0, 0, 0);

        /** A legend where there is more than one series. */
        static Room of(List<Legend.Entry> legend) {
            return new Room(legend.size() > 1 ? legend : List.of(), 0, 0, 0);
        }

        /** So many lines under the axes. */
        static Room lines(int lines) {
            return new Room(List.of(), lines, 0, 0);
        }
    }

    private Frame(String title, Axes axes, Room room, Form form, boolean empty) {
        this.form = form;
        this.axes = axes;
        this.room = room;
        this.empty = empty;
        this.legend = new Legend(room.legend(), form.width());
        titleLines = form.titled() ? wrapped(title, characters(form)) : List.of();
        left = (axes.yTitle().isEmpty() ? 8 : 34) + 8 + longest(axes.y()) * CHARACTER;
        right = form.width()
                - Math.max(Math.max(form.isNarrow() ? 10 : 24, room.right()), 4 + edge(axes.x()) * CHARACTER / 2);
        double perTick = (right - left) / Math.max(1, axes.x().ticks().size());
        slanted = axes.x().hasNames() && longest(axes.x()) * CHARACTER > perTick;
        top = 22 + LINE * titleLines.size() - (form.titled() ? 0 : 8);
        plotHeight = room.height() > 0 ? room.height() : 160 + Math.min(900, form.width()) * 2 / 9;
        bottom = top + plotHeight;
    }

    /** A frame; where there will be no marks it says so. */
    static Frame of(String title, Axes axes, Room room, Form form, boolean empty) {
        return new Frame(title, axes, room, form, empty);
    }

    private static int characters(Form form) {
        return (int) ((form.width() - 40) / (form.isNarrow() ? 7.6 : 10));
    }

    private int labelCharacters() {
        return (int) Math.min(32, form.width() / 27.6);
    }

    private int longest(AxisScale scale) {
        return scale.ticks().stream()
                .mapToInt(tick -> shortened(tick.label(), labelCharacters()).length())
                .max()
                .orElse(0);
    }

    /** Characters of a label that is centred on the right end, if there is one. */
    private static int edge(AxisScale scale) {
        Tick last = scale.ticks().isEmpty()
                ? new Tick(0, "")
                : scale.ticks().get(scale.ticks().size() - 1);
        return scale.at(last.value()) < 1 ? 0 : last.label().length();
    }

    /** Where a value of the horizontal axis is. */
    double x(double value) {
        return left + axes.x().at(value) * (right() - left);
    }

    /** Where a value of the vertical axis is. */
    double y(double value) {
        return bottom - axes.y().at(value) * plotHeight;
    }

    Axes axes() {
        return axes;
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    double top() {
        return top;
    }

    double bottom() {
        return bottom;
    }

    /** Where the room under the axes starts. */
    double below() {
        double labels = slanted ? 12 + longest(axes.x()) * CHARACTER * 0.6 : LINE;
        return bottom + labels + (axes.xTitle().isEmpty() ? 4 : LINE + 4);
    }

    /** Whether there is room for names beside the plot area. */
    boolean hasLabels() {
        return room.right() > 0;
    }

    /** How high the whole is. */
    double height() {
        return below() + LINE * (legend.rows() + room.lines()) + 10;
    }

    /** Starts the drawing: everything but the marks. */
    Svg start(Drawing drawing) {
        Svg svg = Svg.of(drawing, form, height());
        draw(svg);
        return svg;
    }

    /** Draws everything but the marks. */
    void draw(Svg svg) {
        Ink title = Ink.PLAIN.size(form.isNarrow() ? 13 : 15).bold().fill(Ink.TEXT);
        for (int i = 0; i < titleLines.size(); i++) {
            svg.text(titleLines.get(i), 14, 22 + LINE * i, title);
        }
        drawVertical(svg);
        drawHorizontal(svg);
        legend.draw(svg, below());
        if (empty) {
            noData(svg);
        }
    }

    private void noData(Svg svg) {
        svg.text(
                "no data",
                (left + right()) / 2,
                (top + bottom) / 2,
                Ink.PLAIN.anchor("middle").fill(Ink.TEXT));
    }

    private void drawVertical(Svg svg) {
        for (Tick tick : axes.y().ticks()) {
            double y = y(tick.value());
            svg.line(left, y, right(), y, Ink.PLAIN.stroke(Ink.TEXT).opacity(0.15));
            label(svg, shortened(tick.label(), labelCharacters()), left - 8, y + 4, Ink.PLAIN.anchor("end"));
        }
        double middle = (top + bottom) / 2;
        if (!axes.yTitle().isEmpty()) {
            int fitting = (int) (2 * Math.min(middle, height() - middle) / WIDE_CHARACTER);
            label(
                    svg,
                    shortened(axes.yTitle(), fitting),
                    18,
                    middle,
                    Ink.PLAIN.anchor("middle").turned(-90, 18, middle));
        }
    }

    private void drawHorizontal(Svg svg) {
        Ink ink = Ink.PLAIN.stroke(Ink.TEXT);
        svg.line(left, bottom, right(), bottom, ink);
        double free = Double.NEGATIVE_INFINITY; // ticks that would run into the one before have no label
        for (Tick tick : axes.x().ticks()) {
            double x = x(tick.value());
            String label = shortened(tick.label(), labelCharacters());
            double half = label.length() * CHARACTER / 2;
            svg.line(x, bottom, x, bottom + 4, ink);
            if (slanted) {
                label(svg, label, x, bottom + 14, Ink.PLAIN.anchor("end").turned(-35, x, bottom + 14));
            } else if (x - half >= free) {
                label(svg, label, x, bottom + LINE, Ink.PLAIN.anchor("middle"));
                free = x + half + 4;
            }
        }
        if (!axes.xTitle().isEmpty()) {
            double middle = (left + right()) / 2;
            int fitting = (int) (2 * Math.min(middle, form.width() - middle) / WIDE_CHARACTER);
            label(svg, shortened(axes.xTitle(), fitting), middle, below() - 6, Ink.PLAIN.anchor("middle"));
        }
    }

    private static void label(Svg svg, String label, double x, double y, Ink ink) {
        svg.group(Ink.PLAIN.fill(Ink.TEXT));
        svg.text(label, x, y, ink);
        svg.close();
    }

    static String shortened(String label, int characters) {
        return label.codePointCount(0, label.length()) <= characters
                ? label
                : label.substring(0, label.offsetByCodePoints(0, characters - 1)) + "…";
    }

    private static List<String> wrapped(String title, int characters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : title.split(" ", -1)) {
            if (line.length() > 0 && line.length() + word.length() >= characters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(shortened(word, characters));
        }
        lines.add(line.toString());
        return lines;
    }
}
