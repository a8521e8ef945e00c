package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.seprank.report.chart.BarChart.Bar;
import org.seprank.report.number.Numbers;

/** Values with names as dots in rows, one row a category, over a logarithmic axis; the number stands beside a dot. */
final class DotRows {
    private static final double ROW = 24;

    private final BarChart chart;

    DotRows(BarChart chart) {
        this.chart = chart;
    }

    String toSvg(Form form, boolean empty) {
        List<String> upward = new ArrayList<>(chart.categories());
        Collections.reverse(upward);
        AxisScale across = AxisScale.of(chart.y(), chart.ends());
        Frame.Axes axes = new Frame.Axes(across, chart.y().caption(), AxisScale.categories(upward), "");
        List<Legend.Entry> legend = chart.series().size() > 1 ? chart.legend(Legend.Sample.POINT) : List.of();
        Frame.Room room = new Frame.Room(legend, 0, 52, ROW * Math.max(2, upward.size()));
        Frame frame = Frame.of(chart.title(), axes, room, form, empty);
        Svg svg = frame.start(chart);
        for (int s = 0; s < chart.series().size(); s++) {
            for (int c = 0; c < upward.size(); c++) {
                Bar bar = chart.series().get(s).bars().get(c);
                if (chart.y().shows(bar.value())) {
                    dot(svg, frame, s, c, bar);
                }
            }
        }
        return svg.finish();
    }

    private void dot(Svg svg, Frame frame, int s, int c, Bar bar) {
        double x = frame.x(bar.value());
        double y = frame.y(chart.categories().size() - c - 0.5);
        if (bar.hasInterval() && chart.y().shows(bar.low()) && chart.y().shows(bar.high())) {
            Ink line = Ink.PLAIN.stroke(Palette.colour(s)).width(1.4);
            svg.line(frame.x(bar.low()), y, frame.x(bar.high()), y, line);
        }
        String tip = chart.categories().get(c) + ", " + chart.series().get(s).name() + ": " + BarChart.value(bar);
        Palette.mark(svg, s, x, y, tip);
        if (chart.series().size() == 1) {
            svg.text(Numbers.brief(bar.value()), x + 8, y + 4, Ink.PLAIN.fill(Ink.TEXT));
        }
    }
}
