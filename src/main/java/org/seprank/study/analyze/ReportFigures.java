package org.seprank.study.analyze;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.BarChart;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.ScatterChart;
import org.seprank.report.chart.Series;

/** The figures of a report, made from the tables of an answer. Tables that a document does not have give none. */
public final class ReportFigures {
    /** Of more series only the first ones are drawn, and the caption says so. */
    private static final int MAX_SERIES = 12;

    private ReportFigures() {}

    /** The figures, in reading order. */
    public static List<Block.Figure> of(Document document) {
        List<Block.Figure> figures = new ArrayList<>();
        for (Table table : document.tables()) {
            switch (table.key()) {
                case "walk_index_by_depth" -> figures.add(depths(table));
                case "measures" -> beforeAndAfter(table, figures);
                case "training" -> figures.add(training(table));
                case "across" -> figures.add(across(table));
                default -> {
                    // a table for reading only
                }
            }
        }
        return figures;
    }

    private static Block.Figure depths(Table table) {
        List<Series> series = new ArrayList<>();
        int first = table.columns().indexOf("depth_1");
        for (List<Value> row :
                table.rows().subList(0, Math.min(MAX_SERIES, table.rows().size()))) {
            List<Series.Point> points = new ArrayList<>();
            for (int c = first; c < row.size(); c++) {
                points.add(Series.Point.of(c - first + 1.0, row.get(c).asDouble()));
            }
            series.add(Series.of(row.get(0).text(), points));
        }
        String title = "Walk index by depth" + limited(table.rows().size(), "partitions");
        return new Block.Figure(
                "walk_index_by_depth",
                title,
                new LineChart(title, Axis.linear("depth"), Axis.log10("walk index"), series));
    }

    private static void beforeAndAfter(Table table, List<Block.Figure> figures) {
        String about = "vertex walk index, ";
        List<List<Value>> rows = table.rows().stream()
                .filter(row -> row.get(0).text().startsWith(about))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        List<String> names = rows.stream()
                .map(row -> row.get(0).text().substring(about.length()))
                .toList();
        String title = "Walk indices of the vertices before and after";
        figures.add(new Block.Figure(
                "vertex_walk_index",
                title,
                new BarChart(
                        title,
                        Axis.linear("walk index"),
                        names,
                        List.of(
                                bars("before", rows, row -> row.get(1).asDouble()),
                                bars("after", rows, row -> row.get(2).asDouble())))));
    }

    private static BarChart.Bars bars(String name, List<List<Value>> rows, ToDoubleFunction<List<Value>> value) {
        return new BarChart.Bars(
                name,
                rows.stream()
                        .map(row -> BarChart.Bar.of(value.applyAsDouble(row)))
                        .toList());
    }

    private static Block.Figure training(Table table) {
        int epoch = table.columns().indexOf("epoch");
        int partition = table.columns().indexOf("partition");
        int entropy = table.columns().indexOf("entropy");
        Map<String, List<Series.Point>> points = new LinkedHashMap<>();
        for (List<Value> row : table.rows()) {
            points.computeIfAbsent(row.get(partition).text(), name -> new ArrayList<>())
                    .add(Series.Point.of(
                            row.get(epoch).asDouble(), row.get(entropy).asDouble()));
        }
        List<Series> series = points.entrySet().stream()
                .limit(MAX_SERIES)
                .map(one -> Series.of(one.getKey(), one.getValue()))
                .toList();
        String title = "Entanglement entropy over training" + limited(points.size(), "partitions");
        return new Block.Figure(
                "entropy_over_training",
                title,
                new LineChart(
                        title, Axis.linear("epoch"), Axis.linear("entropy").withUnit("nats"), series));
    }

    private static Block.Figure across(Table table) {
        int walk = table.columns().indexOf("ln_walk_index");
        int entropy = table.columns().indexOf("entropy");
        List<ScatterChart.Point> points = table.rows().stream()
                .map(row -> new ScatterChart.Point(
                        row.get(walk).asDouble(),
                        row.get(entropy).asDouble(),
                        "partition " + row.get(0).text()))
                .toList();
        String title = "Entanglement entropy and walk index of random partitions";
        return new Block.Figure(
                "entropy_by_walk_index",
                title,
                ScatterChart.of(
                                title,
                                Axis.linear("ln walk index"),
                                Axis.linear("entropy").withUnit("nats"),
                                List.of(new ScatterChart.Group("random partitions", points)))
                        .withFit());
    }

    private static String limited(int count, String noun) {
        return count > MAX_SERIES ? " (the first " + MAX_SERIES + " of " + count + " " + noun + ")" : "";
    }
}
