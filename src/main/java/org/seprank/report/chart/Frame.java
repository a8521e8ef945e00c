package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.seprank.report.chart.Scale.Tick;

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
    record Axes(Scale x, String xTitle, Scale y, String yTitle) {}

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

    private static int longest(Scale scale) {
        return scale.ticks().stream()
                .mapToInt(tick -> shortened(tick.label(), LABEL_CHARACTERS).length())
                .max()
                .orElse(0);
    }

    /** Characters of a label that is centred on the right end, if there is one. */
    private static int edge(Scale scale) {
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

    /** Starts the drawing: everything but the marks. */
    Svg start(Drawing drawing, String id) {
        double height = below() + LINE * (legend.rows() + extraRows) + 10;
        Svg svg = Svg.of(drawing, id, WIDTH, height);
        for (int i = 0; i < titleLines.size(); i++) {
            svg.text(
                    "text",
                    titleLines.get(i),
                    "x",
                    14,
                    "y",
                    22 + LINE * i,
                    "font-size",
                    15,
                    "font-weight",
                    "bold",
                    "fill",
                    "currentColor");
        }
        drawVertical(svg);
        drawHorizontal(svg);
        legend.draw(svg, below());
        return svg;
    }

    /** Says that there is nothing to see. */
    void noData(Svg svg) {
        svg.text(
                "text",
                "no data",
                "x",
                (left + right()) / 2,
                "y",
                (top + bottom) / 2,
                "text-anchor",
                "middle",
                "fill",
                "currentColor");
    }

    private void drawVertical(Svg svg) {
        for (Tick tick : axes.y().ticks()) {
            double y = y(tick.value());
            svg.element(
                    "line",
                    "x1",
                    left,
                    "y1",
                    y,
                    "x2",
                    right(),
                    "y2",
                    y,
                    "stroke",
                    "currentColor",
                    "stroke-opacity",
                    0.15);
            label(svg, shortened(tick.label(), LABEL_CHARACTERS), "x", left - 8, "y", y + 4, "text-anchor", "end");
        }
        double middle = (top + bottom) / 2;
        if (!axes.yTitle().isEmpty()) {
            label(
                    svg,
                    axes.yTitle(),
                    "x",
                    18,
                    "y",
                    middle,
                    "text-anchor",
                    "middle",
                    "transform",
                    "rotate(-90 18 " + Svg.number(middle) + ")");
        }
    }

    private void drawHorizontal(Svg svg) {
        svg.element("line", "x1", left, "y1", bottom, "x2", right(), "y2", bottom, "stroke", "currentColor");
        for (Tick tick : axes.x().ticks()) {
            double x = x(tick.value());
            svg.element("line", "x1", x, "y1", bottom, "x2", x, "y2", bottom + 4, "stroke", "currentColor");
            if (slanted) {
                String turn = "rotate(-35 " + Svg.number(x) + " " + Svg.number(bottom + 14) + ")";
                label(
                        svg,
                        shortened(tick.label(), LABEL_CHARACTERS),
                        "x",
                        x,
                        "y",
                        bottom + 14,
                        "text-anchor",
                        "end",
                        "transform",
                        turn);
            } else {
                label(
                        svg,
                        shortened(tick.label(), LABEL_CHARACTERS),
                        "x",
                        x,
                        "y",
                        bottom + LINE,
                        "text-anchor",
                        "middle");
            }
        }
        if (!axes.xTitle().isEmpty()) {
            double middle = (left + right()) / 2;
            label(svg, axes.xTitle(), "x", middle, "y", below() - 6, "text-anchor", "middle");
        }
    }

    private static void label(Svg svg, String label, Object... places) {
        svg.open("g", "fill", "currentColor");
        svg.text("text", shortened(label, AXIS_CHARACTERS), places);
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
