package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Charts side by side that differ in one thing, which is their title: small multiples. Their axes are as those say.
 *
 * @param title what is shown
 * @param charts line or scatter charts or histograms, one at least, row by row
 */
public record Panels(String title, List<Chart> charts) implements Chart {
    private static final double LEAST_WIDTH = 250;
    private static final int MOST_COLUMNS = 3;
    private static final double GAP = 10;

    /** Checks that they have axes. */
    public Panels {
        charts = List.copyOf(charts);
        if (charts.isEmpty() || !charts.stream().allMatch(Framed.class::isInstance)) {
            throw new IllegalArgumentException("panels '" + title + "' are not charts with two axes of numbers");
        }
    }

    /** Line charts with the same reach of their axes. */
    public static Panels ofLines(String title, List<LineChart> charts) {
        List<Double> across = reach(charts, Framed::abscissas);
        List<Double> up = reach(charts, Framed::ordinates);
        return new Panels(
                title,
                charts.stream()
                        .map(one -> new LineChart(
                                one.title(), one.x().covering(across), one.y().covering(up), one.series()))
                        .map(Chart.class::cast)
                        .toList());
    }

    /** Scatter charts with the same reach of their axes. */
    public static Panels ofPoints(String title, List<ScatterChart> charts) {
        List<Double> across = reach(charts, Framed::abscissas);
        List<Double> up = reach(charts, Framed::ordinates);
        return new Panels(
                title,
                charts.stream()
                        .map(one -> one.over(one.x().covering(across), one.y().covering(up)))
                        .map(Chart.class::cast)
                        .toList());
    }

    private static List<Double> reach(List<? extends Framed> charts, Function<Framed, DoubleStream> values) {
        var all = charts.stream().flatMapToDouble(values).summaryStatistics();
        return all.getCount() == 0 ? List.of() : List.of(all.getMin(), all.getMax());
    }

    /** Where there is one chart, what that shows; else the panels are to be compared by eye. */
    @Override
    public String finding() {
        return charts.size() == 1 ? charts.get(0).finding() : "";
    }

    @Override
    public String description() {
        Words words = Words.of(title, Words.count(charts.size(), "chart"));
        return words.text()
                + charts.stream().map(one -> " " + one.description()).collect(Collectors.joining());
    }

    @Override
    public List<String> sketch() {
        List<String> lines = new ArrayList<>();
        for (Chart one : charts) {
            List<String> sketch = one.sketch();
            if (!sketch.isEmpty()) {
                lines.add(one.title());
                lines.addAll(sketch);
            }
        }
        return lines;
    }

    @Override
    public Data data() {
        List<String> columns = new ArrayList<>(List.of("panel"));
        columns.addAll(charts.get(0).data().columns());
        List<List<Object>> rows = new ArrayList<>();
        for (Chart one : charts) {
            for (List<Object> row : one.data().rows()) {
                List<Object> longer = new ArrayList<>(List.of(one.title()));
                longer.addAll(row);
                rows.add(longer);
            }
        }
        return new Data(columns, rows);
    }

    @Override
    public String toSvg(Form form) {
        int columns = (int) Math.max(1, Math.min(MOST_COLUMNS, Math.floor((form.width() + GAP) / (LEAST_WIDTH + GAP))));
        columns = Math.min(columns, charts.size());
        if (charts.size() == 4 && columns == 3) {
            columns = 2;
        }
        double width = (form.width() - (columns - 1) * GAP) / columns;
        List<Frame> frames = charts.stream()
                .map(one -> ((Framed) one).frame(form.part(width)))
                .toList();
        double top = form.titled() ? 30 : 0;
        double height = top;
        for (int i = 0; i < frames.size(); i += columns) {
            height += tallest(frames.subList(i, Math.min(frames.size(), i + columns)));
        }
        Svg svg = Svg.of(this, form, height);
        if (form.titled()) {
            svg.text(
                    Frame.shortened(title, (int) (form.width() / 9)),
                    14,
                    20,
                    Ink.PLAIN.size(15).bold().fill(Ink.TEXT));
        }
        for (int i = 0; i < frames.size(); i++) {
            svg.moved(i % columns * (width + GAP), top);
            frames.get(i).draw(svg);
            ((Framed) charts.get(i)).mark(svg, frames.get(i));
            svg.close();
            if (i % columns == columns - 1) {
                top += tallest(frames.subList(i - columns + 1, i + 1));
            }
        }
        return svg.finish();
    }

    private static double tallest(List<Frame> row) {
        return row.stream().mapToDouble(Frame::height).max().orElse(0);
    }
}
