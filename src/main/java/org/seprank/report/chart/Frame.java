package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.seprank.report.chart.AxisScale.Tick;

/**
 * What surrounds the marks of a chart: title, axes with ticks and grid lines, legend. It finds the room that their text
 * needs and knows where a value is in the plot area that remains.
 */
final class Frame {
    static final int WIDTH = 720;
    private static final int PLOT_HEIGHT = 320;
    private static final int LINE = Legend.ROW;
    private static final int TITLE_CHARACTERS = 68;
    private static final int LABEL_CHARACTERS = 26;
    private static final int AXIS_CHARACTERS = 60;
    static final double CHARACTER = 6.8;
    private static final Ink TITLE = Ink.PLAIN.size(15).bold().fill(Ink.TEXT);

    private final Axes axes;
    private final Legend legend;
    private final List<String> titleLines;
    private final boolean slanted;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final int extraRows;

    /**
     * The two axes.
     *
     * @param x scale from left to right
     * @param xTitle under it
     * @param y scale from the bottom up
     * @param yTitle beside it
     */
    record Axes(AxisScale x, String xTitle, AxisScale y, String yTitle) {}

    private Frame(String title, Axes axes, List<Legend.Entry> legend, int extraRows) {
        this.axes = axes;
        this.legend = new Legend(legend);
        this.extraRows = extraRows;
        titleLines = wrapped(title);
        left = 34 + 8 + longest(axes.y()) * CHARACTER;
        right = WIDTH - Math.max(24, 4 + edge(axes.x()) * CHARACTER / 2);
        double room = (right - left) / Math.max(1, axes.x().ticks().size());
        slanted = longest(axes.x()) * CHARACTER > room;
        top = 22 + LINE * titleLines.size();
        bottom = top + PLOT_HEIGHT;
    }

    /** A frame with a legend where there is more than one series. */
    static Frame of(String title, Axes axes, List<Legend.Entry> legend) {
        return new Frame(title, axes, legend.size() > 1 ? legend : List.of(), 0);
    }

    /** A frame with so many lines of room under it. */
    static Frame withRoom(String title, Axes axes, int lines) {
        return new Frame(title, axes, List.of(), lines);
    }

    private static int longest(AxisScale scale) {
        return scale.ticks().stream()
                .mapToInt(tick -> shortened(tick.label(), LABEL_CHARACTERS).length())
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
        return bottom - axes.y().at(value) * PLOT_HEIGHT;
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

    /** Starts the drawing: everything but the marks; where there will be none it says so. */
    Svg start(Drawing drawing, String id, boolean empty) {
        double height = below() + LINE * (legend.rows() + extraRows) + 10;
        Svg svg = Svg.of(drawing, id, WIDTH, height);
        for (int i = 0; i < titleLines.size(); i++) {
            svg.text(titleLines.get(i), 14, 22 + LINE * i, TITLE);
        }
        drawVertical(svg);
        drawHorizontal(svg);
        legend.draw(svg, below());
        if (empty) {
            noData(svg);
        }
        return svg;
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
            label(svg, shortened(tick.label(), LABEL_CHARACTERS), left - 8, y + 4, Ink.PLAIN.anchor("end"));
        }
        double middle = (top + bottom) / 2;
        if (!axes.yTitle().isEmpty()) {
            label(svg, axes.yTitle(), 18, middle, Ink.PLAIN.anchor("middle").turned(-90, 18, middle));
        }
    }

    private void drawHorizontal(Svg svg) {
        Ink ink = Ink.PLAIN.stroke(Ink.TEXT);
        svg.line(left, bottom, right(), bottom, ink);
        for (Tick tick : axes.x().ticks()) {
            double x = x(tick.value());
            String label = shortened(tick.label(), LABEL_CHARACTERS);
            svg.line(x, bottom, x, bottom + 4, ink);
            if (slanted) {
                label(svg, label, x, bottom + 14, Ink.PLAIN.anchor("end").turned(-35, x, bottom + 14));
            } else {
                label(svg, label, x, bottom + LINE, Ink.PLAIN.anchor("middle"));
            }
        }
        if (!axes.xTitle().isEmpty()) {
            label(svg, axes.xTitle(), (left + right()) / 2, below() - 6, Ink.PLAIN.anchor("middle"));
        }
    }

    private static void label(Svg svg, String label, double x, double y, Ink ink) {
        svg.group(Ink.PLAIN.fill(Ink.TEXT));
        svg.text(shortened(label, AXIS_CHARACTERS), x, y, ink);
        svg.close();
    }

    static String shortened(String label, int characters) {
        return label.codePointCount(0, label.length()) <= characters
                ? label
                : label.substring(0, label.offsetByCodePoints(0, characters - 1)) + "…";
    }

    private static List<String> wrapped(String title) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : title.split(" ", -1)) {
            if (line.length() > 0 && line.length() + word.length() >= TITLE_CHARACTERS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(shortened(word, TITLE_CHARACTERS));
        }
        lines.add(line.toString());
        return lines;
    }
}
