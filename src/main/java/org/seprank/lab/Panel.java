package org.seprank.lab;

import java.util.List;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.Chart;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;

/**
 * Curves, or points, that belong in one picture.
 *
 * @param key for machines: letters, digits, - and _
 * @param chart the picture
 */
public record Panel(String key, Chart chart) {
    /** The curves; none where the picture has no lines. */
    public List<Series> curves() {
        return chart instanceof LineChart lines ? lines.series() : List.of();
    }

    /** A picture of curves, in the order of the legend. */
    public static Panel of(String key, String title, Axis x, Axis y, List<Curve> curves) {
        return new Panel(
                key,
                new LineChart(title, x, y, curves.stream().map(Curve::series).toList()));
    }

    /** A picture over iterations. */
    public static Panel overIterations(String key, String title, Axis y, List<Curve> curves) {
        return of(key, title, Axis.linear("iteration"), y, curves);
    }
}
