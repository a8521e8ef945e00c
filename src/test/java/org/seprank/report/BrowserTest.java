package org.seprank.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.BarChart;
import org.seprank.report.chart.HeatMap;
import org.seprank.report.chart.Histogram;
import org.seprank.report.chart.NetworkDrawing;
import org.seprank.report.chart.ScatterChart;

/**
 * Opens reports in Chromium on a narrow and a wide screen, by {@code src/test/report/check.mjs}. Skipped where there is
 * no Node.js or no Chromium; the environment variable CHROMIUM names one that is not on the path.
 */
class BrowserTest {
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    @Test
    void reportsHaveNoFaultsInABrowser(@TempDir Path folder) throws Exception {
        String node = found(Stream.of("node"));
        String browser = found(Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), BROWSERS.stream()));
        Path names = folder.resolve("names.html");
        Files.writeString(names, HtmlRenderer.render(HtmlRendererTest.document()));
        Path wide = folder.resolve("wide.html");
        Files.writeString(wide, HtmlRenderer.render(wide()));
        Process check = new ProcessBuilder(
                        node, "src/test/report/check.mjs", browser, names.toString(), wide.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
    }

    /** Long names everywhere, a table of many columns, and every kind of chart. */
    private static Document wide() {
        String name = "averyverylongnamewithoutanyspaces".repeat(8);
        List<String> columns =
                IntStream.range(0, 40).mapToObj(i -> "column_" + i).toList();
        List<List<Value>> rows = List.of(
                columns.stream().map(column -> Value.of(column.length())).toList());
        List<List<Double>> cells = IntStream.range(0, 30)
                .mapToObj(r -> columns.stream().map(c -> (double) r).toList())
                .toList();
        List<String> side = IntStream.range(0, 30).mapToObj(i -> "row " + i).toList();
        List<BarChart.Bar> bars =
                columns.stream().map(c -> BarChart.Bar.of(c.length())).toList();
        Axis axis = Axis.linear("axis " + name).withUnit("unit");
        var point = new ScatterChart.Point(1, 2, name);
        return Document.of("wide")
                .add(Facts.of("facts", name).add(name, name).add("sha256", "0123456789abcdef".repeat(4)))
                .add(new Table("wide", name, columns, rows))
                .add(new Table("names", "Names", List.of("name"), List.of(List.of(Value.of(name)))))
                .note(name)
                .add(new Block.Figure(
                        "bars",
                        name,
                        new BarChart(
                                name,
                                axis,
                                columns,
                                List.of(new BarChart.Bars(name, bars), new BarChart.Bars("b", bars)))))
                .add(new Block.Figure(
                        "heat",
                        "H",
                        new HeatMap("H", new HeatMap.Side("r", side), new HeatMap.Side("c", columns), axis, cells)))
                .add(new Block.Figure(
                        "scatter",
                        "S",
                        ScatterChart.of(
                                "S", axis, Axis.log10("y"), List.of(new ScatterChart.Group("g", List.of(point))))))
                .add(new Block.Figure("histogram", "I", Histogram.of("I", axis, new double[] {1, 2, 1e6})))
                .add(new Block.Figure(
                        "graph",
                        "G",
                        new NetworkDrawing(
                                "G", "degree", List.of(new NetworkDrawing.Point(0, 0, 1, true, "v")), List.of())))
                .build();
    }

    private static String found(Stream<String> names) {
        List<String> tried = new ArrayList<>();
        Optional<String> program = names.peek(tried::add)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
        return program.orElseGet(() -> abort("none of " + tried + " is here, so no report was opened in a browser"));
    }
}
