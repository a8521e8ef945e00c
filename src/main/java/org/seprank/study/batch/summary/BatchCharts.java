package org.seprank.study.batch.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.seprank.report.Block;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;

/**
 * Line charts of numbers by an option that is a number: a line for every combination of the other options, points the
 * means over seeds with the range from the least to the greatest.
 */
final class BatchCharts {
    private static final int MOST_SERIES = 12;
    private static final int MOST_CHARTS = 4;

    private BatchCharts() {}

    /** The charts; none where no option is a number in two values at least. */
    static List<Block> of(List<BatchReport.Row> rows, StudyColumns columns, List<String> metrics, String by) {
        String along = along(rows, columns, by);
        if (along.isEmpty()) {
            return List.of();
        }
        List<Block> charts = new ArrayList<>();
        for (String metric : metrics.subList(0, Math.min(MOST_CHARTS, metrics.size()))) {
            Map<String, List<Series.Point>> lines = lines(rows, columns, metric, along);
            if (!lines.isEmpty()) {
                charts.add(chart(metric, along, lines, charts.size()));
            }
        }
        return charts;
    }

    private static Block chart(String metric, String along, Map<String, List<Series.Point>> lines, int number) {
        String left =
                lines.size() > MOST_SERIES ? " (the first " + MOST_SERIES + " of " + lines.size() + " lines)" : "";
        String title = metric.replace('_', ' ') + " by " + along.replace('-', ' ') + left;
        List<Series> series = lines.entrySet().stream()
                .limit(MOST_SERIES)
                .map(line -> Series.of(line.getKey(), line.getValue()))
                .toList();
        return new Block.Figure(
                "chart_" + (number + 1),
                title,
                new LineChart(
                        title, Axis.linear(along.replace('-', ' ')), Axis.linear(metric.replace('_', ' ')), series));
    }

    private static String along(List<BatchReport.Row> rows, StudyColumns columns, String by) {
        if (!by.isEmpty()) {
            if (!isNumber(rows, by)) {
                throw new IllegalArgumentException("option '" + by + "' is not a number in two values at least of these"
                        + " studies, which differ in " + String.join(", ", columns.names()));
            }
            return by;
        }
        return columns.names().stream()
                .filter(name -> !name.equals("seed") && isNumber(rows, name))
                .findFirst()
                .orElse("");
    }

    private static boolean isNumber(List<BatchReport.Row> rows, String option) {
        List<String> texts =
                rows.stream().map(row -> row.spec().text(option)).distinct().toList();
        return texts.size() > 1 && texts.stream().noneMatch(text -> Double.isNaN(number(text)));
    }

    /** A number or a percentage; NaN for anything else. */
    private static double number(String text) {
        String plain = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        return plain.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?") ? Double.parseDouble(plain) : Double.NaN;
    }

    private static Map<String, List<Series.Point>> lines(
            List<BatchReport.Row> rows, StudyColumns columns, String metric, String along) {
        Map<String, TreeMap<Double, List<Double>>> values = new LinkedHashMap<>();
        for (BatchReport.Row row : rows) {
            double value = row.metric(metric).asDouble();
            if (Double.isFinite(value)) {
                values.computeIfAbsent(name(row, columns, along, metric), one -> new TreeMap<>())
                        .computeIfAbsent(number(row.spec().text(along)), one -> new ArrayList<>())
                        .add(value);
            }
        }
        Map<String, List<Series.Point>> lines = new LinkedHashMap<>();
        values.forEach((name, points) -> lines.put(
                name,
                points.entrySet().stream()
                        .map(point -> point(point.getKey(), point.getValue()))
                        .toList()));
        return lines;
    }

    private static String name(BatchReport.Row row, StudyColumns columns, String along, String metric) {
        List<String> parts = columns.names().stream()
                .filter(name -> !name.equals(along) && !name.equals("seed"))
                .map(name -> name + " " + row.spec().text(name))
                .toList();
        return parts.isEmpty() ? metric.replace('_', ' ') : String.join(", ", parts);
    }

    private static Series.Point point(double x, List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        if (values.size() == 1) {
            return Series.Point.of(x, mean);
        }
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        return new Series.Point(x, mean, low, high);
    }
}
